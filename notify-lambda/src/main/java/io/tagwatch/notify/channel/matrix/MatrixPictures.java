package io.tagwatch.notify.channel.matrix;

import io.tagwatch.notify.channel.Picture;
import io.tagwatch.notify.channel.PictureService;
import io.tagwatch.notify.channel.Secrets;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.Reply;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpContent;
import io.tagwatch.notify.http.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * An {@code m.image} in answer to an event: the bytes go to {@code /_matrix/media/v3/upload}, the
 * event names what the server made of them (client-server API, "Content Repository", "m.image",
 * "Rich replies"). Nobody is mentioned by it.
 */
record MatrixPictures(MatrixRoom room) implements PictureService {

  @Override
  public Verdict add(Picture picture, String message, Secrets secrets, Line line)
      throws IOException {
    Map<String, String> token =
        Map.of("Authorization", "Bearer " + Settings.token(room.token(), secrets));
    HttpReply stored =
        line.send(
            new HttpCall(
                "POST",
                URI.create(room.homeserver() + "/_matrix/media/v3/upload?filename=" + Picture.FILE),
                token,
                new HttpContent(Picture.TYPE, picture.png())));
    String place = Reply.of(stored.body()).text("content_uri");
    if (stored.status() != 200 || place.isEmpty()) {
      Verdict verdict = MatrixReply.verdict(stored);
      return verdict instanceof Verdict.Delivered
          ? new Verdict.Refused("Matrix gave the picture no address")
          : verdict;
    }
    URI event = room.event(message + ".chart");
    return MatrixReply.verdict(
        line.send(new HttpCall("PUT", event, token, image(place, picture, message))));
  }

  private static String image(String place, Picture picture, String message) {
    return JsonText.object(
        json ->
            json.text("msgtype", "m.image")
                .text("body", picture.words())
                .text("filename", Picture.FILE)
                .text("url", place)
                .object(
                    "info",
                    info ->
                        info.text("mimetype", Picture.TYPE)
                            .number("w", picture.width())
                            .number("h", picture.height())
                            .number("size", picture.png().length))
                .object("m.mentions", none -> {})
                .object(
                    "m.relates_to",
                    relation ->
                        relation.object("m.in_reply_to", it -> it.text("event_id", message))));
  }
}
