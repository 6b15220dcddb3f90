package io.tagwatch.local.protocol;

import java.util.Map;

/** How JSON and CBOR tell an error: its shape in the body, its Query code in a header. */
final class ErrorShape {
  private static final String COMMON = "com.amazon.coral.service#";

  private ErrorShape() {}

  static Map<String, Object> body(AwsFault fault, AwsApi api) {
    String type = api == null ? COMMON + fault.code() : api.errorType(fault);
    return Map.of("__type", type, "message", fault.getMessage());
  }

  static Map<String, String> headers(AwsFault fault, AwsApi api) {
    String code = api == null ? fault.code() : api.queryCode(fault);
    return Map.of("x-amzn-query-error", code + (fault.callersFault() ? ";Sender" : ";Receiver"));
  }
}
