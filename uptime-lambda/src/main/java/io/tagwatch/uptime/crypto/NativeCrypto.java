package io.tagwatch.uptime.crypto;

import io.tagwatch.common.Environment;
import io.tagwatch.common.log.JsonLog;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Amazon Corretto Crypto Provider: key exchanges and signatures of TLS in native code, at a third
 * of the processor time. Loading it costs about as much as two hundred handshakes, so that the
 * first run of an environment does without it and the second loads it. The package holds one jar
 * for each architecture, with the same class names; the right one is loaded by a loader of its own.
 * Where there is none (a laptop) or it does not load, the JDK's own cryptography stays.
 */
public final class NativeCrypto {
  /** Its name among the JDK's security providers. */
  public static final String PROVIDER = "AmazonCorrettoCryptoProvider";

  private static final String CLASS = "com.amazon.corretto.crypto.provider." + PROVIDER;

  /** The first provider is asked first. */
  private static final int FIRST = 1;

  private final Optional<Path> jars;
  private final String architecture;
  private final JsonLog log;
  private int runs;

  NativeCrypto(Optional<Path> jars, String architecture, JsonLog log) {
    this.jars = jars;
    this.architecture = architecture;
    this.log = log;
  }

  /** For the package that Lambda has unpacked, if it has. */
  public static NativeCrypto of(Environment environment, JsonLog log) {
    return new NativeCrypto(
        environment.value("LAMBDA_TASK_ROOT").map(root -> Path.of(root, "lib")),
        System.getProperty("os.arch"),
        log);
  }

  /** Whether TLS uses it now. */
  public static boolean isInstalled() {
    return Security.getProvider(PROVIDER) != null;
  }

  /** To be called as a run begins: the second call loads the provider, any other does nothing. */
  public void beginRun() {
    runs++;
    if (runs == 2 && jars.isPresent() && !isInstalled()) {
      install(jars.get());
    }
  }

  private void install(Path folder) {
    try {
      Optional<Path> jar = jar(folder);
      if (jar.isPresent()) {
        Provider provider = provider(jar.get());
        Security.insertProviderAt(provider, FIRST);
        log.info("native_crypto", "provider", provider.getInfo());
      }
    } catch (IOException | ReflectiveOperationException | LinkageError e) {
      log.warn("native_crypto_unavailable", "error", String.valueOf(rootOf(e)));
    }
  }

  private Optional<Path> jar(Path folder) throws IOException {
    String suffix = "-linux-" + (architecture.equals("amd64") ? "x86_64" : "aarch_64") + ".jar";
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> each.getFileName().toString().startsWith(PROVIDER))
          .filter(each -> each.getFileName().toString().endsWith(suffix))
          .findFirst();
    }
  }

  /** The loader must stay open as long as the provider is used: as long as the process lives. */
  @SuppressWarnings("resource")
  private static Provider provider(Path jar)
      throws MalformedURLException, ReflectiveOperationException {
    URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    Class<?> type = Class.forName(CLASS, true, loader);
    Provider provider = (Provider) type.getField("INSTANCE").get(null);
    Object problem = type.getMethod("getLoadingError").invoke(provider);
    if (problem instanceof Throwable error) {
      throw new ReflectiveOperationException(error);
    }
    return provider;
  }

  private static Throwable rootOf(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
