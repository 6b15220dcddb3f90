package io.tagwatch.notify.channel.slack;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.PictureService;
import io.tagwatch.notify.channel.Secrets;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.notification.Notification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bot user that writes to one channel.
 *
 * @param act what it does with a message
 */
record SlackBot(URI api, SecretReference token, String channel, Owners owners, Act act)
    implements ChatService {

  /** A way to use a message. */
  sealed interface Act {

    /** A new message in the channel. */
    record Post() implements Act {}

    /** An answer in the thread of a message. */
    record Answer(String thread) implements Act {}

    /** Another text for a message that is there. */
    record Update(String message) implements Act {}
  }

  SlackBot doing(Act other) {
    return new SlackBot(api, token, channel, owners, other);
  }

  SlackBot knowing(Owners others) {
    return new SlackBot(api, token, channel, others, act);
  }

  /**
   * Only by identifiers can messages be updated and files be shared, not names such as {@code
   * #ops}.
   */
  boolean canUpdate() {
    return !channel.startsWith("#") && channel.equals(channel.toUpperCase(java.util.Locale.ROOT));
  }

  @Override
  public Channel open(ChannelTools tools) {
    return new SlackThreads(this, tools);
  }

  @Override
  public List<SecretReference> secrets() {
    return List.of(token);
  }

  @Override
  public String payload(Notification notification, Form form) {
    return JsonText.object(
        json -> {
          json.text("channel", channel);
          if (act instanceof Act.Answer answer) {
            json.text("thread_ts", answer.thread());
          } else if (act instanceof Act.Update update) {
            json.text("ts", update.message());
          }
          SlackMessage.write(json, notification, form, owners);
          if (act instanceof Act.Update) {
            replacing(json, form);
          } else {
            json.flag("unfurl_links", false).flag("unfurl_media", false);
          }
        });
  }

  /**
   * Texts are read as in a post, which is not the default here, and attachments stay unless others
   * are named ("chat.update", {@code parse} and {@code attachments}).
   */
  private static void replacing(JsonText json, Form form) {
    json.text("parse", "none");
    if (form == Form.PLAIN) {
      json.openList("attachments").closeList();
    }
  }

  @Override
  public boolean holds(Notification digest, Form form) {
    return SlackDigest.holds(digest, form);
  }

  @Override
  public HttpCall call(String payload, Notification notification, Secrets secrets) {
    String method = act instanceof Act.Update ? "/chat.update" : "/chat.postMessage";
    return HttpCall.post(
        URI.create(api + method),
        Map.of("Authorization", "Bearer " + Settings.token(token, secrets)),
        payload);
  }

  @Override
  public Optional<PictureService> pictures() {
    return canUpdate() ? Optional.of(new SlackPictures(this)) : Optional.empty();
  }

  @Override
  public Verdict verdict(HttpReply reply) {
    return SlackReply.api(reply);
  }
}
