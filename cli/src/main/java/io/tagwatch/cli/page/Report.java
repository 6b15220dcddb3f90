package io.tagwatch.cli.page;

import io.tagwatch.cli.page.model.PageModel;
import io.tagwatch.cli.page.model.Scene;
import io.tagwatch.cli.page.model.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;

/**
 * The page as one file that holds everything: view, story, style, scripts. It opens from disk and
 * asks no network for anything; its policy lets only its own scripts run.
 */
public final class Report {
  private final StringJoiner scripts = new StringJoiner(" ");
  private final StringJoiner styles = new StringJoiner(" ");

  private Report() {}

  /**
   * Writes the file, with the folders above it.
   *
   * @param story what led there; drawn as a timeline beside the view
   * @throws IOException when it cannot be written
   */
  public static void write(Path file, Scene scene, Story story) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Files.writeString(file, new Report().html(PageModel.of(scene, story)));
  }

  private String html(PageModel model) {
    String view =
        "<script type=\"application/json\" id=\"view\">" + PageJson.of(model) + "</script>";
    String html = Assets.document("<!--policy-->", this::style, this::script, view);
    return html.replace("<!--policy-->", policy());
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
