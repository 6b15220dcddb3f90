package io.tagwatch.common.check;

import java.net.URI;
import java.util.regex.Pattern;

/** What a check is called: in metrics, alarms and messages. */
public final class CheckName {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._\\-/:]+");

  /** The longest value of a CloudWatch dimension; see the API reference of {@code Dimension}. */
  public static final int MAX_LENGTH = 1_024;

  /** What to write, for error sentences. */
  public static final String FORM = "use letters, digits and . _ - / :";

  private CheckName() {}

  public static boolean isValid(String name) {
    return ALLOWED.matcher(name).matches() && name.length() <= MAX_LENGTH;
  }

  /** The name of a check that is written as a bare URL: host, port if given, and path. */
  public static String of(URI url) {
    String host = HostPort.of(url).map(HostPort::host).orElse("");
    String port =
        HostPort.of(url).filter(HostPort::hasPort).map(where -> ":" + where.port()).orElse("");
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    return (host + port + path).replaceAll("[^A-Za-z0-9._\\-/:]", "-");
  }
}
