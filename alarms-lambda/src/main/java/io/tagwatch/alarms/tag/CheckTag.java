package io.tagwatch.alarms.tag;

import java.time.Duration;
import java.util.Optional;

/**
 * A check of the server itself, as its tag asks for it.
 *
 * @param label what follows {@code tagwatch:check:} in the key; empty for {@code tagwatch:check}
 * @param scheme http, https, tcp or tls
 * @param rest what follows the server's address: port and path, such as {@code :8443/health}
 * @param timeout empty for the default of checks.yaml
 * @param status such as {@code 200..204}; empty for the default
 */
public record CheckTag(
    String label,
    String scheme,
    String rest,
    Optional<Duration> timeout,
    Optional<String> status) {}
