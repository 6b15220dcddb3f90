package io.tagwatch.local.protocol;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * AWS Query and its EC2 dialect: a form with {@code Action} and {@code Version}, answered in XML.
 * The version tells the service.
 */
final class QueryCodec implements Codec {
  /** What every request carries beside the members; the rest are signatures in the query. */
  private static final Set<String> ENVELOPE =
      Set.of(
          "Action",
          "Version",
          "AWSAccessKeyId",
          "Signature",
          "SignatureMethod",
          "SignatureVersion",
          "SecurityToken");

  private static final XmlTree MEMBERS = new XmlTree("member");
  private static final XmlTree ITEMS = new XmlTree("item");

  @Override
  public boolean recognises(WireRequest request) {
    return switch (request.method()) {
      case "GET" -> request.path().equals("/") && named(request.query(), "Action");
      case "POST" ->
          request.path().equals("/")
              && request.header("content-type").orElse("").contains("x-www-form-urlencoded");
      default -> false;
    };
  }

  private static boolean named(String form, String member) {
    return form.startsWith(member + "=") || form.contains("&" + member + "=");
  }

  @Override
  public Envelope open(WireRequest request) {
    Params form = new Params(read(request));
    String operation =
        form.text("Action")
            .orElseThrow(
                () -> AwsFault.badRequest("MissingAction", "The parameter Action is required"));
    String version = form.text("Version").orElse("");
    AwsApi api =
        AwsApi.byVersion(version)
            .orElseThrow(
                () ->
                    AwsFault.badRequest(
                        "NoSuchVersion",
                        "Could not find operation " + operation + " for version " + version));
    return new Envelope(new Addressee(api, operation), members(form));
  }

  private static Map<String, Object> read(WireRequest request) {
    String body = new String(request.body(), StandardCharsets.UTF_8);
    String form = request.method().equals("GET") ? request.query() : body;
    try {
      return FormTree.read(form);
    } catch (IllegalArgumentException e) {
      throw AwsFault.badRequest(
          "MalformedQueryString", "The form cannot be read: " + e.getMessage());
    }
  }

  private static Params members(Params form) {
    Map<String, Object> members = new LinkedHashMap<>(form.tree());
    members.keySet().removeIf(name -> ENVELOPE.contains(name) || name.startsWith("X-Amz-"));
    return new Params(members);
  }

  @Override
  public WireReply answer(Envelope envelope, String requestId, Map<String, Object> output) {
    AwsApi api = envelope.addressee().api();
    String operation = envelope.addressee().operation();
    String root = operation + "Response";
    Map<String, Object> tree = new LinkedHashMap<>();
    if (api == AwsApi.EC2) {
      tree.put("requestId", requestId);
      tree.putAll(output);
      return reply(200, requestId, ITEMS.write(root, api.xmlNamespace(), tree));
    }
    tree.put(operation + "Result", output);
    tree.put("ResponseMetadata", Map.of("RequestId", requestId));
    return reply(200, requestId, MEMBERS.write(root, api.xmlNamespace(), tree));
  }

  @Override
  public WireReply refusal(AwsFault fault, Addressee addressee, String requestId) {
    Map<String, Object> error = new LinkedHashMap<>();
    Map<String, Object> tree = new LinkedHashMap<>();
    if (addressee.api() == AwsApi.EC2) {
      error.put("Code", fault.code());
      error.put("Message", fault.getMessage());
      tree.put("Errors", Map.of("Error", error));
      tree.put("RequestID", requestId);
      return reply(fault.httpStatus(), requestId, ITEMS.write("Response", null, tree));
    }
    error.put("Type", fault.callersFault() ? "Sender" : "Receiver");
    error.put("Code", addressee.api() == null ? fault.code() : addressee.api().queryCode(fault));
    error.put("Message", fault.getMessage());
    tree.put("Error", error);
    tree.put("RequestId", requestId);
    String namespace = addressee.api() == null ? null : addressee.api().xmlNamespace();
    return reply(fault.httpStatus(), requestId, MEMBERS.write("ErrorResponse", namespace, tree));
  }

  @Override
  public AwsFault unknownOperation(Addressee addressee) {
    String sentence =
        addressee.api() == AwsApi.EC2
            ? "The action " + addressee.operation() + " is not valid for this web service."
            : "Could not find operation "
                + addressee.operation()
                + " for version "
                + addressee.api().version();
    return AwsFault.badRequest(
        "InvalidAction", sentence + " It is not modelled by the embedded cloud.");
  }

  private static WireReply reply(int status, String requestId, byte[] body) {
    return new WireReply(
        status,
        Map.of("Content-Type", "text/xml;charset=UTF-8", "x-amzn-RequestId", requestId),
        body);
  }
}
