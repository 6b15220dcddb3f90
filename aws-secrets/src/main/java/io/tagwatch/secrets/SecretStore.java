package io.tagwatch.secrets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tagwatch.common.Environment;
import io.tagwatch.common.secret.Secret;
import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.common.secret.SecretUnavailableException;
import io.tagwatch.signed.AwsAnswer;
import io.tagwatch.signed.AwsRefusal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/** One reference, one call, one secret. */
final class SecretStore {
  private static final JsonFactory JSON = new JsonFactory();

  private final Environment environment;
  private final AwsCalls calls;

  SecretStore(Environment environment, AwsCalls calls) {
    this.environment = environment;
    this.calls = calls;
  }

  static SecretStore of(Environment environment) {
    return new SecretStore(environment, new SignedCalls(environment));
  }

  Secret read(SecretReference reference) {
    return switch (reference) {
      case SecretReference.Ssm ssm -> parameter(ssm);
      case SecretReference.SecretsManager secret -> secret(secret);
      case SecretReference.Env env ->
          throw new SecretUnavailableException(env, "is not kept in AWS");
    };
  }

  private Secret parameter(SecretReference.Ssm reference) {
    String body =
        json(
            generator -> {
              generator.writeStringField("Name", reference.parameter());
              generator.writeBooleanField("WithDecryption", true);
            });
    AwsCall call =
        new AwsCall(
            "ssm", "SSM", "AmazonSSM.GetParameter", region(reference), endpoint("SSM"), body);
    return answer(reference, call)
        .text("Parameter", "Value")
        .map(Secret::new)
        .orElseThrow(() -> new SecretUnavailableException(reference, "has no value"));
  }

  private Secret secret(SecretReference.SecretsManager reference) {
    String body = json(generator -> generator.writeStringField("SecretId", reference.id()));
    AwsCall call =
        new AwsCall(
            "secretsmanager",
            "Secrets Manager",
            "secretsmanager.GetSecretValue",
            region(reference),
            endpoint("SECRETS_MANAGER"),
            body);
    String text =
        answer(reference, call)
            .text("SecretString")
            .orElseThrow(
                () ->
                    new SecretUnavailableException(
                        reference, "holds bytes, not text; store it as a text"));
    return new Secret(reference.key().map(key -> member(reference, text, key)).orElse(text));
  }

  private static String member(SecretReference.SecretsManager reference, String text, String key) {
    return AwsAnswer.parse(text)
        .orElseThrow(
            () ->
                new SecretUnavailableException(
                    reference, "is not a JSON object; leave out #" + key + " to take it whole"))
        .text(key)
        .orElseThrow(
            () ->
                new SecretUnavailableException(
                    reference, "has no text under the key \"" + key + "\""));
  }

  private AwsAnswer answer(SecretReference reference, AwsCall call) {
    try {
      return calls.send(call);
    } catch (AwsRefusal refusal) {
      throw new SecretUnavailableException(reference, refusal.getMessage());
    }
  }

  private Optional<URI> endpoint(String service) {
    return environment.endpoint(service);
  }

  private String region(SecretReference reference) {
    return arnRegion(reference)
        .or(environment::region)
        .orElseThrow(
            () ->
                new SecretUnavailableException(
                    reference, "cannot be looked up without a region; set AWS_REGION"));
  }

  /** Secrets of other regions are named by ARN: {@code arn:aws:secretsmanager:eu-west-1:…}. */
  private static Optional<String> arnRegion(SecretReference reference) {
    if (!(reference instanceof SecretReference.SecretsManager secret)
        || !secret.id().startsWith("arn:")) {
      return Optional.empty();
    }
    String[] parts = secret.id().split(":", 5);
    return parts.length == 5 && !parts[3].isEmpty() ? Optional.of(parts[3]) : Optional.empty();
  }

  private static String json(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      generator.writeStartObject();
      members.write(generator);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  @FunctionalInterface
  private interface Members {
    void write(JsonGenerator generator) throws IOException;
  }
}
