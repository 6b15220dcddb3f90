package io.tagwatch.cli.page.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A headless Chromium with a new, empty profile, driven through chromedriver. */
public final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DriverProcess process;
  private final WebDriver driver;

  private Chromium(DriverProcess process, WebDriver driver) {
    this.process = process;
    this.driver = driver;
  }

  /** Why there is none here; empty when there is one. */
  public static Optional<String> missing() {
    return DriverProcess.browser().isPresent() && DriverProcess.driver().isPresent()
        ? Optional.empty()
        : Optional.of("no chromium and chromedriver on the PATH; Debian: chromium chromium-driver");
  }

  public static Chromium start() throws IOException {
    DriverProcess process = DriverProcess.start();
    try {
      return new Chromium(process, new WebDriver(process.url(), capabilities(process.profile())));
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  private static Map<String, Object> capabilities(Path profile) {
    List<String> arguments =
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--user-data-dir=" + profile);
    Map<String, Object> options =
        Map.of("binary", DriverProcess.browser().orElseThrow().toString(), "args", arguments);
    return Map.of(
        "capabilities",
        Map.of(
            "alwaysMatch",
            Map.of(
                "goog:chromeOptions",
                options,
                "goog:loggingPrefs",
                Map.of("browser", "ALL", "performance", "ALL"))));
  }

  public void open(URI url) {
    driver.post("url", Map.of("url", url.toString()));
  }

  /** The value of a script's {@code return}; a promise is waited for. */
  public JsonNode run(String script) {
    return driver.post("execute/sync", Map.of("script", script, "args", List.of()));
  }

  /**
   * Waits until an expression is true.
   *
   * @throws IllegalStateException when it is not within ten seconds
   */
  public void await(String expression) {
    String script =
        """
        const holds = () => { try { return Boolean(%1$s); } catch { return false; } };
        return new Promise((resolve) => {
          const end = Date.now() + 10000;
          const look = () => holds() ? resolve(true)
              : Date.now() > end ? resolve(false) : setTimeout(look, 20);
          look();
        });
        """
            .formatted(expression);
    if (!run(script).asBoolean()) {
      throw new IllegalStateException("not true within ten seconds: " + expression);
    }
  }

  /** What a person reads in each element that a selector finds, with single blanks. */
  public List<String> texts(String selector) {
    String script =
        "return [...document.querySelectorAll('%s')].map((one) => one.innerText)"
            .formatted(selector);
    List<String> texts = new ArrayList<>();
    run(script).forEach(text -> texts.add(text.asText().replaceAll("\\s+", " ").strip()));
    return texts;
  }

  /** A viewport of this size, with the system's preference for dark or light. */
  public void viewport(int width, int height, boolean dark) {
    devTools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    devTools("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  /** Presses a key on whatever has the focus: {@code Tab}, {@code Enter}. */
  public void press(String key) {
    int code = key.equals("Tab") ? 9 : 13;
    Map<String, Object> event =
        Map.of(
            "key", key, "code", key, "windowsVirtualKeyCode", code, "nativeVirtualKeyCode", code);
    for (String type : List.of("rawKeyDown", "keyUp")) {
      Map<String, Object> typed = new HashMap<>(event);
      typed.put("type", type);
      devTools("Input.dispatchKeyEvent", typed);
      if (type.equals("rawKeyDown") && key.equals("Enter")) {
        devTools("Input.dispatchKeyEvent", Map.of("type", "char", "text", "\r"));
      }
    }
  }

  public byte[] screenshot() {
    return Base64.getDecoder().decode(driver.get("screenshot").asText());
  }

  /** Errors and warnings of the console since the last call. */
  public List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (JsonNode entry : log("browser")) {
      if (List.of("SEVERE", "WARNING").contains(entry.path("level").asText())) {
        complaints.add(entry.path("message").asText());
      }
    }
    return complaints;
  }

  /** Every address that pages asked for since the last call; not the browser's own resources. */
  public List<String> requests() throws IOException {
    List<String> addresses = new ArrayList<>();
    for (JsonNode entry : log("performance")) {
      JsonNode message = JSON.readTree(entry.path("message").asText()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        String address = message.path("params").path("request").path("url").asText();
        if (!address.startsWith("chrome:")) {
          addresses.add(address);
        }
      }
    }
    return addresses;
  }

  private JsonNode log(String type) {
    return driver.post("se/log", Map.of("type", type));
  }

  private void devTools(String command, Map<String, Object> parameters) {
    driver.post("goog/cdp/execute", Map.of("cmd", command, "params", parameters));
  }

  @Override
  public void close() {
    try {
      driver.close();
    } finally {
      process.close();
    }
  }
}
