package io.tagwatch.notify;

import io.tagwatch.notify.message.Invocation;
import io.tagwatch.notify.notification.Notification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The captured messages of {@code src/test/resources/messages}; ORIGIN.md there tells whence. */
public final class Corpus {
  private static final Path FOLDER = Path.of("src/test/resources/messages");

  private Corpus() {}

  /** The names of all files, sorted. */
  public static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("ORIGIN.md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a message is understood as, whichever way it would come. */
  public static List<Notification> notifications(String name) {
    return switch (Invocation.parse(bytes(name), "corpus")) {
      case Invocation.Direct direct -> direct.notifications();
      case Invocation.Batch batch ->
          batch.messages().stream().map(Invocation.Queued::notification).toList();
    };
  }

  /** The file that tells where each message is from. */
  public static String origin() {
    try {
      return Files.readString(FOLDER.resolve("ORIGIN.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
