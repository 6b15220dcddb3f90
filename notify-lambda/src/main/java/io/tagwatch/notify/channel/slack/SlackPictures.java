package io.tagwatch.notify.channel.slack;

import io.tagwatch.common.OutgoingUrl;
import io.tagwatch.notify.channel.Picture;
import io.tagwatch.notify.channel.PictureService;
import io.tagwatch.notify.channel.Secrets;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.Verdicts;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.Reply;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpContent;
import io.tagwatch.notify.http.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A file in the thread of a message: {@code files.getUploadURLExternal}, the bytes, {@code
 * files.completeUploadExternal} (Slack's "Working with files"). The bot needs the scope {@code
 * files:write}.
 */
record SlackPictures(SlackBot bot) implements PictureService {

  @Override
  public Verdict add(Picture picture, String message, Secrets secrets, Line line)
      throws IOException {
    Map<String, String> token =
        Map.of("Authorization", "Bearer " + Settings.token(bot.token(), secrets));
    HttpReply place = line.send(place(picture, token));
    Verdict given = SlackReply.api(place);
    if (!(given instanceof Verdict.Delivered)) {
      return given;
    }
    Reply answer = Reply.of(place.body());
    HttpReply stored = line.send(upload(answer.text("upload_url"), picture));
    Verdict kept = Verdicts.byStatus("Slack's upload", stored, "");
    return kept instanceof Verdict.Delivered
        ? SlackReply.api(line.send(share(answer.text("file_id"), picture, message, token)))
        : kept;
  }

  private HttpCall place(Picture picture, Map<String, String> token) {
    String form =
        "filename="
            + Picture.FILE
            + "&length="
            + picture.png().length
            + "&alt_txt="
            + URLEncoder.encode(picture.words(), StandardCharsets.UTF_8);
    return new HttpCall(
        "POST",
        URI.create(bot.api() + "/files.getUploadURLExternal"),
        token,
        new HttpContent(
            "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.US_ASCII)));
  }

  /** The address is Slack's own, and a secret; the token is not sent there. */
  private static HttpCall upload(String url, Picture picture) {
    return new HttpCall(
        "POST", address(url), Map.of(), new HttpContent(Picture.TYPE, picture.png()));
  }

  private static URI address(String url) {
    try {
      return OutgoingUrl.parse(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Slack gave no usable address for the upload");
    }
  }

  private HttpCall share(String file, Picture picture, String ts, Map<String, String> token) {
    return HttpCall.post(
        URI.create(bot.api() + "/files.completeUploadExternal"),
        token,
        JsonText.object(
            json ->
                json.list(
                        "files",
                        files ->
                            files.item(it -> it.text("id", file).text("title", picture.words())))
                    .text("channel_id", bot.channel())
                    .text("thread_ts", ts)));
  }
}
