package io.tagwatch.uptime.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The resolver of the operating system, which also knows its hosts file. It blocks the thread that
 * asks, and has no time limit, so that a few platform threads ask on behalf of the probes.
 */
final class SystemLookup implements HostLookup, AutoCloseable {
  private static final int THREADS = 64;
  private static final long IDLE_SECONDS = 5;

  private final ThreadPoolExecutor threads;

  SystemLookup() {
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "name-lookup");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public List<InetAddress> addresses(String host, int withinMillis)
      throws UnknownHostException, TimeoutException, InterruptedException {
    Future<InetAddress[]> answer = threads.submit(() -> InetAddress.getAllByName(host));
    try {
      return List.of(answer.get(withinMillis, TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw new UnknownHostException(host);
    } finally {
      answer.cancel(false);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
