package io.tagwatch.notify.message;

/** Account numbers as people read them. */
final class Account {
  private Account() {}

  /** {@code 1234-5678-9012}; anything that is not twelve digits stays as it is. */
  static String print(String account) {
    return account.length() == 12 && account.chars().allMatch(c -> c >= '0' && c <= '9')
        ? account.substring(0, 4) + "-" + account.substring(4, 8) + "-" + account.substring(8)
        : account;
  }
}
