package io.tagwatch.local.protocol;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leads each request to its service, by whichever protocol it is written in. Safe for concurrent
 * calls when the services are.
 */
public final class Switchboard {
  private static final List<Codec> CODECS =
      List.of(new RpcV2CborCodec(), new AwsJsonCodec(), new QueryCodec());

  /** {@code Credential=<key>/<date>/<region>/<service>/aws4_request}, in header or query. */
  private static final Pattern SCOPE =
      Pattern.compile(
          "Credential=[^/%]+(?:/|%2F)\\d{8}(?:/|%2F)([a-z]{2}(?:-[a-z]+)+-\\d)(?:/|%2F)");

  private final Map<AwsApi, Service> services;
  private final String defaultRegion;
  private final Consumer<RuntimeException> onBug;

  /**
   * @param services those that answer; any other is refused as an unknown operation
   * @param defaultRegion of requests without a signature
   * @param onBug told of every exception that is not an {@link AwsFault}
   */
  public Switchboard(
      Map<AwsApi, Service> services, String defaultRegion, Consumer<RuntimeException> onBug) {
    this.services = new EnumMap<>(services);
    this.defaultRegion = defaultRegion;
    this.onBug = onBug;
  }

  /** The answer to a request, refusals included; empty when no AWS protocol is recognised in it. */
  public Optional<WireReply> serve(WireRequest request) {
    return CODECS.stream()
        .filter(codec -> codec.recognises(request))
        .findFirst()
        .map(codec -> serve(request, codec));
  }

  private WireReply serve(WireRequest request, Codec codec) {
    String requestId = UUID.randomUUID().toString();
    Codec.Addressee addressee = Codec.Addressee.NOBODY;
    try {
      Codec.Envelope envelope = codec.open(request);
      addressee = envelope.addressee();
      Service service = services.get(addressee.api());
      if (service == null || !service.operations().contains(addressee.operation())) {
        throw codec.unknownOperation(addressee);
      }
      if (request.sentBytes() > addressee.api().maxBodyBytes()) {
        throw new AwsFault(
            "RequestEntityTooLarge",
            413,
            "Request size exceeded " + addressee.api().maxBodyBytes() + " bytes");
      }
      Call call = new Call(addressee.operation(), envelope.params(), region(request), requestId);
      return codec.answer(envelope, requestId, service.call(call));
    } catch (AwsFault fault) {
      return codec.refusal(fault, addressee, requestId);
    } catch (RuntimeException bug) {
      onBug.accept(bug);
      AwsFault fault = new AwsFault("InternalFailure", 500, "The embedded cloud failed: " + bug);
      return codec.refusal(fault, addressee, requestId);
    }
  }

  private String region(WireRequest request) {
    Matcher scope = SCOPE.matcher(request.header("authorization").orElseGet(request::query));
    return scope.find() ? scope.group(1) : defaultRegion;
  }
}
