package io.tagwatch.local.protocol;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Smithy RPC v2 CBOR, with the query-compatible error header. */
final class RpcV2CborCodec implements QueryCompatible {
  private static final Pattern PATH = Pattern.compile("/service/([^/]+)/operation/([^/]+)");
  private static final String PROTOCOL = "rpc-v2-cbor";

  @Override
  public boolean recognises(WireRequest request) {
    return request.method().equals("POST") && PATH.matcher(request.path()).matches();
  }

  @Override
  public Envelope open(WireRequest request) {
    if (!request.header("smithy-protocol").orElse("").equals(PROTOCOL)) {
      throw new AwsFault(
          "UnknownOperationException", 404, "The header smithy-protocol must be " + PROTOCOL);
    }
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      throw new IllegalStateException("not recognised: " + request.path());
    }
    Addressee addressee = new Addressee(AwsApi.byTarget(path.group(1)).orElse(null), path.group(2));
    if (addressee.api() == null) {
      throw unknownOperation(addressee);
    }
    try {
      return new Envelope(addressee, new Params(CborTree.read(request.body())));
    } catch (IOException e) {
      throw AwsFault.badRequest(
          "SerializationException", "The body cannot be read as CBOR: " + e.getMessage());
    }
  }

  @Override
  public AwsFault unknownOperation(Addressee addressee) {
    return new AwsFault(
        "UnknownOperationException",
        404,
        "The operation " + addressee.operation() + " is not modelled by the embedded cloud");
  }

  @Override
  public WireReply reply(
      int status, String requestId, Map<String, String> more, Map<String, ?> tree) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/cbor");
    headers.put("smithy-protocol", PROTOCOL);
    headers.put("x-amzn-RequestId", requestId);
    headers.putAll(more);
    return new WireReply(status, headers, CborTree.write(tree));
  }
}
