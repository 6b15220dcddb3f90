package io.tagwatch.common.secret;

import io.tagwatch.common.Environment;

/** Secrets in environment variables; every other reference goes to the next source. */
public final class EnvironmentSecrets implements SecretSource {
  private final Environment environment;
  private final SecretSource next;

  public EnvironmentSecrets(Environment environment, SecretSource next) {
    this.environment = environment;
    this.next = next;
  }

  /** Environment variables alone: {@code ssm:} and {@code secretsmanager:} are unavailable. */
  public EnvironmentSecrets(Environment environment) {
    this(
        environment,
        reference -> {
          throw new SecretUnavailableException(reference, "needs an AWS account");
        });
  }

  @Override
  public Secret read(SecretReference reference) {
    if (!(reference instanceof SecretReference.Env env)) {
      return next.read(reference);
    }
    return environment
        .value(env.name())
        .map(Secret::new)
        .orElseThrow(
            () ->
                new SecretUnavailableException(
                    reference, "is not set; set the environment variable " + env.name()));
  }
}
