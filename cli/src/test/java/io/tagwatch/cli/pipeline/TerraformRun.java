package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Terraform with stand-in providers, on a copy of the module in a folder of its own. */
final class TerraformRun {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> FUNCTIONS = List.of("uptime", "alarms", "notify");

  private final Path program;
  private final Path folder;

  private TerraformRun(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * The stand-in: {@code TERRAFORM_OFFLINE}, else beside the project; empty when it is not there.
   */
  static Optional<Path> program() {
    String named = System.getenv("TERRAFORM_OFFLINE");
    Path beside = PROJECT.resolve("../shared/terraform-offline/terraform-offline").normalize();
    Path program = named == null ? beside : Path.of(named);
    return Optional.of(program).filter(Files::isExecutable).filter(any -> onPath("terraform"));
  }

  private static boolean onPath(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, name)));
  }

  /** Copies the module, and links the packages that the build has made. */
  static TerraformRun in(Path program, Path work) throws IOException {
    copy(PROJECT.resolve("terraform"), work.resolve("terraform"));
    for (String name : FUNCTIONS) {
      Path zip = Path.of(name + "-lambda", "target", name + "-lambda.zip");
      Files.createDirectories(work.resolve(zip).getParent());
      Files.createSymbolicLink(work.resolve(zip), PROJECT.resolve(zip));
    }
    return new TerraformRun(program, work.resolve("terraform/examples/minimal"));
  }

  /** The folder of the operator's three files. */
  Path configuration() {
    return folder.resolve("config");
  }

  /** Where paths in the configuration start. */
  Path folder() {
    return folder;
  }

  /** Adds a line to the arguments of the module. */
  void argument(String line) throws IOException {
    Path main = folder.resolve("main.tf");
    String text = Files.readString(main);
    Files.writeString(
        main, text.replace("  deployment      =", "  " + line + "\n  deployment      ="));
  }

  /** Applies, and reads what is there. */
  JsonNode applied() throws IOException {
    run("init", "-no-color");
    run("apply", "-auto-approve", "-no-color");
    return new ObjectMapper().readTree(run("show", "-json"));
  }

  private String run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "-chdir=" + folder));
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().put("AWS_REGION", "eu-west-1");
    Process process = builder.start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(answer + Files.readString(errors));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return answer;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(file -> !file.toString().contains(".terraform") && !isState(file))
          .forEach(file -> place(file, to.resolve(from.relativize(file).toString())));
    }
  }

  private static boolean isState(Path file) {
    return file.getFileName().toString().contains(".tfstate");
  }

  private static void place(Path file, Path target) {
    try {
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
