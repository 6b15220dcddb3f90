package io.tagwatch.common.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Configuration that cannot be used. The message is meant for the person who wrote the files: it
 * lists every mistake with its place and remedy.
 *
 * <pre>
 * checks.yaml has 2 errors
 *   line 7, column 14:  checks[1].timeout    "5 seconds" is not a duration; write 5s, 500ms or 1m
 *   line 12, column 9:  checks[2].expect[0]  unknown operator "=&gt;"; did you mean "&gt;="?
 * </pre>
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problems> files;

  private ConfigException(List<Problems> files) {
    super(files.stream().map(ConfigException::describe).collect(Collectors.joining("\n")));
    this.files = files;
  }

  /** One mistake of a file as a whole, such as that it is not there. */
  public static ConfigException of(String file, String message) {
    Problems problems = new Problems(file);
    problems.add(Place.ROOT, message);
    return new ConfigException(List.of(problems));
  }

  /** Throws one exception for the mistakes of all files, if there are any. */
  public static void throwIfAny(List<Problems> files) {
    List<Problems> wrong = files.stream().filter(problems -> !problems.isEmpty()).toList();
    if (!wrong.isEmpty()) {
      throw new ConfigException(wrong);
    }
  }

  /** The mistakes, one entry for each file that has some. */
  public List<Problems> files() {
    return files;
  }

  private static String describe(Problems problems) {
    List<Problem> list = problems.list();
    int locations = widest(list.stream().map(Problem::location).toList());
    int paths = widest(list.stream().map(Problem::where).toList());
    String head =
        problems.file() + " has " + (list.size() == 1 ? "1 error" : list.size() + " errors");
    return list.stream()
        .map(problem -> line(problem, locations, paths))
        .collect(Collectors.joining("\n", head + "\n", ""));
  }

  private static String line(Problem problem, int locations, int paths) {
    return "  "
        + padded(problem.location(), locations)
        + padded(problem.where(), paths)
        + problem.message();
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return width == 0 ? "" : text + " ".repeat(width - text.length() + 2);
  }
}
