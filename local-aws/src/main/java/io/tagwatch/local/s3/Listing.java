package io.tagwatch.local.s3;

/**
 * What ListObjectsV2 asks for.
 *
 * @param prefix of the keys; may be empty
 * @param after keys up to this one are left out; empty for none
 * @param token as the caller gave it; empty when there is none
 * @param most objects on a page
 * @param urlEncoded whether keys are answered percent-encoded
 */
record Listing(String prefix, String after, String token, int most, boolean urlEncoded) {

  /** {@code max-keys}: "By default, the action returns up to 1,000 key names". */
  static final int MOST = 1_000;
}
