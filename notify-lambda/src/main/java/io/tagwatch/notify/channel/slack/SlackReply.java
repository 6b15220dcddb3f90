package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.Verdicts;
import io.tagwatch.notify.channel.text.Reply;
import io.tagwatch.notify.http.HttpReply;
import java.util.Optional;

/**
 * What Slack's replies mean. Webhooks answer with a status and one word ("Sending messages using
 * incoming webhooks", "Handling errors"); the Web API answers 200 with {@code ok} and {@code error}
 * ("chat.postMessage", "Errors").
 */
final class SlackReply {
  private static final String SLACK = "Slack";

  private SlackReply() {}

  /** A 200 says {@code ok}; a page or an answer of the Web API in its place is no delivery. */
  static Verdict webhook(HttpReply reply) {
    Optional<Verdict> page = Verdicts.page(SLACK, reply);
    if (page.isPresent()) {
      return page.get();
    }
    if (reply.status() == 200 && !error(reply).isEmpty()) {
      return api(reply);
    }
    String word = Verdicts.word(reply.body());
    return switch (word) {
      case "invalid_token", "no_service", "no_team", "team_disabled", "no_active_hooks" ->
          new Verdict.Stale(said(reply, word));
      case "channel_not_found",
          "channel_is_archived",
          "action_prohibited",
          "posting_to_general_channel_denied" ->
          reply.status() < 300 ? Verdicts.byStatus(SLACK, reply, word) : again(reply, word);
      default -> Verdicts.byStatus(SLACK, reply, word);
    };
  }

  /**
   * Addresses may have been replaced by the operator: 403, 404 and 410 are worth a fresh secret.
   */
  private static Verdict again(HttpReply reply, String word) {
    boolean address = reply.status() == 403 || reply.status() == 404 || reply.status() == 410;
    return address ? new Verdict.Stale(said(reply, word)) : new Verdict.Refused(said(reply, word));
  }

  static Verdict api(HttpReply reply) {
    if (reply.status() != 200) {
      return Verdicts.byStatus(SLACK, reply, error(reply));
    }
    Reply json = Reply.of(reply.body());
    if (json.flag("ok")) {
      return new Verdict.Delivered(json.text("ts"));
    }
    String error = error(reply);
    String reason = said(reply, error.isEmpty() ? "without ok" : error);
    return switch (error) {
      case "ratelimited", "rate_limited", "message_limit_exceeded" ->
          new Verdict.Later(reason, Verdicts.retryAfter(reply));
      case "",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org",
          "org_login_required",
          "external_channel_migrating",
          "update_failed" ->
          new Verdict.Later(reason, Verdicts.retryAfter(reply));
      case "invalid_auth", "not_authed", "token_expired", "token_revoked", "account_inactive" ->
          new Verdict.Stale(reason);
      case "invalid_blocks",
          "invalid_blocks_format",
          "invalid_attachments",
          "msg_too_long",
          "msg_blocks_too_long",
          "no_text",
          "too_many_attachments",
          "attachment_payload_limit_exceeded",
          "invalid_arguments",
          "invalid_json",
          "invalid_form_data" ->
          new Verdict.Unfit(reason);
      default -> new Verdict.Refused(reason);
    };
  }

  private static String error(HttpReply reply) {
    return Verdicts.word(Reply.of(reply.body()).text("error"));
  }

  private static String said(HttpReply reply, String word) {
    return SLACK + " answered " + reply.status() + " " + word;
  }
}
