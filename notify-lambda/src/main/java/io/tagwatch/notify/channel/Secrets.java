package io.tagwatch.notify.channel;

import io.tagwatch.common.secret.SecretReference;

/** Hands out a service's secrets while one call is built. */
@FunctionalInterface
public interface Secrets {

  /** The secret's text. */
  String reveal(SecretReference reference);
}
