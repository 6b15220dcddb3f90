package io.tagwatch.uptime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Just enough of RFC 8949 to read what the SDK sends. */
final class CborText {
  private final ByteBuffer in;

  private CborText(ByteBuffer in) {
    this.in = in;
  }

  static Object parse(byte[] bytes) {
    return new CborText(ByteBuffer.wrap(bytes)).value();
  }

  private Object value() {
    int head = in.get() & 0xff;
    int kind = head >> 5;
    int info = head & 0x1f;
    return switch (kind) {
      case 0 -> number(info);
      case 1 -> -1 - number(info);
      case 3 -> text(info);
      case 4 -> items(info);
      case 5 -> members(info);
      case 6 -> {
        number(info);
        yield value();
      }
      case 7 -> simple(info);
      default -> throw new IllegalArgumentException("kind " + kind);
    };
  }

  private long number(int info) {
    return switch (info) {
      case 24 -> in.get() & 0xff;
      case 25 -> in.getShort() & 0xffff;
      case 26 -> in.getInt() & 0xffffffffL;
      case 27 -> in.getLong();
      default -> info;
    };
  }

  private Object simple(int info) {
    return switch (info) {
      case 20 -> false;
      case 21 -> true;
      case 26 -> (double) in.getFloat();
      case 27 -> in.getDouble();
      default -> null;
    };
  }

  private String text(int info) {
    if (info == 31) {
      StringBuilder all = new StringBuilder();
      while (!atBreak()) {
        all.append(value());
      }
      return all.toString();
    }
    byte[] bytes = new byte[(int) number(info)];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private List<Object> items(int info) {
    List<Object> items = new ArrayList<>();
    long count = info == 31 ? Long.MAX_VALUE : number(info);
    for (long i = 0; i < count && !(info == 31 && atBreak()); i++) {
      items.add(value());
    }
    return items;
  }

  private Map<Object, Object> members(int info) {
    Map<Object, Object> members = new LinkedHashMap<>();
    long count = info == 31 ? Long.MAX_VALUE : number(info);
    for (long i = 0; i < count && !(info == 31 && atBreak()); i++) {
      members.put(value(), value());
    }
    return members;
  }

  private boolean atBreak() {
    boolean end = (in.get(in.position()) & 0xff) == 0xff;
    in.position(in.position() + (end ? 1 : 0));
    return end;
  }
}
