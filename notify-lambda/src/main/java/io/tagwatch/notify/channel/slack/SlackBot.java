package io.tagwatch.notify.channel.slack;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Owners;
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

/** A bot user that posts to one channel through chat.postMessage. */
record SlackBot(URI api, SecretReference token, String channel, Owners owners)
    implements ChatService {

  @Override
  public List<SecretReference> secrets() {
    return List.of(token);
  }

  @Override
  public String payload(Notification notification, Form form) {
    return JsonText.object(
        json -> {
          json.text("channel", channel);
          SlackMessage.write(json, notification, form, owners);
          json.flag("unfurl_links", false).flag("unfurl_media", false);
        });
  }

  @Override
  public HttpCall call(String payload, Notification notification, Secrets secrets) {
    return HttpCall.post(
        URI.create(api + "/chat.postMessage"),
        Map.of("Authorization", "Bearer " + Settings.token(token, secrets)),
        payload);
  }

  @Override
  public Verdict verdict(HttpReply reply) {
    return SlackReply.api(reply);
  }
}
