package io.tagwatch.uptime.probe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.common.check.AlarmLine;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.Target;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsHandshakeIT {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;

  @Test
  void blamesTheCertificateThoughTheServerHangsUpBeforeTheRefusalReachesIt() throws Exception {
    try (SSLServerSocket server = selfSigned();
        Watchdog watchdog = new Watchdog();
        Watchdog.Guard guard = watchdog.guard(Duration.ofSeconds(30));
        Socket line = new BreaksWhenItRefuses()) {
      Thread.ofVirtual().start(() -> shakeHands(server));
      line.connect(server.getLocalSocketAddress());
      Attempt attempt =
          new Attempt(check(), guard, Instant.now(), UnaryOperator.identity(), new Trace(false));

      assertThatThrownBy(
              () -> new TlsHandshake().over(line, "localhost", server.getLocalPort(), attempt))
          .isInstanceOf(ProbeException.class)
          .hasMessage("certificate is self-signed");
    }
  }

  /** A connection that takes the greeting and the change of ciphers, and nothing after them. */
  private static final class BreaksWhenItRefuses extends Socket {
    private int spoken;

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          if (++spoken > 2) {
            throw new SocketException("Broken pipe");
          }
          out.write(bytes, offset, length);
        }
      };
    }
  }

  private static void shakeHands(SSLServerSocket server) {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      socket.startHandshake();
    } catch (IOException e) {
      // The prober does not trust this server.
    }
  }

  private static Check check() {
    return new Check(
        "a",
        new Target.Tls(URI.create("tls://localhost:1"), "localhost", 1),
        Duration.ofSeconds(30),
        List.of(),
        AlarmLine.DEFAULT);
  }

  private SSLServerSocket selfSigned() throws Exception {
    Path store = folder.resolve("own.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    new ProcessBuilder(
            (keytool + " -genkeypair -alias own -dname CN=own -keyalg EC -storepass changeit")
                .concat(" -keystore " + store)
                .split(" "))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("keytool.log").toFile())
        .start()
        .waitFor();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return (SSLServerSocket)
        context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
