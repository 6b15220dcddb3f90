package io.tagwatch.uptime.check;

import io.tagwatch.common.secret.SecretReference;
import java.net.URI;
import java.util.List;

/** How a check proves who it is, in the header Authorization. Secrets are references only. */
public sealed interface Credential {

  /** User and password; see RFC 7617. */
  record Basic(Target.Content username, SecretReference password) implements Credential {}

  /** A token that somebody made; see RFC 6750. */
  record Bearer(SecretReference token) implements Credential {}

  /**
   * A token that an OAuth 2.0 server makes for a program; see RFC 6749, section 4.4.
   *
   * @param tokenUrl https, or http to this machine
   * @param scopes none: the server's own choice
   */
  record ClientCredentials(
      URI tokenUrl, Target.Content clientId, SecretReference clientSecret, List<String> scopes)
      implements Credential {

    public ClientCredentials {
      scopes = List.copyOf(scopes);
    }
  }
}
