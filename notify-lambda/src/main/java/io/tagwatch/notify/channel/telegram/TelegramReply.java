package io.tagwatch.notify.channel.telegram;

import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.Verdicts;
import io.tagwatch.notify.channel.text.Reply;
import io.tagwatch.notify.http.HttpReply;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What Telegram's replies mean: {@code ok}, {@code error_code}, {@code description} and, for a wait
 * or a chat that moved, {@code parameters} (Bot API, "Making requests", "ResponseParameters").
 */
final class TelegramReply {
  /**
   * Descriptions of what no other text would change, in lower case. They are not documented; lists
   * are kept at TelegramBotAPI/errors and vrumger/telegram-errors.
   */
  private static final List<String> ADDRESS =
      List.of(
          "chat not found",
          "chat_id",
          "peer_id_invalid",
          "not enough rights",
          "have no rights",
          "chat_write_forbidden",
          "group is deactivated",
          "message thread not found",
          "topic_closed");

  private TelegramReply() {}

  static Verdict verdict(HttpReply reply) {
    Reply json = Reply.of(reply.body());
    String said = json.text("description");
    if (reply.status() == 200) {
      return json.flag("ok")
          ? new Verdict.Delivered(json.text("result", "message_id"))
          : new Verdict.Later("Telegram answered 200 without ok " + said, Duration.ZERO);
    }
    if (reply.status() == 400) {
      return badRequest(json, said);
    }
    Verdict verdict = Verdicts.byStatus("Telegram", reply, said);
    Duration wait = Verdicts.seconds(json.text("parameters", "retry_after"));
    return verdict instanceof Verdict.Later later && !wait.isZero()
        ? new Verdict.Later(later.reason(), wait)
        : verdict;
  }

  private static Verdict badRequest(Reply json, String said) {
    String reason = "Telegram answered 400 " + said;
    String moved = json.text("parameters", "migrate_to_chat_id");
    if (!moved.isEmpty()) {
      return new Verdict.Refused(reason + "; the chat is now " + moved);
    }
    String lower = said.toLowerCase(Locale.ROOT);
    boolean address = ADDRESS.stream().anyMatch(lower::contains);
    return address ? new Verdict.Refused(reason) : new Verdict.Unfit(reason);
  }
}
