package io.tagwatch.local.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * NextToken: where the next page begins. Opaque to clients, bound to the operation, its region and
 * all parameters but the page's size, and refused when any of them differs.
 */
public final class PageToken {
  /**
   * What may differ between two pages of one listing: the token, and the size by any of its names.
   */
  private static final Set<String> PAGING =
      Set.of("NextToken", "MaxRecords", "MaxDatapoints", "MaxResults");

  private static final char SEPARATOR = '\n';

  private PageToken() {}

  /** The token of the page that begins after {@code position}. */
  public static String after(String position, Call call) {
    String content = sealed(position, call);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The position that the call's NextToken stands for; empty on the first page, where the token is
   * absent or empty.
   *
   * @param refusal what to throw when the token is not one of ours for this call
   */
  public static Optional<String> position(Call call, Supplier<AwsFault> refusal) {
    return call.params()
        .text("NextToken")
        .filter(token -> !token.isEmpty())
        .map(token -> position(token, call, refusal));
  }

  private static String position(String token, Call call, Supplier<AwsFault> refusal) {
    try {
      String content = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      String position = content.substring(content.indexOf(SEPARATOR) + 1);
      if (content.equals(sealed(position, call))) {
        return position;
      }
    } catch (IllegalArgumentException notBase64) {
      // Refused below, like any other foreign token.
    }
    throw refusal.get();
  }

  /** The position behind a checksum of it and of what the listing was asked with. */
  private static String sealed(String position, Call call) {
    Map<String, Object> others = new LinkedHashMap<>(call.params().tree());
    others.keySet().removeAll(PAGING);
    CRC32 checksum = new CRC32();
    checksum.update(
        (call.operation() + call.region() + new TreeMap<>(others) + position)
            .getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(checksum.getValue()) + SEPARATOR + position;
  }
}
