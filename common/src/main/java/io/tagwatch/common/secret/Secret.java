package io.tagwatch.common.secret;

/** A resolved secret. Its text is handed out on request only; printing it shows nothing. */
public final class Secret {
  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  /** The secret itself, for the one place that sends it. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "(secret)";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
