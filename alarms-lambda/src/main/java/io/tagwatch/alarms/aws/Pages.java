package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.fleet.Listing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;

/** Reads a listing page by page until there is no token. */
final class Pages {

  /** One page. */
  record Page<T>(List<T> items, String nextToken) {}

  /** Reads the page of a token; null for the first one. */
  interface Fetch<T> {
    Page<T> page(String token);
  }

  private Pages() {}

  /** All pages, or those before the one that failed. */
  static <T> Listing<T> all(String service, String operation, Fetch<T> fetch) {
    List<T> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String token = null;
    try {
      do {
        Page<T> page = fetch.page(token);
        items.addAll(page.items());
        token = page.nextToken();
        if (token != null && !token.isEmpty() && !seen.add(token)) {
          return new Listing.Incomplete<>(
              items, new Failure(operation, "the listing repeats a page; it is not trusted"));
        }
      } while (token != null && !token.isEmpty());
      return new Listing.Complete<>(items);
    } catch (SdkException e) {
      return new Listing.Incomplete<>(items, Faults.failure(service, operation, e));
    }
  }
}
