package io.tagwatch.common.outcome;

import java.time.Instant;

/**
 * Why a check is down.
 *
 * @param reason such as {@code connect_refused}
 * @param phase such as {@code connect}
 * @param detail for people: {@code status 503, expected 200}; without secrets
 * @param url without user, query and fragment
 * @param since the first minute in which it was down
 */
public record Outcome(String reason, String phase, String detail, String url, Instant since) {}
