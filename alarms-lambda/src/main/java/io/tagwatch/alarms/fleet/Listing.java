package io.tagwatch.alarms.fleet;

import java.util.List;

/** What reading all pages of a listing gave. */
public sealed interface Listing<T> {

  /** Whatever was seen. */
  List<T> items();

  /** Every page was read. */
  record Complete<T>(List<T> items) implements Listing<T> {
    public Complete {
      items = List.copyOf(items);
    }
  }

  /** A page could not be read, so that what is absent from {@code items} may exist. */
  record Incomplete<T>(List<T> items, Failure failure) implements Listing<T> {
    public Incomplete {
      items = List.copyOf(items);
    }
  }
}
