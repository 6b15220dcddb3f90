package io.tagwatch.notify.channel.telegram;

import io.tagwatch.notify.channel.Picture;
import io.tagwatch.notify.channel.PictureService;
import io.tagwatch.notify.channel.Secrets;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.Multipart;
import io.tagwatch.notify.http.HttpCall;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;

/** A silent photo in answer to a message: Bot API, "sendPhoto", "ReplyParameters". */
record TelegramPictures(TelegramBot bot) implements PictureService {

  @Override
  public Verdict add(Picture picture, String message, Secrets secrets, Line line)
      throws IOException {
    String path = "/bot" + Settings.token(bot.token(), secrets) + "/sendPhoto";
    Multipart form =
        new Multipart()
            .text("chat_id", bot.chat())
            .text("reply_parameters", reply(message))
            .text("disable_notification", "true")
            .file("photo", Picture.FILE, Picture.TYPE, picture.png());
    return TelegramReply.verdict(
        line.send(new HttpCall("POST", URI.create(bot.api() + path), Map.of(), form.build())));
  }

  private static String reply(String message) {
    return JsonText.object(
        json ->
            json.number("message_id", new BigDecimal(message))
                .flag("allow_sending_without_reply", true));
  }
}
