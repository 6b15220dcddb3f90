package io.tagwatch.notify.channel;

import io.tagwatch.common.secret.CachedSecrets;
import io.tagwatch.notify.http.Http;
import java.util.function.Supplier;

/**
 * What channels share at run time.
 *
 * @param http made at first use
 * @param secrets cached
 */
public record ChannelTools(Supplier<Http> http, CachedSecrets secrets) {}
