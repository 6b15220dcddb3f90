package io.tagwatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir private Path folder;

  @Test
  void tellsAFolderOfAnEarlierStartFromANewOne() throws Exception {
    assertThat(Folders.holdsAnything(folder)).isFalse();
    assertThat(Folders.holdsAnything(folder.resolve("not there"))).isFalse();

    Files.writeString(folder.resolve("states.mv"), "");

    assertThat(Folders.holdsAnything(folder)).isTrue();
  }
}
