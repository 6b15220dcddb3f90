package io.tagwatch.bench.cold;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.tagwatch.bench.cold.floor.IdleHandler;
import io.tagwatch.bench.cold.floor.TlsHandler;
import io.tagwatch.bench.runtime.Invocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a handler costs that does nothing, or nothing but one exchange over TLS: the part of a
 * function's figure that is the machine's and the JDK's.
 */
final class FloorScenario implements Scenario {
  static final String IDLE = "floor-idle";
  static final String TLS = "floor-tls";

  private final String name;
  private final Class<? extends RequestStreamHandler> handler;
  private final ChatStub chat;
  private final LoopbackTls tls;
  private final Path zip;
  private int expected;

  private FloorScenario(
      String name, Class<? extends RequestStreamHandler> handler, LoopbackTls tls, Path zip)
      throws IOException {
    this.name = name;
    this.handler = handler;
    this.tls = tls;
    this.chat = ChatStub.start(tls.serverContext());
    this.zip = zip;
  }

  static FloorScenario start(String name, Path folder) throws IOException, InterruptedException {
    Class<? extends RequestStreamHandler> handler =
        name.equals(TLS) ? TlsHandler.class : IdleHandler.class;
    return new FloorScenario(
        name, handler, LoopbackTls.create(folder), zipped(handler, folder.resolve(name + ".zip")));
  }

  @Override
  public String function() {
    return name;
  }

  @Override
  public String handler() {
    return handler.getName();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(TlsHandler.URL, chat.url());
  }

  @Override
  public List<String> jvmFlags() {
    return tls.trustFlags();
  }

  @Override
  public byte[] event(int n) {
    return ("{\"n\": " + n + "}").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void verify(Invocation answer) {
    expected++;
    boolean posted = handler != TlsHandler.class || chat.received() == expected;
    if (answer.failed() || !answer.text().startsWith("{\"n\": ") || !posted) {
      throw new IllegalStateException(name + " did not do its work: " + answer.text());
    }
  }

  @Override
  public Targets targets() {
    return new Targets(0, 0, 0, 0);
  }

  @Override
  public int invocations() {
    return 500;
  }

  @Override
  public Path zip(Path projectRoot) {
    return zip;
  }

  @Override
  public void close() {
    chat.close();
  }

  /** The handler's class file in the package's root, and Lambda's interface under {@code lib/}. */
  private static Path zipped(Class<?> handler, Path target) throws IOException {
    String file = handler.getName().replace('.', '/') + ".class";
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
      out.putNextEntry(new ZipEntry("lib/aws-lambda-java-core.jar"));
      Files.copy(jarOf(RequestStreamHandler.class), out);
      out.putNextEntry(new ZipEntry(file));
      try (InputStream code = handler.getClassLoader().getResourceAsStream(file)) {
        code.transferTo(out);
      }
    }
    return target;
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
