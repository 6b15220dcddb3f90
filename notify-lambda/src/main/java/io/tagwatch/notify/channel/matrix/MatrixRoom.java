package io.tagwatch.notify.channel.matrix;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.PictureService;
import io.tagwatch.notify.channel.Secrets;
import io.tagwatch.notify.channel.Settings;
import io.tagwatch.notify.channel.Verdict;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.notification.Notification;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A room. The transaction identifier is made of message and payload: the server answers a repeated
 * one with the first event, so that a retry after a lost reply is no duplicate.
 */
record MatrixRoom(URI homeserver, SecretReference token, String room, Owners owners)
    implements ChatService {
  private static final int LONGEST_ID = 100;

  @Override
  public List<SecretReference> secrets() {
    return List.of(token);
  }

  @Override
  public String payload(Notification notification, Form form) {
    return MatrixMessage.of(notification, form, owners);
  }

  @Override
  public boolean holds(Notification digest, Form form) {
    return MatrixMessage.holds(digest, form);
  }

  @Override
  public HttpCall call(String payload, Notification notification, Secrets secrets) {
    return new HttpCall(
        "PUT",
        event(id(notification) + "." + Integer.toHexString(payload.hashCode())),
        Map.of("Authorization", "Bearer " + Settings.token(token, secrets)),
        payload);
  }

  @Override
  public Optional<PictureService> pictures() {
    return Optional.of(new MatrixPictures(this));
  }

  @Override
  public Verdict verdict(HttpReply reply) {
    return MatrixReply.verdict(reply);
  }

  /** Part of an address, which servers and proxies take up to some thousand characters. */
  private static String id(Notification notification) {
    String id = notification.id();
    return id.length() <= LONGEST_ID
        ? id
        : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Where a message of this room is put. */
  URI event(String transaction) {
    String path =
        "/_matrix/client/v3/rooms/" + encode(room) + "/send/m.room.message/" + encode(transaction);
    return URI.create(homeserver + path);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
