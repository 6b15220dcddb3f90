package io.tagwatch.cli.page;

import java.util.List;
import java.util.StringJoiner;

/**
 * A document that holds its view, style and scripts. It opens from disk and asks no network for
 * anything; its policy lets only its own scripts run. Use one for one document.
 */
final class OneFile {
  private final StringJoiner scripts = new StringJoiner(" ");
  private final StringJoiner styles = new StringJoiner(" ");

  private OneFile() {}

  /**
   * @param page the document's name among the assets
   * @param names its scripts, in the order in which they run
   * @param json what it shows; safe inside a script element
   */
  static String html(String page, List<String> names, String json) {
    OneFile file = new OneFile();
    String view = "<script type=\"application/json\" id=\"view\">" + json + "</script>";
    String html = Assets.document(page, names, "<!--policy-->", file::style, file::script, view);
    return html.replace("<!--policy-->", file.policy());
  }

  private String style(String name) {
    styles.add(Policy.hash(Assets.text(name)));
    return "<style>" + Assets.text(name) + "</style>";
  }

  private String script(String name) {
    scripts.add(Policy.hash(Assets.text(name)));
    return "<script>" + Assets.text(name) + "</script>";
  }

  private String policy() {
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
        + scripts
        + "; style-src "
        + styles
        + "; img-src data:; base-uri 'none'; form-action 'none'\">";
  }
}
