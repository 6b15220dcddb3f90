package io.tagwatch.local.store;

/** The data folder cannot be used; the message is one sentence for the person who named it. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(String sentence) {
    super(sentence, null, false, false);
  }
}
