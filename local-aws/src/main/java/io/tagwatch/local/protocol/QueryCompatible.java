package io.tagwatch.local.protocol;

import java.util.Map;

/**
 * A protocol of the services that once spoke Query only: answers and refusals are one tree, and a
 * refusal's header repeats the code that Query had for it.
 */
interface QueryCompatible extends Codec {

  /**
   * Writes a tree.
   *
   * @param more headers beyond the protocol's own
   */
  WireReply reply(int status, String requestId, Map<String, String> more, Map<String, ?> tree);

  @Override
  default WireReply answer(Envelope envelope, String requestId, Map<String, Object> output) {
    return reply(200, requestId, Map.of(), output);
  }

  @Override
  default WireReply refusal(AwsFault fault, Addressee addressee, String requestId) {
    return reply(
        fault.httpStatus(),
        requestId,
        ErrorShape.headers(fault, addressee.api()),
        ErrorShape.body(fault, addressee.api()));
  }
}
