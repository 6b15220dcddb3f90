/**
 * The wire: one codec per AWS protocol, shared by all services.
 *
 * <p>Every codec turns a request into a {@link io.tagwatch.local.protocol.Call} and writes the
 * answer of a {@link io.tagwatch.local.protocol.Service} back. Between them lies one neutral tree:
 * {@code Map<String, Object>} with {@code List}, {@code String}, {@code Number}, {@code Boolean},
 * {@code java.time.Instant} and {@code byte[]} below it, keyed by the member names of the service
 * model. A service therefore never knows which protocol asked. What a service is built from is a
 * {@link io.tagwatch.local.protocol.CloudSetting}.
 */
package io.tagwatch.local.protocol;
