package io.tagwatch.notify.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Samples;
import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.channel.ScriptedHttp;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.message.Messages;
import org.junit.jupiter.api.Test;

class SignatureTest {

  @Test
  void isTheOneThatRfc4231Gives() {
    assertThat(Signature.of("what do ya want for nothing?", "Jefe"))
        .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void signsExactlyTheBodyThatIsSent() {
    ScriptedHttp http = new ScriptedHttp().then(HttpReply.of(200, "ok"));

    Channels.read(
            "{\"channels\":{\"h\":{\"type\":\"webhook\",\"url\":\"env:URL\",\"signing_key\":\"env:TOKEN\"}}}")
        .channels()
        .getFirst()
        .service()
        .open(Channels.tools(http))
        .deliver(Messages.recognise(Samples.alarm("cpu", "ALARM"), "m1"), Channels.soon());

    HttpCall call = http.calls.getFirst();
    assertThat(call.headers())
        .containsEntry(Webhook.SIGNATURE, Signature.of(call.body(), Channels.SECRET_TOKEN));
  }
}
