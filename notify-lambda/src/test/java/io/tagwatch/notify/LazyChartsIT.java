package io.tagwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.tagwatch.common.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function whose channels want no charts pays nothing for them when it starts. */
class LazyChartsIT {
  private static final Pattern CHARTS = Pattern.compile("Chart|Picture|Illustrator\\$|HttpContent");

  @TempDir Path config;

  @Test
  void loadsNothingOfChartsUnlessAChannelWantsThem() throws Exception {
    assertThat(loaded("")).isNotEmpty().noneMatch(name -> CHARTS.matcher(name).find());
    assertThat(loaded(", \"chart\": true")).anyMatch(name -> name.endsWith(".chart.Charts"));
  }

  /** The classes of notify-lambda that telling one alarm takes. */
  private List<String> loaded(String chart) throws Exception {
    try (ChatStandIn chat =
        new ChatStandIn().always(200, "{\"ok\":true,\"result\":{\"message_id\":7}}")) {
      Files.writeString(
          config.resolve("channels.json"),
          """
          {"channels": {"chat": {"type": "telegram", "token": "env:TOKEN", "chat": "-1", "api": "%s"%s}}}
          """
              .formatted(chat.url(), chart));
      Environment environment =
          new Environment(
              Map.of(
                  "TAGWATCH_CONFIG_DIR", config.toString(),
                  "TAGWATCH_DEPLOYMENT", "prod",
                  "TAGWATCH_LOG_LEVEL", "error",
                  "TAGWATCH_SERVER_NAMES", "off",
                  "TAGWATCH_TOPIC_ARN", "arn:aws:sns:eu-west-1:123456789012:tagwatch-prod",
                  "AWS_REGION", "eu-west-1",
                  "AWS_ENDPOINT_URL", chat.url(),
                  "TOKEN", "12345:secret"),
              InstantSource.system());
      Recorder recorder = new Recorder();
      RequestStreamHandler handler =
          (RequestStreamHandler)
              recorder
                  .loadClass("io.tagwatch.notify.NotifyHandler")
                  .getConstructor(Environment.class)
                  .newInstance(environment);
      byte[] event =
          Samples.batch("chat", Samples.alarm("cpu", "ALARM")).getBytes(StandardCharsets.UTF_8);
      handler.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), null);
      assertThat(chat.posts).isNotEmpty();
      return recorder.names;
    }
  }

  /** Defines the function's own classes afresh, and notes which. */
  private static final class Recorder extends ClassLoader {
    private final List<String> names = new CopyOnWriteArrayList<>();

    Recorder() {
      super(LazyChartsIT.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known != null || !name.startsWith("io.tagwatch.notify.")
            ? known != null ? known : super.loadClass(name, resolve)
            : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        names.add(name);
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
