package io.tagwatch.local.sns;

import io.tagwatch.local.protocol.Params;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
      Params params,
      List<T> items,
      Function<T, String> arn,
      String member,
      Function<T, Map<String, Object>> shown) {
    String after = params.text("NextToken").map(Pages::decoded).orElse("");
    List<T> left = items.stream().filter(each -> arn.apply(each).compareTo(after) > 0).toList();
    List<T> page = left.stream().limit(SnsLimits.ITEMS_PER_PAGE).toList();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(member, page.stream().map(shown).toList());
    if (left.size() > page.size()) {
      result.put("NextToken", encoded(arn.apply(page.getLast())));
    }
    return result;
  }

  private static String encoded(String arn) {
    return Base64.getUrlEncoder().encodeToString(arn.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw SnsFaults.invalid("NextToken");
    }
  }
}
