package io.tagwatch.local.protocol;

/**
 * One decoded request.
 *
 * @param operation the operation's name in the service model, such as {@code PutMetricAlarm}
 * @param params its members
 * @param region the region of the request's signature scope; {@code us-east-1} when unsigned
 * @param requestId the identifier that the answer carries
 */
public record Call(String operation, Params params, String region, String requestId) {}
