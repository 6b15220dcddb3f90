package io.tagwatch.notify.http;

/**
 * The body of a call that is no JSON.
 *
 * @param type the media type with its parameters
 * @param bytes not copied; nobody changes them
 */
public record HttpContent(String type, byte[] bytes) {

  @Override
  public String toString() {
    return "(" + bytes.length + " bytes)";
  }
}
