package io.tagwatch.notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.common.secret.CachedSecrets;
import io.tagwatch.notify.aws.DynamoDbTable;
import io.tagwatch.notify.aws.SqsHandBack;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.delivery.Outcomes;
import io.tagwatch.notify.delivery.Pause;
import io.tagwatch.notify.delivery.Surroundings;
import io.tagwatch.notify.enrich.AccountNames;
import io.tagwatch.notify.enrich.Enrichment;
import io.tagwatch.notify.enrich.EnrichmentChain;
import io.tagwatch.notify.enrich.OutcomeEnrichment;
import io.tagwatch.notify.http.PooledHttp;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.ProcessMemory;
import io.tagwatch.notify.memory.SharedMemory;
import io.tagwatch.notify.message.Invocation;
import io.tagwatch.secrets.AwsSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The entry of notify-lambda. Takes SQS batches of SNS envelopes or raw messages, SNS events,
 * EventBridge events and direct alarm actions. A batch is answered with {@code batchItemFailures};
 * anything else succeeds only if every channel was told.
 */
public final class NotifyHandler implements RequestStreamHandler {
  /** Left of the function's time for the answer, and for what the queue is told before it. */
  private static final Duration RESERVE = Duration.ofSeconds(8);

  private static final Duration WITHOUT_CONTEXT = Duration.ofSeconds(30);

  private final Enrichment enrichment;
  private final Switchboard switchboard;

  /** Kept, since the runtime holds it weakly. */
  private final Optional<Priming> priming;

  /** As Lambda calls it. */
  public NotifyHandler() {
    this(Environment.ofProcess());
  }

  /**
   * Reads {@code channels.json}.
   *
   * @throws io.tagwatch.common.config.ConfigException with every mistake in it
   */
  public NotifyHandler(Environment environment) {
    this(environment, Outcomes.UNHEARD);
  }

  /**
   * As {@link #NotifyHandler(Environment)}, with somebody who is told what became of each message.
   */
  public NotifyHandler(Environment environment, Outcomes outcomes) {
    ConfigFile file = ConfigFile.json(environment.configDirectory().resolve("channels.json"));
    ChannelsConfig config = ChannelsConfig.read(file);
    file.problems().throwIfAny();
    PooledHttp http = new PooledHttp();
    JsonLog log = JsonLog.of("notify", environment);
    Memory memory = memory(environment, log);
    ChannelTools tools =
        new ChannelTools(() -> http, new CachedSecrets(AwsSecrets.all(environment)), memory);
    priming = Priming.registered(environment, config, http, log);
    enrichment = enrichment(environment, config, log);
    switchboard =
        new Switchboard(
            config,
            environment.deployment(),
            tools,
            new Surroundings(Pause.real(), environment.clock(), memory, log, outcomes),
            new SqsHandBack(environment, log),
            config.charts() ? Charting.of(config, environment, tools, log) : Map.of());
  }

  private static Memory memory(Environment environment, JsonLog log) {
    return environment.value("TAGWATCH_TABLE").isPresent()
        ? new SharedMemory(new DynamoDbTable(environment), environment.clock(), log)
        : new ProcessMemory(environment.clock());
  }

  private static Enrichment enrichment(
      Environment environment, ChannelsConfig config, JsonLog log) {
    List<Enrichment> links = new ArrayList<>();
    links.add(OutcomeEnrichment.of(environment, log));
    links.addAll(ServerLookup.of(environment, config, log));
    links.add(new AccountNames(config.accounts()));
    return new EnrichmentChain(links, log);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String requestId = context == null ? null : context.getAwsRequestId();
    Invocation invocation =
        Invocation.parse(
            input.readAllBytes(), requestId == null ? UUID.randomUUID().toString() : requestId);
    Deadline deadline = Deadline.in(time(context));
    Invocation whole =
        invocation.with(enrichment.enrich(invocation.notifications(), deadline.remaining()));
    String answer = switchboard.answer(whole, deadline);
    output.write(answer.getBytes(StandardCharsets.UTF_8));
  }

  private static Duration time(Context context) {
    int left = context == null ? 0 : context.getRemainingTimeInMillis();
    if (left <= 0) {
      return WITHOUT_CONTEXT;
    }
    Duration time = Duration.ofMillis(left);
    return time.compareTo(RESERVE.multipliedBy(2)) > 0 ? time.minus(RESERVE) : time.dividedBy(2);
  }
}
