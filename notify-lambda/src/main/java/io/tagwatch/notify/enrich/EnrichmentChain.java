package io.tagwatch.notify.enrich;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.List;

/**
 * One after the other, each on what the one before it made.
 *
 * @param links in their order
 * @param log told of a link that broke
 */
public record EnrichmentChain(List<Enrichment> links, JsonLog log) implements Enrichment {

  public EnrichmentChain {
    links = List.copyOf(links);
  }

  @Override
  public List<Notification> enrich(List<Notification> told, Duration left) {
    long start = System.nanoTime();
    List<Notification> all = told;
    for (Enrichment link : links) {
      all = enriched(link, all, left.minusNanos(System.nanoTime() - start));
    }
    return all;
  }

  /** What a link cannot do, the messages go without. */
  private List<Notification> enriched(Enrichment link, List<Notification> told, Duration left) {
    try {
      return link.enrich(told, left);
    } catch (RuntimeException e) {
      log.error("internal error", "while", "enriching messages", "error", e);
      return told;
    }
  }
}
