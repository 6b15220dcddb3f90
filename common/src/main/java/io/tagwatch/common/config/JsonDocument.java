package io.tagwatch.common.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as the functions read it. Places carry paths only: the JSON was written by a program, and
 * its line numbers would point nobody to the YAML that a person edits. A syntax error carries its
 * line.
 */
public final class JsonDocument {
  private static final String EMPTY = "is empty; make it a JSON object";
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;
  private final Problems problems;

  private JsonDocument(JsonParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /**
   * Parses a whole document. A syntax error or a key given twice is added to {@code problems};
   * after a syntax error the result is {@link Node.Empty}. So it is for a document without a value,
   * which is reported too: no text at all, or {@code null}.
   */
  public static Node parse(String text, Problems problems) {
    try (JsonParser parser = JSON.createParser(text)) {
      Node root = new JsonDocument(parser, problems).document();
      return root;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      Place place = at == null ? Place.ROOT : new Place("", at.getLineNr(), at.getColumnNr());
      problems.add(place, "is not valid JSON: " + firstSentence(e.getOriginalMessage()));
      return new Node.Empty(place);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does not fail", e);
    }
  }

  private Node document() throws IOException {
    if (parser.nextToken() == null) {
      problems.add(Place.ROOT, EMPTY);
      return new Node.Empty(Place.ROOT);
    }
    Node root = value("");
    if (root instanceof Node.Empty) {
      problems.add(Place.ROOT, EMPTY);
    }
    if (parser.nextToken() != null) {
      problems.add(Place.ROOT, "has text after its end");
    }
    return root;
  }

  private Node value(String path) throws IOException {
    Place place = Place.ofPath(path);
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(place);
      case START_ARRAY -> items(place);
      case VALUE_STRING -> new Node.Text(place, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Node.Numeric(place, parser.getDecimalValue());
      case VALUE_TRUE -> new Node.Flag(place, true);
      case VALUE_FALSE -> new Node.Flag(place, false);
      default -> new Node.Empty(place);
    };
  }

  private Node fields(Place place) throws IOException {
    Map<String, Node> values = new LinkedHashMap<>();
    Map<String, Place> keys = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place keyPlace = Place.ofPath(place.member(key));
      parser.nextToken();
      Node node = value(keyPlace.path());
      if (values.put(key, node) != null) {
        problems.add(keyPlace, "the key \"" + key + "\" is given twice");
      }
      keys.put(key, keyPlace);
    }
    return new Node.Fields(place, values, keys);
  }

  private Node items(Place place) throws IOException {
    List<Node> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(place.item(values.size())));
    }
    return new Node.Items(place, values);
  }

  private static String firstSentence(String message) {
    return message.lines().findFirst().orElse("it ends too early");
  }
}
