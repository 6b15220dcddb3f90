package io.tagwatch.local.protocol;

import java.util.Map;

/**
 * One HTTP answer.
 *
 * @param status the HTTP status
 * @param headers in the spelling that goes on the wire
 * @param body whole
 */
public record WireReply(int status, Map<String, String> headers, byte[] body) {}
