package io.tagwatch.cli.demo;

import io.tagwatch.cli.page.Report;
import io.tagwatch.cli.page.model.Scene;
import io.tagwatch.cli.page.model.Story;
import io.tagwatch.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The whole story, told and kept as a report. */
public final class Demo {
  /** What came of it: the story, and how many messages people got. */
  public record Outcome(Story story, int messages) {}

  private final Terminal terminal;
  private final Path folder;
  private final boolean quiet;

  /**
   * @param folder where {@code index.html} and the configuration go
   * @param quiet whether nothing is printed
   */
  public Demo(Terminal terminal, Path folder, boolean quiet) {
    this.terminal = terminal;
    this.folder = folder;
    this.quiet = quiet;
  }

  /** The report, a page in one file. */
  public Path report() {
    return folder.resolve("index.html");
  }

  /**
   * Plays the story.
   *
   * @throws IOException when the folder cannot be written
   */
  public Outcome play() throws IOException {
    try (Stage stage = Stage.set(folder)) {
      Narrator narrator = new Narrator(terminal, stage.cloud().clock(), quiet);
      int messages = new Chapters(stage, narrator).play();
      Story story =
          new Story(
              "What happened on %s"
                  .formatted(stage.cloud().clock().instant().toString().substring(0, 10)),
              closing(narrator, messages),
              narrator.everythingHappened(),
              narrator.steps());
      Scene scene = new Scene(stage.cloud().view(), stage.chat().posts(), List.of());
      Report.write(report(), scene, story);
      return new Outcome(story, messages);
    }
  }

  /**
   * One minute of the stage without a story: touches everything that commands need.
   *
   * @throws IOException when the folder cannot be written
   */
  public static void warmUp(Path folder) throws IOException {
    try (Stage stage = Stage.set(folder)) {
      stage.fleet().launch("web-1", Map.of());
      stage.work();
      stage.tick();
    }
  }

  private static String closing(Narrator narrator, int messages) {
    long missing = narrator.steps().stream().filter(step -> !step.happened()).count();
    return missing == 0
        ? "Everything happened as told: %d messages, 0 lost.".formatted(messages)
        : "%d of %d steps did not happen.".formatted(missing, narrator.steps().size());
  }
}
