package io.tagwatch.local.sns;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.PageToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Lists in pages of a hundred. The token names the last item of the page before, so that it stays
 * right when items come and go.
 */
final class Pages {
  private Pages() {}

  /**
   * @param items in the order of their ARNs
   * @param member the name of the list
   */
  static <T> Map<String, Object> page(
      Call call,
      List<T> items,
      Function<T, String> arn,
      String member,
      Function<T, Map<String, Object>> shown) {
    String after = PageToken.position(call, () -> SnsFaults.invalid("NextToken")).orElse("");
    List<T> left = items.stream().filter(each -> arn.apply(each).compareTo(after) > 0).toList();
    List<T> page = left.stream().limit(SnsLimits.ITEMS_PER_PAGE).toList();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(member, page.stream().map(shown).toList());
    if (left.size() > page.size()) {
      result.put("NextToken", PageToken.after(arn.apply(page.getLast()), call));
    }
    return result;
  }
}
