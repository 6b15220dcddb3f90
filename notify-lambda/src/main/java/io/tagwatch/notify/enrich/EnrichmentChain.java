package io.tagwatch.notify.enrich;

import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.List;

/**
 * One after the other, each on what the one before it made.
 *
 * @param links in their order
 */
public record EnrichmentChain(List<Enrichment> links) implements Enrichment {

  public EnrichmentChain {
    links = List.copyOf(links);
  }

  @Override
  public List<Notification> enrich(List<Notification> told, Duration left) {
    long start = System.nanoTime();
    List<Notification> all = told;
    for (Enrichment link : links) {
      all = link.enrich(all, left.minusNanos(System.nanoTime() - start));
    }
    return all;
  }
}
