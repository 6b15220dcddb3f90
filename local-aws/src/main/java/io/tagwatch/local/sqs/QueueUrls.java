package io.tagwatch.local.sqs;

import io.tagwatch.local.protocol.Call;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses of queues: {@code <cloud>/<account>/<name>}. The region is not part of it, as a
 * region has no address of its own here; the caller's signature tells it.
 *
 * @param cloud the URL of the embedded cloud
 * @param account the account id
 */
record QueueUrls(URI cloud, String account) {

  String of(QueueId id) {
    return id.url(cloud, account);
  }

  /** The queue that a call names by its member QueueUrl. */
  QueueId named(Call call) {
    String url = call.params().text("QueueUrl").orElseThrow(() -> SqsFaults.missing("QueueUrl"));
    List<String> path = path(url);
    if (path.size() != 2) {
      throw SqsFaults.invalidAddress(url);
    }
    if (!path.getFirst().equals(account)) {
      throw SqsFaults.noSuchQueue();
    }
    return new QueueId(call.region(), path.getLast());
  }

  private static List<String> path(String url) {
    try {
      String path = new URI(url).getPath();
      return path == null
          ? List.of()
          : Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    } catch (java.net.URISyntaxException e) {
      throw SqsFaults.invalidAddress(url);
    }
  }
}
