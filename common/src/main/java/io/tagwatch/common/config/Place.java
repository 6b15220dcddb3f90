package io.tagwatch.common.config;

/**
 * Where something stands in a document.
 *
 * @param path the way from the root, such as {@code checks[0].expect[1]}; empty for the root
 * @param line 1-based; 0 when unknown, as in JSON that a program wrote
 * @param column 1-based; 0 when unknown
 */
public record Place(String path, int line, int column) {

  /** The root of a document. */
  public static final Place ROOT = new Place("", 0, 0);

  /** A place known by its path alone. */
  public static Place ofPath(String path) {
    return new Place(path, 0, 0);
  }

  /** The path of a member of this place. */
  public String member(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The path of a list item of this place. */
  public String item(int index) {
    return path + "[" + index + "]";
  }

  public boolean hasLine() {
    return line > 0;
  }
}
