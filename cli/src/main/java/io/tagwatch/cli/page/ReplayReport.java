package io.tagwatch.cli.page;

import io.tagwatch.cli.page.model.ReplayModel;
import io.tagwatch.cli.page.model.ReplayScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A replay as one file that holds everything, drawn by the page's own scripts. */
public final class ReplayReport {
  private ReplayReport() {}

  /**
   * Writes the file, with the folders above it.
   *
   * @throws IOException when it cannot be written
   */
  public static void write(Path file, ReplayScene scene) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file, OneFile.html("replay.html", Assets.REPLAY, PageJson.of(ReplayModel.of(scene))));
  }
}
