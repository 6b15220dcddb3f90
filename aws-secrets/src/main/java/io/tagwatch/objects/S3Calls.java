package io.tagwatch.objects;

import io.tagwatch.common.Environment;
import io.tagwatch.signed.AwsRefusal;
import io.tagwatch.signed.CredentialSource;
import io.tagwatch.signed.Signature;
import io.tagwatch.signed.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** GetObject and PutObject, signed. Thread-safe. */
final class S3Calls {
  /** Ten thousand checks discovered from tags, with long names and URLs. */
  private static final int LONGEST_ANSWER = 4 * 1_048_576;

  private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9]{1,64})</Code>");
  private static final byte[] NOTHING = {};

  private final Environment environment;
  private final String bucket;
  private final Wire wire;
  private final CredentialSource credentials;

  S3Calls(Environment environment, String bucket, Duration patience) {
    this.environment = environment;
    this.bucket = bucket;
    this.wire = new Wire(patience, patience, LONGEST_ANSWER);
    this.credentials = CredentialSource.of(environment, wire);
  }

  ObjectStore.Read get(String key, Optional<String> etag) {
    try {
      SdkHttpRequest.Builder request = request(SdkHttpMethod.GET, key);
      etag.ifPresent(tag -> request.putHeader("If-None-Match", tag));
      Wire.Reply reply = send(request, Optional.empty());
      if (reply.status() == 200) {
        return new ObjectStore.Read.Found(reply.body(), reply.header("ETag").orElse(""));
      }
      if (reply.status() == 304) {
        return new ObjectStore.Read.Unchanged();
      }
      return reply.status() == 404 && code(reply).equals("NoSuchKey")
          ? new ObjectStore.Read.Missing()
          : new ObjectStore.Read.Failed(refusal("read", "s3:GetObject", reply));
    } catch (IOException | AwsRefusal e) {
      return new ObjectStore.Read.Failed("cannot be read: " + reason(e));
    }
  }

  ObjectStore.Write put(String key, String json) {
    try {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      SdkHttpRequest.Builder request =
          request(SdkHttpMethod.PUT, key).putHeader("Content-Type", "application/json");
      Wire.Reply reply = send(request, Optional.of(body));
      return reply.status() == 200
          ? new ObjectStore.Write.Kept()
          : new ObjectStore.Write.Failed(refusal("written", "s3:PutObject", reply));
    } catch (IOException | AwsRefusal e) {
      return new ObjectStore.Write.Failed("cannot be written: " + reason(e));
    }
  }

  private SdkHttpRequest.Builder request(SdkHttpMethod method, String key) {
    S3Address address = new S3Address(bucket, region(), environment.endpoint("S3"));
    return SdkHttpRequest.builder().method(method).uri(address.of(key));
  }

  private Wire.Reply send(SdkHttpRequest.Builder request, Optional<byte[]> body)
      throws IOException {
    Signature signature = new Signature("s3", region(), environment.clock());
    SdkHttpRequest signed =
        signature.sign(request.build(), body.orElse(NOTHING), credentials.find());
    return wire.send(signed, body);
  }

  private String region() {
    return environment
        .region()
        .orElseThrow(() -> new AwsRefusal("there is no region; set AWS_REGION"));
  }

  private static String refusal(String done, String permission, Wire.Reply reply) {
    String code = code(reply);
    return "cannot be "
        + done
        + ": S3 answered "
        + (code.isEmpty() ? "status " + reply.status() : code)
        + (reply.status() == 403 ? "; the function's role needs " + permission : "");
  }

  private static String code(Wire.Reply reply) {
    Matcher code = CODE.matcher(reply.body());
    return code.find() ? code.group(1) : "";
  }

  /** The JDK's own messages may hold a URL; refusals begin as those of secrets do. */
  private static String reason(Exception e) {
    return e instanceof AwsRefusal
        ? e.getMessage().replaceFirst("^cannot be read:? ", "")
        : "no answer (" + e.getClass().getSimpleName() + ")";
  }
}
