package io.tagwatch.objects;

import io.tagwatch.signed.Partitions;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the objects of one bucket are: in the bucket's own host on AWS, in the bucket's path behind
 * another endpoint.
 *
 * @param endpoint overrides AWS's own host
 */
record S3Address(String bucket, String region, Optional<URI> endpoint) {
  /**
   * See "General purpose bucket naming rules" in the Amazon S3 user guide. Dots are left out: the
   * certificate of a virtual-hosted bucket does not cover them.
   */
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

  /** Nothing in such a key is escaped, neither in the URL nor for the signature. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+([./][A-Za-z0-9_-]+)*");

  static boolean isBucket(String name) {
    return BUCKET.matcher(name).matches();
  }

  /**
   * @throws IllegalArgumentException for a key with other characters
   */
  URI of(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("\"" + key + "\" is no key of letters, digits and ._-/");
    }
    return endpoint
        .map(base -> URI.create(withoutSlash(base) + "/" + bucket + "/" + key))
        .orElseGet(() -> URI.create("https://" + host() + "/" + key));
  }

  private String host() {
    return bucket + ".s3." + region + "." + Partitions.dnsSuffix(region);
  }

  private static String withoutSlash(URI base) {
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
