package io.tagwatch.notify.channel;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.notification.Notification;
import java.util.List;
import java.util.Optional;

/**
 * One configured place at a chat or paging service: how a message looks there, how it is sent, and
 * what the replies mean. Pure: {@link HttpChannel} does the sending. Immutable.
 */
public interface ChatService {

  /** The secrets that a call needs. */
  List<SecretReference> secrets();

  /** The message as JSON, within the service's limits, without any secret. */
  String payload(Notification notification, Form form);

  /**
   * The call that posts a payload of this service.
   *
   * @throws IllegalArgumentException when a secret is not what it should be; the message does not
   *     repeat it
   */
  HttpCall call(String payload, Notification notification, Secrets secrets);

  /** What a reply means. */
  Verdict verdict(HttpReply reply);

  /** Whether several alarms may be told in one message; default true. */
  default boolean takesDigests() {
    return true;
  }

  /**
   * Whether the payload of a digest names each of its alarms within the service's limits; default
   * true, for a service without limits.
   */
  default boolean holds(Notification digest, Form form) {
    return true;
  }

  /** How a picture is added to a message that was posted; default empty: there is no way. */
  default Optional<PictureService> pictures() {
    return Optional.empty();
  }

  /** The channel that delivers here; default one call for each notification. */
  default Channel open(ChannelTools tools) {
    return new HttpChannel(this, tools);
  }
}
