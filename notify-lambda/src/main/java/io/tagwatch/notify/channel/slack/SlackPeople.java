package io.tagwatch.notify.channel.slack;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.common.secret.SecretUnavailableException;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.text.Reply;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.notification.Notification;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Who an owner is that {@code owners:} does not name: {@code users.lookupByEmail}, for the bot's
 * scope {@code users:read.email}. Found ones are remembered for a day, unknown addresses for an
 * hour. When Slack is busy or silent, nobody is looked up for a while; when the bot may not ask,
 * for an hour. It never keeps a message waiting for more than two seconds, and never fails one.
 * Thread-safe.
 */
final class SlackPeople {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A message without that much time left has better use for it. */
  private static final Duration SPARE = Duration.ofSeconds(6);

  private static final Duration KNOWN = Duration.ofDays(1);
  private static final Duration UNKNOWN = Duration.ofHours(1);

  /** The method is Tier 3, 50 a minute ("Rate limits"): a minute later there is room again. */
  private static final Duration BUSY = Duration.ofMinutes(1);

  private final SlackBot bot;
  private final ChannelTools tools;
  private volatile Deadline rest = new Deadline(() -> 0, 0);

  SlackPeople(SlackBot bot, ChannelTools tools) {
    this.bot = bot;
    this.tools = tools;
  }

  /** The configured owners, with the message's own among them if Slack knows the address. */
  Owners owners(Notification notification, Deadline deadline) {
    Optional<String> owner = notification.owner();
    if (owner.isEmpty()
        || !isAddress(owner.get())
        || bot.owners().id(owner, SlackType.NAME).isPresent()) {
      return bot.owners();
    }
    String id = id(owner.get(), deadline);
    return id.isEmpty() ? bot.owners() : bot.owners().with(owner.get(), SlackType.NAME, id);
  }

  private static boolean isAddress(String owner) {
    int at = owner.indexOf('@');
    return at > 0 && owner.indexOf('.', at) > 0 && owner.indexOf(' ') < 0;
  }

  private String id(String address, Deadline deadline) {
    try {
      String key = "u/" + address;
      Memory.Entry found = tools.memory().find(key);
      if (found.known() || !deadline.leaves(SPARE) || !rest.remaining().isZero()) {
        return found.text();
      }
      Optional<String> id = ask(address, deadline);
      id.ifPresent(
          text -> tools.memory().replace(key, found, text, text.isEmpty() ? UNKNOWN : KNOWN));
      return id.orElse("");
    } catch (RuntimeException e) {
      rest = Deadline.in(BUSY, deadline.nanoClock());
      return "";
    }
  }

  /** The identifier, blank if nobody has the address; empty when Slack does not answer that. */
  private Optional<String> ask(String address, Deadline deadline) {
    try {
      HttpReply reply = tools.http().get().send(call(address), PATIENCE);
      Reply json = Reply.of(reply.body());
      String error = json.text("error");
      if (json.flag("ok") || error.equals("users_not_found") || error.equals("user_not_found")) {
        return Optional.of(json.flag("ok") ? person(json.text("user", "id")) : "");
      }
      rest = Deadline.in(pause(reply), deadline.nanoClock());
    } catch (IOException | SecretUnavailableException e) {
      rest = Deadline.in(BUSY, deadline.nanoClock());
    }
    return Optional.empty();
  }

  private HttpCall call(String address) {
    String query = "?email=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    String token = Settings.token(bot.token(), this::reveal);
    return HttpCall.get(
        URI.create(bot.api() + "/users.lookupByEmail" + query),
        Map.of("Authorization", "Bearer " + token));
  }

  private static Duration pause(HttpReply reply) {
    Verdict verdict = SlackReply.api(reply);
    return verdict instanceof Verdict.Later later
        ? later.after().isZero() ? BUSY : later.after()
        : UNKNOWN;
  }

  /** Identifiers of people begin with U or W; anything else would call somebody else. */
  private static String person(String id) {
    boolean person = id.startsWith("U") || id.startsWith("W");
    boolean plain = id.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
    return person && plain ? id : "";
  }

  private String reveal(SecretReference reference) {
    return tools.secrets().read(reference).reveal().strip();
  }
}
