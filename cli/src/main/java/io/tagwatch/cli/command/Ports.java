package io.tagwatch.cli.command;

/** Port numbers as options give them. */
final class Ports {
  private static final int MOST = 65_535;

  private Ports() {}

  static int valid(int port) {
    if (port < 0 || port > MOST) {
      throw UserError.usage(
          port + " is not a port; name one from 1 to 65535, or 0 for any free one");
    }
    return port;
  }
}
