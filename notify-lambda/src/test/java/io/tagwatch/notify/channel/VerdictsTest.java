package io.tagwatch.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.http.HttpReply;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "slack-hook | 200 | ok | Delivered",
        "slack-hook | 400 | invalid_payload | Unfit",
        "slack-hook | 403 | invalid_token | Stale",
        "slack-hook | 404 | channel_not_found | Stale",
        "slack-hook | 410 | channel_is_archived | Stale",
        "slack-hook | 400 | no_team | Stale",
        "slack-hook | 500 | rollup_error | Later",
        "slack-hook | 400 | too_many_attachments | Unfit",
        "slack-hook | 400 | no_text | Unfit",
        "slack-hook | 400 | invalid_blocks | Unfit",
        "slack-hook | 403 | action_prohibited | Stale",
        "slack-hook | 404 | no_service | Stale",
        "slack-hook | 200 | `` | Delivered",
        "slack-hook | 200 | <html>maintenance</html> | Later",
        "slack-hook | 200 | {\"ok\":false,\"error\":\"not_authed\"} | Stale",
        "slack-bot | 200 | {\"ok\":true,\"ts\":\"1\"} | Delivered",
        "slack-bot | 200 | {\"ok\":false,\"error\":\"ratelimited\"} | Later",
        "slack-bot | 200 | {\"ok\":false,\"error\":\"invalid_auth\"} | Stale",
        "slack-bot | 200 | {\"ok\":false,\"error\":\"invalid_blocks\"} | Unfit",
        "slack-bot | 200 | {\"ok\":false,\"error\":\"is_archived\"} | Refused",
        "slack-bot | 200 | {\"ok\":false,\"error\":\"something_new\"} | Refused",
        "slack-bot | 200 | <html>maintenance</html> | Later",
        "slack-bot | 200 | {\"ok\":false,\"error\":\"org_login_required\"} | Later",
        "slack-bot | 200 | {\"ok\":false,\"error\":\"update_failed\"} | Later",
        "slack-bot | 200 | {\"ok\":false,\"error\":\"edit_window_closed\"} | Refused",
        "slack-bot | 200 | {\"ok\":false,\"error\":\"restricted_action_thread_locked\"} | Refused",
        "slack-bot | 429 | {\"ok\":false,\"error\":\"ratelimited\"} | Later",
        "discord | 200 | <!doctype html><title>Log in</title> | Later",
        "teams | 200 | <html>Log in</html> | Later",
        "matrix | 200 | <html>Log in</html> | Later",
        "pagerduty | 200 | <html>Log in</html> | Later",
        "telegram | 200 | <html>Log in</html> | Later",
        "webhook | 200 | <html>thanks</html> | Delivered",
        "discord | 204 | `` | Delivered",
        "discord | 429 | {\"retry_after\":1.5} | Later",
        "discord | 400 | {\"code\":50006,\"message\":\"Cannot send an empty message\"} | Unfit",
        "telegram | 200 | {\"ok\":true} | Delivered",
        "telegram | 400 | {\"ok\":false,\"description\":\"Bad Request: can't parse entities\"} | Unfit",
        "telegram | 400 | {\"ok\":false,\"description\":\"Bad Request: chat not found\"} | Refused",
        "telegram | 401 | {\"ok\":false,\"description\":\"Unauthorized\"} | Stale",
        "telegram | 403 | {\"ok\":false,\"description\":\"Forbidden: bot was kicked from the group chat\"} | Stale",
        "telegram | 404 | {\"ok\":false,\"description\":\"Not Found\"} | Stale",
        "telegram | 400 | {\"ok\":false,\"description\":\"Bad Request: message is too long\"} | Unfit",
        "telegram | 400 | {\"ok\":false,\"description\":\"Bad Request: CHAT_WRITE_FORBIDDEN\"} | Refused",
        "telegram | 400 | {\"ok\":false,\"description\":\"Bad Request: group chat was upgraded to a supergroup chat\",\"parameters\":{\"migrate_to_chat_id\":-1001}} | Refused",
        "telegram | 429 | {\"ok\":false,\"parameters\":{\"retry_after\":3}} | Later",
        "teams | 202 | `` | Delivered",
        "teams | 400 | {\"error\":{\"code\":\"WorkflowTriggerIsNotEnabled\"}} | Refused",
        "teams | 400 | {\"error\":{\"code\":\"TriggerInputSchemaMismatch\"}} | Unfit",
        "teams | 401 | {\"error\":{\"code\":\"DirectApiAuthorizationRequired\"}} | Stale",
        "teams | 429 | {\"error\":{\"code\":\"WorkflowRunsThrottled\"}} | Later",
        "teams | 200 | 1 | Delivered",
        "teams | 200 | Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId x | Later",
        "teams | 200 | Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413 with ContextId x | Unfit",
        "matrix | 200 | {\"event_id\":\"$a\"} | Delivered",
        "matrix | 403 | {\"errcode\":\"M_FORBIDDEN\"} | Stale",
        "matrix | 429 | {\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":2000} | Later",
        "matrix | 413 | {\"errcode\":\"M_TOO_LARGE\"} | Unfit",
        "pagerduty | 202 | {\"status\":\"success\"} | Delivered",
        "pagerduty | 400 | {\"message\":\"Event object is invalid\"} | Unfit",
        "pagerduty | 400 | {\"message\":\"Invalid routing key\"} | Stale",
        "pagerduty | 400 | {\"message\":\"Event object is invalid\",\"errors\":[\"Length of 'routing_key' is incorrect (should be 32 characters)\"]} | Stale",
        "pagerduty | 400 | {\"message\":\"Event object is invalid\",\"errors\":[\"'payload.summary' is missing or blank\"]} | Unfit",
        "pagerduty | 429 | `` | Later",
        "webhook | 201 | `` | Delivered",
        "webhook | 302 | `` | Refused",
        "webhook | 408 | `` | Later",
      })
  void meansWhatTheServiceDocuments(String channel, int status, String body, String verdict) {
    Verdict actual = Channels.named(channel).service().verdict(HttpReply.of(status, body));

    assertThat(actual.getClass().getSimpleName()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | 7000",
        "1.25 | 1250",
        "0 | 0",
        "-3 | 0",
        "soon | 0",
        "NaN | 0",
        "7, 7 | 0",
        "999999 | 43200000",
        "1e99 | 43200000",
        "Fri, 31 Dec 1999 23:59:59 GMT | 0",
        "Thu, 31 Dec 2099 23:59:59 GMT | 43200000"
      })
  void readsHowLongToWait(String header, long millis) {
    HttpReply reply = new HttpReply(429, Optional.of(header), "");

    assertThat(Verdicts.retryAfter(reply)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "discord | {\"retry_after\":1.5} | 1500",
        "discord | {\"retry_after\":2} | 2000",
        "discord | {\"retry_after\":64.57} | 64570",
        "discord | {\"retry_after\":300.0} | 300000",
        "discord | {\"retry_after\":6457} | 6457",
        "discord | {\"retry_after\":\"soon\"} | 0",
        "pagerduty | {\"message\":\"Request Limit Exceeded\"} | 30000",
        "telegram | {\"parameters\":{\"retry_after\":3}} | 3000",
        "matrix | {\"retry_after_ms\":2000} | 2000",
      })
  void readsHowLongToWaitFromTheBodyToo(String channel, String body, long millis) {
    Verdict verdict = Channels.named(channel).service().verdict(HttpReply.of(429, body));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Later.class,
            later -> assertThat(later.after()).isEqualTo(Duration.ofMillis(millis)));
  }

  @Test
  void prefersTheHeaderOfAHomeserverToItsOlderField() {
    HttpReply reply = new HttpReply(429, Optional.of("7"), "{\"retry_after_ms\":2000}");

    assertThat(Channels.named("matrix").service().verdict(reply))
        .isEqualTo(new Verdict.Later("Matrix answered 429", Duration.ofSeconds(7)));
  }
}
