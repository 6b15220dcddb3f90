package io.tagwatch.uptime.probe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The opening handshake of a websocket; see RFC 6455, sections 4.1 and 4.2.2. */
final class Upgrade {
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int KEY_BYTES = 16;
  private static final String OF_EVERY_WEBSOCKET = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  /** Says goodbye (1000); masked, as everything that a client says. */
  private static final byte[] CLOSE = {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 3, (byte) 0xE8};

  private final String key;

  Upgrade() {
    byte[] nonce = new byte[KEY_BYTES];
    ThreadLocalRandom.current().nextBytes(nonce);
    key = Base64.getEncoder().encodeToString(nonce);
  }

  Upgrade(String key) {
    this.key = key;
  }

  /** What the request says besides {@code Connection}. */
  List<WebRequest.WebHeader> headers() {
    return List.of(
        new WebRequest.WebHeader("Upgrade", "websocket", false),
        new WebRequest.WebHeader("Sec-WebSocket-Version", "13", false),
        new WebRequest.WebHeader("Sec-WebSocket-Key", key, false));
  }

  /** What is wrong with an answer that says it switched; empty for any other answer. */
  Optional<String> fault(WebAnswer answer) {
    if (answer.status() != SWITCHING_PROTOCOLS) {
      return Optional.empty();
    }
    if (!says(answer, "upgrade", "websocket")) {
      return Optional.of("the server switched, but not to a websocket");
    }
    if (!says(answer, "connection", "upgrade")) {
      return Optional.of("the server switched without saying so in the header Connection");
    }
    String accept = answer.header("sec-websocket-accept").map(String::strip).orElse("");
    return accept.equals(accepted())
        ? Optional.empty()
        : Optional.of(
            accept.isEmpty()
                ? "the server switched without the header Sec-WebSocket-Accept"
                : "Sec-WebSocket-Accept is not the answer to our key; something in between, such"
                    + " as a cache, answered");
  }

  static byte[] goodbye() {
    return CLOSE.clone();
  }

  String accepted() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] text = (key + OF_EVERY_WEBSOCKET).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(digest.digest(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  private static boolean says(WebAnswer answer, String header, String word) {
    return Arrays.stream(answer.header(header).orElse("").split(","))
        .anyMatch(each -> each.strip().equalsIgnoreCase(word));
  }
}
