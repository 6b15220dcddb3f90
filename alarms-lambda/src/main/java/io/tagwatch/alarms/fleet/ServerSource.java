package io.tagwatch.alarms.fleet;

import java.util.Set;

/** The servers that exist now, or the reason why that is not known. */
public interface ServerSource {

  /** All servers of the account and region, terminated ones included as long as EC2 knows them. */
  Listing<Server> all();

  /** Those of the given identifiers that exist; the rest is left out without a failure. */
  Listing<Server> only(Set<String> ids);
}
