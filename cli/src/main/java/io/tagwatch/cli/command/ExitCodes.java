package io.tagwatch.cli.command;

/** What a command's exit code says; the same for all commands, and part of their help. */
public final class ExitCodes {
  public static final int FINE = 0;
  public static final int FINDING = 1;
  public static final int USAGE = 2;
  public static final int CLOUD = 3;

  static final String FINE_HELP = "0:fine";
  static final String USAGE_HELP =
      "2:wrong usage or configuration, or this machine lacks something";
  static final String CLOUD_HELP = "3:the cloud said no";

  private ExitCodes() {}
}
