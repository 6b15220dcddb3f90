package io.tagwatch.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.notification.Notification;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpChannelTest {
  private final Notification message = Notification.draft("m-1").title("CPU is 97 %").build();

  @Test
  void sendsThePlainFormWhenTheOtherCannotBeWritten() {
    ScriptedHttp http = new ScriptedHttp().then(HttpReply.of(200, ""));

    Delivery delivery = channel(http, Form.RICH).deliver(message, Channels.soon());

    assertThat(delivery).isEqualTo(new Delivery.Sent("", Form.PLAIN));
    assertThat(http.calls).hasSize(1);
    assertThat(http.calls.getFirst().body()).isEqualTo("CPU is 97 %");
  }

  @Test
  void refusesWhatCannotBeWrittenAtAll() {
    ScriptedHttp http = new ScriptedHttp().then(HttpReply.of(200, ""));

    Delivery delivery = channel(http, Form.RICH, Form.PLAIN).deliver(message, Channels.soon());

    assertThat(delivery)
        .isEqualTo(new Delivery.Rejected("cannot be written (IllegalStateException)"));
    assertThat(http.calls).isEmpty();
  }

  private static HttpChannel channel(ScriptedHttp http, Form... broken) {
    return new HttpChannel(new Breaking(List.of(broken)), Channels.tools(http));
  }

  /** A service whose builder has a fault. */
  private record Breaking(List<Form> broken) implements ChatService {

    @Override
    public List<SecretReference> secrets() {
      return List.of();
    }

    @Override
    public String payload(Notification notification, Form form) {
      if (broken.contains(form)) {
        throw new IllegalStateException("a text that nobody thought of");
      }
      return notification.title();
    }

    @Override
    public HttpCall call(String payload, Notification notification, Secrets secrets) {
      return HttpCall.post(URI.create("https://chat.example.com/"), payload);
    }

    @Override
    public Verdict verdict(HttpReply reply) {
      return Verdicts.byStatus("Chat", reply, "");
    }
  }
}
