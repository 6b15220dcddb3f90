package io.tagwatch.common.secret;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps each secret after its first successful reading, for the life of the process. Failures are
 * not kept: the next call reads again. Thread-safe.
 */
public final class CachedSecrets implements SecretSource {
  private final SecretSource source;
  private final Map<SecretReference, Secret> known = new ConcurrentHashMap<>();

  public CachedSecrets(SecretSource source) {
    this.source = source;
  }

  @Override
  public Secret read(SecretReference reference) {
    return known.computeIfAbsent(reference, source::read);
  }

  /**
   * Forgets what is known, for a service that said the secret is no longer right, and reads again.
   */
  public Secret readAgain(SecretReference reference) {
    Secret fresh = source.read(reference);
    known.put(reference, fresh);
    return fresh;
  }
}
