package io.tagwatch.local.protocol;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** AWS JSON 1.0, with the query-compatible error header. */
final class AwsJsonCodec implements QueryCompatible {
  private static final String TARGET = "x-amz-target";

  @Override
  public boolean recognises(WireRequest request) {
    return request.method().equals("POST") && request.header(TARGET).isPresent();
  }

  @Override
  public Envelope open(WireRequest request) {
    Addressee addressee = addressee(request.header(TARGET).orElseThrow());
    if (addressee.api() == null) {
      throw unknownOperation(addressee);
    }
    try {
      return new Envelope(addressee, new Params(JsonTree.read(request.body())));
    } catch (IOException e) {
      throw AwsFault.badRequest("SerializationException", "The body cannot be read as JSON");
    }
  }

  private static Addressee addressee(String target) {
    int dot = target.indexOf('.');
    return dot < 0
        ? new Addressee(null, target)
        : new Addressee(
            AwsApi.byTarget(target.substring(0, dot)).orElse(null), target.substring(dot + 1));
  }

  @Override
  public AwsFault unknownOperation(Addressee addressee) {
    return AwsFault.badRequest(
        "UnknownOperationException",
        "The operation " + addressee.operation() + " is not modelled by the embedded cloud");
  }

  @Override
  public WireReply reply(
      int status, String requestId, Map<String, String> more, Map<String, ?> tree) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/x-amz-json-1.0");
    headers.put("x-amzn-RequestId", requestId);
    headers.putAll(more);
    return new WireReply(status, headers, JsonTree.write(tree));
  }
}
