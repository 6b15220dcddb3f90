package io.tagwatch.local.sqs;

import io.tagwatch.local.protocol.Params;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists of queues in pages. The token names the last queue of the page before, so that it stays
 * right when queues come and go.
 */
final class QueuePages {
  private QueuePages() {}

  static Map<String, Object> page(Params params, List<QueueId> all, QueueUrls urls, String member) {
    int size = params.integer("MaxResults").orElse(SqsLimits.QUEUES_PER_PAGE);
    if (size < 1 || size > SqsLimits.QUEUES_PER_PAGE) {
      throw SqsFaults.invalidParameter(
          "MaxResults", size, "MaxResults must be an integer between 1 and 1000");
    }
    String after = params.text("NextToken").map(QueuePages::decoded).orElse("");
    List<QueueId> left = all.stream().filter(id -> id.name().compareTo(after) > 0).toList();
    List<QueueId> page = left.stream().limit(size).toList();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(member, page.stream().map(urls::of).toList());
    if (left.size() > size && params.has("MaxResults")) {
      result.put("NextToken", encoded(page.getLast().name()));
    }
    return result;
  }

  private static String encoded(String name) {
    return Base64.getUrlEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw SqsFaults.invalidParameter("NextToken", token, "The token is not one of this cloud.");
    }
  }
}
