package io.tagwatch.cli.page;

import io.tagwatch.cli.page.model.PageModel;
import io.tagwatch.cli.page.model.Scene;
import io.tagwatch.cli.page.model.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The page as one file that holds everything: view, story, style, scripts. It opens from disk and
 * asks no network for anything; its policy lets only its own scripts run.
 */
public final class Report {
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
    Files.writeString(
        file, OneFile.html("page.html", Assets.PAGE, PageJson.of(PageModel.of(scene, story))));
  }
}
