package io.tagwatch.notify.sample;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Secrets;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.Verdicts;
import io.tagwatch.notify.channel.text.Escape;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.PlainText;
import io.tagwatch.notify.channel.text.Text;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.notification.Notification;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A topic of an ntfy server, published to as JSON. */
record NtfyTopic(URI server, String topic, SecretReference token) implements ChatService {
  /** Longer messages become attachments; see the service's documentation, "Limitations". */
  private static final int MESSAGE = 4_000;

  private static final int TITLE = 250;

  @Override
  public List<SecretReference> secrets() {
    return List.of(token);
  }

  @Override
  public String payload(Notification notification, Form form) {
    return JsonText.object(
        json -> {
          json.text("topic", topic);
          if (form == Form.RICH) {
            json.text("title", Text.cut(notification.headline(), TITLE));
            notification.links().stream()
                .findFirst()
                .ifPresent(link -> json.text("click", link.url()));
          }
          json.text("message", PlainText.within(notification, MESSAGE, Escape.NONE));
        });
  }

  @Override
  public boolean holds(Notification digest, Form form) {
    return PlainText.holds(digest, MESSAGE, Escape.NONE);
  }

  @Override
  public HttpCall call(String payload, Notification notification, Secrets secrets) {
    return HttpCall.post(
        server, Map.of("Authorization", "Bearer " + Settings.token(token, secrets)), payload);
  }

  @Override
  public Verdict verdict(HttpReply reply) {
    return Verdicts.byStatus("ntfy", reply, Verdicts.word(reply.body()));
  }
}
