package io.tagwatch.local.sns;

/** The name of a topic in all regions. */
record TopicArn(String region, String account, String name) {
  private static final int PARTS = 6;

  /**
   * Reads an ARN.
   *
   * @param parameter how the caller named it
   */
  static TopicArn parse(String parameter, String arn) {
    String[] parts = arn.split(":", -1);
    if (parts.length < PARTS) {
      throw SnsFaults.invalid(
          parameter, "An ARN must have at least 6 elements, not " + parts.length);
    }
    if (!parts[0].equals("arn") || !parts[2].equals("sns")) {
      throw SnsFaults.invalid(parameter);
    }
    return new TopicArn(parts[3], parts[4], parts[5]);
  }

  @Override
  public String toString() {
    return "arn:aws:sns:" + region + ":" + account + ":" + name;
  }
}
