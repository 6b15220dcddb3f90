package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Probes many checks at once. Every probe holds at most one file descriptor, and at most {@link
 * #DEFAULT_WIDTH} run at a time, well below the 1,024 that Lambda gives a function.
 */
public final class ProbeRound {
  /** Probes that run at the same time. */
  public static final int DEFAULT_WIDTH = 512;

  private final Prober prober;
  private final int width;

  public ProbeRound(Prober prober) {
    this(prober, DEFAULT_WIDTH);
  }

  ProbeRound(Prober prober, int width) {
    this.prober = prober;
    this.width = width;
  }

  /**
   * Probes every check once.
   *
   * @param limit when it is over, probes that have not ended are given up and missing in the result
   * @param onResult called as each probe ends, one at a time
   * @return the results, in the order of {@code checks}
   */
  public List<ProbeResult> run(List<Check> checks, Duration limit, Consumer<ProbeResult> onResult) {
    Collected collected = new Collected(checks.size(), onResult);
    Pace pace = new Pace(width);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      for (int i = 0; i < checks.size(); i++) {
        int index = i;
        threads.execute(() -> probe(checks.get(index), index, pace, collected));
      }
      collected.await(limit);
    } finally {
      threads.shutdownNow();
      pace.close();
    }
    return collected.close();
  }

  private void probe(Check check, int index, Pace pace, Collected collected) {
    try {
      pace.run(() -> collected.add(index, prober.probe(check)));
    } catch (InterruptedException | RejectedExecutionException e) {
      Thread.currentThread().interrupt();
    } finally {
      collected.ended();
    }
  }

  /** Results as they come in; after {@link #close()} none is taken any more. */
  private static final class Collected {
    private final ProbeResult[] results;
    private final Consumer<ProbeResult> onResult;
    private final CountDownLatch open;
    private boolean closed;

    Collected(int size, Consumer<ProbeResult> onResult) {
      this.results = new ProbeResult[size];
      this.onResult = onResult;
      this.open = new CountDownLatch(size);
    }

    synchronized void add(int index, ProbeResult result) {
      if (!closed) {
        results[index] = result;
        onResult.accept(result);
      }
    }

    void ended() {
      open.countDown();
    }

    void await(Duration limit) {
      try {
        boolean all = open.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        closed(!all);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        closed(true);
      }
    }

    private synchronized void closed(boolean now) {
      closed = now;
    }

    synchronized List<ProbeResult> close() {
      closed = true;
      List<ProbeResult> list = new ArrayList<>();
      for (ProbeResult result : results) {
        if (result != null) {
          list.add(result);
        }
      }
      return list;
    }
  }
}
