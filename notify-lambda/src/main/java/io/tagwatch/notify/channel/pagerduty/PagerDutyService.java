package io.tagwatch.notify.channel.pagerduty;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Secrets;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.notification.Notification;
import java.net.URI;
import java.util.List;

/** A service with an Events v2 integration. Each alarm is an incident of its own: no digests. */
record PagerDutyService(URI api, SecretReference routingKey) implements ChatService {

  @Override
  public List<SecretReference> secrets() {
    return List.of(routingKey);
  }

  @Override
  public boolean takesDigests() {
    return false;
  }

  /** The event without its routing key, which {@link #call} puts first. */
  @Override
  public String payload(Notification notification, Form form) {
    return PagerDutyEvent.of(notification, form);
  }

  @Override
  public HttpCall call(String payload, Notification notification, Secrets secrets) {
    String key =
        JsonText.object(json -> json.text("routing_key", Settings.token(routingKey, secrets)));
    String body = key.substring(0, key.length() - 1) + "," + payload.substring(1);
    return HttpCall.post(URI.create(api + "/v2/enqueue"), body);
  }

  @Override
  public Verdict verdict(HttpReply reply) {
    return PagerDutyReply.verdict(reply);
  }
}
