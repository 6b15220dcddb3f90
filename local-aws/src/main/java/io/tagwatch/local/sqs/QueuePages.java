package io.tagwatch.local.sqs;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.PageToken;
import io.tagwatch.local.protocol.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists of queues in pages. The token names the last queue of the page before, so that it stays
 * right when queues come and go.
 */
final class QueuePages {
  private QueuePages() {}

  static Map<String, Object> page(Call call, List<QueueId> all, QueueUrls urls, String member) {
    Params params = call.params();
    int size = params.integer("MaxResults").orElse(SqsLimits.QUEUES_PER_PAGE);
    if (size < 1 || size > SqsLimits.QUEUES_PER_PAGE) {
      throw SqsFaults.invalidParameter(
          "MaxResults", size, "MaxResults must be an integer between 1 and 1000");
    }
    String after = PageToken.position(call, () -> refusal(params)).orElse("");
    List<QueueId> left = all.stream().filter(id -> id.name().compareTo(after) > 0).toList();
    List<QueueId> page = left.stream().limit(size).toList();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(member, page.stream().map(urls::of).toList());
    if (left.size() > size && params.has("MaxResults")) {
      result.put("NextToken", PageToken.after(page.getLast().name(), call));
    }
    return result;
  }

  private static AwsFault refusal(Params params) {
    return SqsFaults.invalidParameter(
        "NextToken", params.text("NextToken").orElse(""), "The token is not one of this listing.");
  }
}
