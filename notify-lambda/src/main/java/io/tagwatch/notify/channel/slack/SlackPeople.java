package io.tagwatch.notify.channel.slack;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.common.secret.SecretUnavailableException;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Settings;
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
 * scope {@code users:read.email}. Found ones are remembered for a day, others for an hour, whatever
 * the reason. It never keeps a message waiting for more than two seconds, and never fails one.
 * Thread-safe.
 */
final class SlackPeople {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A message without that much time left has better use for it. */
  private static final Duration SPARE = Duration.ofSeconds(6);

  private static final Duration KNOWN = Duration.ofDays(1);
  private static final Duration UNKNOWN = Duration.ofHours(1);

  private final SlackBot bot;
  private final ChannelTools tools;

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
    String key = "u/" + address;
    Memory.Entry found = tools.memory().find(key);
    if (found.known() || !deadline.leaves(SPARE)) {
      return found.text();
    }
    String id = ask(address);
    tools.memory().replace(key, found, id, id.isEmpty() ? UNKNOWN : KNOWN);
    return id;
  }

  /** Empty when Slack does not know, does not say or does not answer. */
  private String ask(String address) {
    try {
      String query = "?email=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
      String token = Settings.token(bot.token(), this::reveal);
      HttpReply reply =
          tools
              .http()
              .get()
              .send(
                  HttpCall.get(
                      URI.create(bot.api() + "/users.lookupByEmail" + query),
                      Map.of("Authorization", "Bearer " + token)),
                  PATIENCE);
      Reply json = Reply.of(reply.body());
      String id = json.flag("ok") ? json.text("user", "id") : "";
      return id.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') ? id : "";
    } catch (IOException | SecretUnavailableException | IllegalArgumentException e) {
      return "";
    }
  }

  private String reveal(SecretReference reference) {
    return tools.secrets().read(reference).reveal().strip();
  }
}
