package io.tagwatch.cli.command;

/**
 * Something that the person at the keyboard can put right; the message is one sentence that says
 * how.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private UserError(int exitCode, String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  /** Wrong usage, configuration or machine: exit code 2. */
  public static UserError usage(String message) {
    return new UserError(ExitCodes.USAGE, message);
  }

  /** The cloud refused: exit code 3. */
  public static UserError cloud(String message) {
    return new UserError(ExitCodes.CLOUD, message);
  }

  int exitCode() {
    return exitCode;
  }
}
