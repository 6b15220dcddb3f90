package io.tagwatch.local.protocol;

import java.util.Map;

/** One AWS protocol: how a request names service, operation and members, and how answers look. */
interface Codec {

  /** Whether the request is written in this protocol. */
  boolean recognises(WireRequest request);

  /**
   * Reads the request.
   *
   * @throws AwsFault when it names no service that we know, or cannot be parsed
   */
  Envelope open(WireRequest request);

  WireReply answer(Envelope envelope, String requestId, Map<String, Object> output);

  WireReply refusal(AwsFault fault, Addressee addressee, String requestId);

  /** The refusal of an operation that the service does not have or that is not modelled. */
  AwsFault unknownOperation(Addressee addressee);

  /**
   * Whom a request is for.
   *
   * @param api the service, or null when the request names none that we know
   * @param operation as the caller spelt it; empty when it could not be read
   */
  record Addressee(AwsApi api, String operation) {
    static final Addressee NOBODY = new Addressee(null, "");
  }

  /** A request that was understood. */
  record Envelope(Addressee addressee, Params params) {}
}
