package io.tagwatch.secrets;

import io.tagwatch.common.Environment;
import io.tagwatch.common.secret.EnvironmentSecrets;
import io.tagwatch.common.secret.Secret;
import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.common.secret.SecretSource;

/**
 * Reads {@code ssm:} and {@code secretsmanager:} references with the function's own credentials.
 *
 * <p>Nothing of the AWS SDK is loaded before the first such reference is read. Each reading is one
 * HTTPS call; wrap it in {@code CachedSecrets} to keep the results. Connecting may take 2 seconds,
 * an answer 5. Failures name the reference, the service's error code and the permission that is
 * probably missing, never a value. Thread-safe.
 */
public final class AwsSecrets implements SecretSource {
  private final Environment environment;
  private SecretStore store;

  /**
   * @throws io.tagwatch.common.config.ConfigException when an endpoint that is set is no URL; a
   *     process should not start with it
   */
  public AwsSecrets(Environment environment) {
    this.environment = environment;
    environment.endpoint("SSM");
    environment.endpoint("SECRETS_MANAGER");
  }

  /** Every kind of reference: environment variables, and AWS for the rest. */
  public static SecretSource all(Environment environment) {
    return new EnvironmentSecrets(environment, new AwsSecrets(environment));
  }

  @Override
  public Secret read(SecretReference reference) {
    return store().read(reference);
  }

  private synchronized SecretStore store() {
    if (store == null) {
      store = SecretStore.of(environment);
    }
    return store;
  }
}
