package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * NextToken: where the next page begins. Opaque to clients, bound to the operation, its region and
 * all parameters but the page's size, and refused when any of them differs.
 */
final class PageToken {
  private static final char SEPARATOR = '\n';

  private PageToken() {}

  /** The token of the page that begins after {@code position}. */
  static String after(String position, Call call) {
    String content = binding(call) + SEPARATOR + position;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The position that the call's NextToken stands for; empty on the first page.
   *
   * @param refusal what to throw when the token is not one of ours for this call
   */
  static Optional<String> position(Call call, Supplier<AwsFault> refusal) {
    return call.params().text("NextToken").map(token -> position(token, call, refusal));
  }

  private static String position(String token, Call call, Supplier<AwsFault> refusal) {
    try {
      String content = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      String prefix = binding(call) + SEPARATOR;
      if (content.startsWith(prefix)) {
        return content.substring(prefix.length());
      }
    } catch (IllegalArgumentException notBase64) {
      // Refused below, like any other foreign token.
    }
    throw refusal.get();
  }

  private static String binding(Call call) {
    Map<String, Object> others = new LinkedHashMap<>(call.params().tree());
    others.keySet().removeAll(java.util.Set.of("NextToken", "MaxRecords", "MaxDatapoints"));
    CRC32 checksum = new CRC32();
    checksum.update(
        (call.operation() + call.region() + new java.util.TreeMap<>(others))
            .getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(checksum.getValue());
  }
}
