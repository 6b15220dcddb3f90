package io.tagwatch.notify;

import io.tagwatch.common.Environment;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.http.Http;
import io.tagwatch.notify.http.Rehearsal;
import io.tagwatch.notify.message.Invocation;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Before SnapStart takes its snapshot, a sample alarm goes all the way but the posting:
 * recognition, each configured channel's payload in every form, and what a first call over TLS
 * needs. Restored environments then have these classes loaded and linked. No secret is resolved and
 * nothing is sent, so that nothing of either is in the snapshot; a failure is logged and harms
 * nobody.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Lambda
 *     SnapStart runtime hooks for Java</a>
 */
final class Priming implements Resource {
  /** What Lambda says in {@code AWS_LAMBDA_INITIALIZATION_TYPE} when a snapshot will be taken. */
  private static final String SNAP_START = "snap-start";

  private static final String SAMPLE = "priming.json";

  private final ChannelsConfig config;
  private final Http http;
  private final JsonLog log;

  Priming(ChannelsConfig config, Http http, JsonLog log) {
    this.config = config;
    this.http = http;
    this.log = log;
  }

  /**
   * Registers with the runtime where a snapshot will be taken; elsewhere not a class of it is
   * loaded.
   *
   * @return to be kept, since the runtime holds resources weakly
   */
  static Optional<Priming> registered(
      Environment environment, ChannelsConfig config, Http http, JsonLog log) {
    if (!environment.value("AWS_LAMBDA_INITIALIZATION_TYPE").orElse("").equals(SNAP_START)) {
      return Optional.empty();
    }
    Priming priming = new Priming(config, http, log);
    Core.getGlobalContext().register(priming);
    return Optional.of(priming);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try (InputStream sample = Priming.class.getResourceAsStream(SAMPLE)) {
      int payloads = payloads(Invocation.parse(sample.readAllBytes(), SAMPLE));
      Rehearsal.run(http);
      log.info("primed", "payloads", payloads);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      log.warn("not_primed", "error", e.toString());
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing was opened before the snapshot that would have to be opened again.
  }

  /** How many payloads were built. */
  private int payloads(Invocation sample) {
    int built = 0;
    for (var notification : sample.notifications()) {
      for (var channel : config.channels()) {
        for (Form form : Form.values()) {
          channel.service().payload(notification, form);
          built++;
        }
      }
    }
    return built;
  }
}
