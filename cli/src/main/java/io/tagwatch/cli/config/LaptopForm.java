package io.tagwatch.cli.config;

import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code checks.yaml} as the function on a laptop reads it from another folder: certificates that
 * stand in files are written out, and metrics go to the embedded cloud even if they are meant for a
 * log, because nobody makes metrics of a log here.
 */
public final class LaptopForm {
  private static final List<String> CERTIFICATES = List.of("ca", "certificate");

  private final Path folder;

  private LaptopForm(Path folder) {
    this.folder = folder;
  }

  /** The document; places stay as they are. */
  public static Node of(ConfigFile checks) {
    Path folder = Path.of(checks.problems().file()).toAbsolutePath().getParent();
    Node root = new LaptopForm(folder).whole(checks.root());
    if (!(root instanceof Node.Fields fields) || !fields.values().containsKey("publish")) {
      return root;
    }
    Map<String, Node> values = new LinkedHashMap<>(fields.values());
    values.remove("publish");
    return new Node.Fields(fields.place(), values, fields.keys());
  }

  private Node whole(Node node) {
    return switch (node) {
      case Node.Items items ->
          new Node.Items(items.place(), items.values().stream().map(this::whole).toList());
      case Node.Fields fields -> {
        Map<String, Node> values = new LinkedHashMap<>();
        fields
            .values()
            .forEach(
                (key, value) -> values.put(key, key.equals("tls") ? tls(value) : whole(value)));
        yield new Node.Fields(fields.place(), values, fields.keys());
      }
      default -> node;
    };
  }

  private Node tls(Node node) {
    if (!(node instanceof Node.Fields fields)) {
      return node;
    }
    Map<String, Node> values = new LinkedHashMap<>(fields.values());
    CERTIFICATES.forEach(key -> values.computeIfPresent(key, (k, value) -> written(value)));
    return new Node.Fields(fields.place(), values, fields.keys());
  }

  /** What cannot be read stays: the function says so. */
  private Node written(Node node) {
    if (!(node instanceof Node.Text text) || text.value().contains("-----BEGIN")) {
      return node;
    }
    try {
      return new Node.Text(
          text.place(), Files.readString(folder.resolve(text.value()), StandardCharsets.US_ASCII));
    } catch (IOException | IllegalArgumentException e) {
      return node;
    }
  }
}
