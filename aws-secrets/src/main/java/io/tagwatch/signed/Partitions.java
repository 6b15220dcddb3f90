package io.tagwatch.signed;

import java.util.Locale;
import java.util.Map;

/** Host names of AWS by region. */
public final class Partitions {
  /**
   * DNS suffixes by the first word of a region, from {@code partitions.json} of the AWS SDK for
   * Java, {@code us-iso…} first by their first two words. Everywhere else it is {@value #USUAL}, in
   * aws-us-gov too.
   */
  private static final Map<String, String> SUFFIXES =
      Map.of(
          "cn", "amazonaws.com.cn",
          "us-iso", "c2s.ic.gov",
          "us-isob", "sc2s.sgov.gov",
          "us-isof", "csp.hci.ic.gov",
          "eu-isoe", "cloud.adc-e.uk",
          "eusc", "amazonaws.eu");

  private static final String USUAL = "amazonaws.com";

  private Partitions() {}

  /** Such as {@code amazonaws.com.cn} for {@code cn-north-1}. */
  public static String dnsSuffix(String region) {
    String[] words = region.toLowerCase(Locale.ROOT).split("-", 3);
    String two = words.length < 2 ? words[0] : words[0] + "-" + words[1];
    return SUFFIXES.getOrDefault(two, SUFFIXES.getOrDefault(words[0], USUAL));
  }
}
