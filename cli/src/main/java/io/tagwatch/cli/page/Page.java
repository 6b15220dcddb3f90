package io.tagwatch.cli.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tagwatch.cli.page.model.PageModel;
import io.tagwatch.cli.page.model.Scene;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The live page: {@code GET /}, its files below {@code /_local/page/}, and what it shows as JSON at
 * {@code /_local/view}. It only reads. Safe for concurrent requests when the supplier is.
 */
public final class Page implements HttpHandler {
  static final String VIEW = "/_local/view";
  static final String FILES = "/_local/page/";

  /** Nothing but the page's own files; no inline script or style, no frame around it. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /**
   * A site that makes its own name point at 127.0.0.1 could read what a browser shows; it cannot
   * name itself like this.
   */
  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");

  private final Supplier<Scene> scene;

  private Page(Supplier<Scene> scene) {
    this.scene = scene;
  }

  /**
   * Puts the page on a cloud.
   *
   * @param scene asked again for every view
   */
  public static void mount(EmbeddedCloud cloud, Supplier<Scene> scene) {
    Page page = new Page(scene);
    cloud.mount("/", page);
    cloud.mount(VIEW, page);
    cloud.mount(FILES, page);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    String method = exchange.getRequestMethod();
    if (host == null || !LOOPBACK.matcher(host).matches()) {
      send(exchange, 421, "text/plain", "This page answers to localhost and 127.0.0.1 only.\n");
    } else if (!method.equals("GET") && !method.equals("HEAD")) {
      send(exchange, 405, "text/plain", "This page is only read: GET.\n");
    } else {
      answer(exchange, exchange.getRequestURI().getPath());
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    String file = path.startsWith(FILES) ? path.substring(FILES.length()) : "";
    if (path.equals("/")) {
      send(exchange, 200, "text/html", Assets.document("", Page::style, Page::script, ""));
    } else if (path.equals(VIEW)) {
      send(exchange, 200, "application/json", PageJson.of(PageModel.of(scene.get())));
    } else if (Assets.exists(file)) {
      String type = file.endsWith(".css") ? "text/css" : "text/javascript";
      send(exchange, 200, type, Assets.text(file));
    } else {
      send(exchange, 404, "text/plain", "There is nothing at " + path + ".\n");
    }
  }

  private static String style(String name) {
    return "<link rel=\"stylesheet\" href=\"" + FILES + name + "\">";
  }

  private static String script(String name) {
    return "<script src=\"" + FILES + name + "\"></script>";
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
