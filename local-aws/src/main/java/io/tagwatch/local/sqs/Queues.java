package io.tagwatch.local.sqs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** All queues of the account, in all regions. Thread-safe: one lock for all, held for moments. */
final class Queues {
  /**
   * A long poll looks again this often, because a settable clock can make messages visible without
   * anybody sending one.
   */
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final String account;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final QueueLedger ledger;
  private final Map<QueueId, Queue> queues = new TreeMap<>();
  private final List<Burials> burials = new CopyOnWriteArrayList<>();

  Queues(
      String account,
      InstantSource clock,
      Supplier<UUID> ids,
      QueueLedger ledger,
      Map<QueueId, QueueState> known) {
    this.account = account;
    this.clock = clock;
    this.ids = ids;
    this.ledger = ledger;
    known.forEach((id, state) -> queues.put(id, open(id, state)));
  }

  void onBurial(Burials listener) {
    burials.add(listener);
  }

  private Queue open(QueueId id, QueueState state) {
    return new Queue(id, state, clock.instant(), ledger, ids);
  }

  /** Makes a queue, or finds it there already with what is asked for. */
  synchronized void create(QueueId id, Map<String, String> requested, Map<String, String> tags) {
    QueueAttributes attributes = QueueAttributes.create(requested);
    id.requireCreatable(attributes.fifo());
    Queue existing = queues.get(id);
    if (existing != null) {
      existing
          .attributes()
          .firstDifference(requested)
          .ifPresent(
              name -> {
                throw SqsFaults.differentQueue(name);
              });
      return;
    }
    DeadLetterRules.check(id, attributes, queues);
    Queue queue = open(id, QueueState.fresh(clock.instant(), attributes, tags));
    queues.put(id, queue);
    ledger.save(queue);
  }

  synchronized void delete(QueueId id) {
    existing(id).close();
    queues.remove(id);
    notifyAll();
  }

  synchronized void setAttributes(QueueId id, Map<String, String> changes) {
    Queue queue = existing(id);
    QueueAttributes changed = queue.attributes().with(changes);
    DeadLetterRules.check(id, changed, queues);
    queue.change(changed, clock.instant());
  }

  /** Does something with one queue that is over at once. */
  synchronized <T> T with(QueueId id, Function<Queue, T> action) {
    return action.apply(existing(id));
  }

  /** The attributes of a queue by name; All stands for every one. */
  synchronized Map<String, String> describe(QueueId id, List<String> names) {
    return QueueDescription.of(existing(id), account, clock.instant(), names);
  }

  synchronized boolean exists(QueueId id) {
    return queues.containsKey(id);
  }

  synchronized Deduplication.Accepted send(QueueId id, OutgoingMessage message) {
    Deduplication.Accepted accepted = existing(id).send(message, clock.instant());
    notifyAll();
    return accepted;
  }

  /**
   * Receives, waiting in real time until something is there.
   *
   * @param wait how long to wait at most; the queue's own setting when empty
   */
  synchronized List<Message> receive(
      QueueId id, int limit, Optional<Duration> hidden, Optional<Duration> wait)
      throws InterruptedException {
    Duration patience =
        wait.orElseGet(() -> existing(id).attributes().seconds(QueueAttribute.RECEIVE_WAIT));
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      List<Message> received = receiveNow(id, limit, hidden);
      long left = deadline - System.nanoTime();
      if (!received.isEmpty() || left <= 0) {
        return received;
      }
      TimeUnit.NANOSECONDS.timedWait(this, Math.clamp(left, 1, LOOK_AGAIN_NANOS));
    }
  }

  private List<Message> receiveNow(QueueId id, int limit, Optional<Duration> hidden) {
    Queue queue = existing(id);
    Duration timeout =
        hidden.orElseGet(() -> queue.attributes().seconds(QueueAttribute.VISIBILITY_TIMEOUT));
    return queue.receive(limit, timeout, clock.instant(), deadLettersOf(queue));
  }

  private DeadLetters deadLettersOf(Queue source) {
    return RedrivePolicy.of(source.attributes())
        .filter(policy -> queues.containsKey(policy.target()))
        .<DeadLetters>map(policy -> new Redrive(source, policy))
        .orElse(DeadLetters.NONE);
  }

  /** Moves to the dead-letter queue what was received as often as the policy allows. */
  private final class Redrive implements DeadLetters {
    private final Queue source;
    private final RedrivePolicy policy;

    Redrive(Queue source, RedrivePolicy policy) {
      this.source = source;
      this.policy = policy;
    }

    @Override
    public boolean concern(Message message) {
      return message.history().receivesHere() >= policy.maxReceiveCount();
    }

    @Override
    public void bury(Message message) {
      String arn = source.id().arn(account);
      queues.get(policy.target()).bury(message, arn, clock.instant());
      burials.forEach(each -> each.buried(arn, message.id(), message.body()));
      Queues.this.notifyAll();
    }
  }

  synchronized void deleteMessage(QueueId id, String handle) {
    existing(id).delete(handle, clock.instant());
    notifyAll();
  }

  synchronized void changeVisibility(QueueId id, String handle, Duration hidden) {
    existing(id).changeVisibility(handle, hidden, clock.instant());
    notifyAll();
  }

  /** The queues of a region, by name. */
  synchronized List<QueueId> in(String region) {
    return queues.keySet().stream().filter(id -> id.region().equals(region)).toList();
  }

  /** The queues whose messages go to this one. */
  synchronized List<QueueId> sourcesOf(QueueId target) {
    existing(target);
    return queues.values().stream()
        .filter(
            each ->
                RedrivePolicy.of(each.attributes())
                    .filter(policy -> policy.target().equals(target))
                    .isPresent())
        .map(Queue::id)
        .toList();
  }

  synchronized List<QueueDepth> depths() {
    Instant now = clock.instant();
    return queues.values().stream().map(each -> each.depth(now)).toList();
  }

  private Queue existing(QueueId id) {
    Queue queue = queues.get(id);
    if (queue == null) {
      throw SqsFaults.noSuchQueue();
    }
    return queue;
  }
}
