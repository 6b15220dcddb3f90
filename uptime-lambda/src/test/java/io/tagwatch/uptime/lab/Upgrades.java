package io.tagwatch.uptime.lab;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;

/** Answers to a websocket's opening handshake, right and wrong. */
final class Upgrades {
  private static final String SWITCH =
      "HTTP/1.1 101 Switching Protocols\r\nConnection: keep-alive, Upgrade\r\n";

  private Upgrades() {}

  static String answer(String kind, Map<String, String> headers) {
    boolean asked =
        "websocket".equals(headers.get("upgrade"))
            && "Upgrade".equals(headers.get("connection"))
            && "13".equals(headers.get("sec-websocket-version"));
    if (!asked) {
      return "HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n";
    }
    return switch (kind) {
      case "good" -> SWITCH + "Upgrade: WebSocket\r\n" + accept(headers) + "\r\n";
      case "wrong" -> SWITCH + "Upgrade: websocket\r\nSec-WebSocket-Accept: AAAA\r\n\r\n";
      case "bare" -> SWITCH + "Upgrade: websocket\r\n\r\n";
      case "other" -> SWITCH + "Upgrade: h2c\r\n" + accept(headers) + "\r\n";
      case "silent" -> "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";
      default -> "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    };
  }

  private static String accept(Map<String, String> headers) {
    String text = headers.get("sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
      return "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
