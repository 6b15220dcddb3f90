package io.tagwatch.common.config;

/**
 * One mistake of a document.
 *
 * @param place where
 * @param subject what the mistake concerns, such as {@code check "api"}; empty when the place says
 *     it
 * @param message what is wrong and what to write instead, one sentence without a full stop
 */
public record Problem(Place place, String subject, String message) {

  /** What looks like a secret is hidden, in the path too: a key may be one by mistake. */
  public Problem {
    place = new Place(SecretShapes.hidden(place.path()), place.line(), place.column());
    message = SecretShapes.hidden(message);
  }

  String location() {
    return place.hasLine() ? "line " + place.line() + ", column " + place.column() + ":" : "";
  }

  String where() {
    String about = subject.isEmpty() ? "" : " (" + subject + ")";
    return place.path().isEmpty() ? about.strip() : place.path() + about;
  }
}
