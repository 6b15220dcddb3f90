package io.tagwatch.alarms.rule;

/**
 * Another region or account whose servers are watched too.
 *
 * @param region such as {@code us-east-1}
 * @param role the ARN of the role there that the function takes
 * @param topic the ARN of the SNS topic there; an alarm's action must be in its own region
 */
public record Place(String region, String role, String topic) {
  private static final int ACCOUNT = 4;

  /** The account of the role. */
  public String account() {
    return role.split(":")[ACCOUNT];
  }

  /** {@code 111122223333/us-east-1}, as reports call it. */
  public String label() {
    return account() + "/" + region;
  }
}
