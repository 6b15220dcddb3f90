package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.PageToken;
import io.tagwatch.local.protocol.Params;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * One page of a Describe operation. The token names the last item shown, so that it stays right
 * when items come and go.
 *
 * @param <T> what is listed
 * @param items those of this page
 * @param nextToken null when nothing follows
 */
record Page<T>(List<T> items, String nextToken) {

  /**
   * Cuts a page as MaxResults and NextToken say.
   *
   * @param all in ascending order of their keys
   * @param key unique and comparable as text
   */
  static <T> Page<T> of(Call call, List<T> all, Function<T, String> key) {
    int size = size(call.params());
    String after =
        PageToken.position(
                call,
                () ->
                    Ec2Faults.invalid(
                        "nextToken", token(call), "It is not a token of this listing."))
            .orElse("");
    List<T> left = all.stream().filter(each -> key.apply(each).compareTo(after) > 0).toList();
    List<T> items = left.stream().limit(size).toList();
    return new Page<>(
        items, left.size() > size ? PageToken.after(key.apply(items.getLast()), call) : null);
  }

  private static int size(Params params) {
    OptionalInt wanted = params.integer("MaxResults");
    if (wanted.isPresent()
        && (wanted.getAsInt() < Ec2Limits.SMALLEST_PAGE
            || wanted.getAsInt() > Ec2Limits.LARGEST_PAGE)) {
      throw Ec2Faults.invalid(
          "maxResults",
          wanted.getAsInt(),
          "Expecting a value between %d and %d."
              .formatted(Ec2Limits.SMALLEST_PAGE, Ec2Limits.LARGEST_PAGE));
    }
    return wanted.orElse(Ec2Limits.LARGEST_PAGE);
  }

  /** Adds the token, where there is one. */
  void addTokenTo(Map<String, Object> answer) {
    if (nextToken != null) {
      answer.put("nextToken", nextToken);
    }
  }

  private static String token(Call call) {
    return call.params().text("NextToken").orElseThrow();
  }
}
