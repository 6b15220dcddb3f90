package io.tagwatch.notify.channel.discord;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.Picture;
import io.tagwatch.notify.channel.PictureService;
import io.tagwatch.notify.channel.Secrets;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.Multipart;
import io.tagwatch.notify.http.HttpCall;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * An attachment that the message itself gets afterwards ("Webhook Resource", "Edit Webhook
 * Message"; "Uploading Files"). What it says stays as it is, since the edit names nothing else.
 */
record DiscordPictures(SecretReference webhook) implements PictureService {

  @Override
  public Verdict add(Picture picture, String message, Secrets secrets, Line line)
      throws IOException {
    String payload =
        JsonText.object(
            json ->
                json.list(
                    "attachments",
                    all ->
                        all.item(
                            it ->
                                it.number("id", 0)
                                    .text("filename", Picture.FILE)
                                    .text("description", picture.words()))));
    return DiscordReply.verdict(
        line.send(
            new HttpCall(
                "PATCH",
                place(Settings.secretUrl(webhook, secrets), message),
                Map.of(),
                new Multipart()
                    .text("payload_json", payload)
                    .file("files[0]", Picture.FILE, Picture.TYPE, picture.png())
                    .build())));
  }

  /** The query may name the thread of a forum. */
  private static URI place(URI webhook, String message) {
    if (!message.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("Discord gave the message no usable identifier");
    }
    String text = webhook.toString();
    String query = webhook.getRawQuery() == null ? "" : "?" + webhook.getRawQuery();
    String path = text.substring(0, text.length() - query.length());
    return URI.create(path + "/messages/" + message + query);
  }
}
