package io.tagwatch.notify.channel.matrix;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.OwnerForm;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * {@code type: matrix} with {@code homeserver}, {@code token} and {@code room} (the identifier that
 * starts with an exclamation mark). Owners are Matrix identifiers such as
 * {@code @jane:example.com}.
 */
public final class MatrixType implements ChannelType {
  static final String NAME = "matrix";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<OwnerForm> ownerForm() {
    return Optional.of(
        OwnerForm.of("@[^:\\s]+:\\S+", "the Matrix identifier such as \"@jane:example.com\""));
  }

  @Override
  public Optional<ChatService> read(Section settings, Owners owners) {
    Optional<URI> server = Settings.base(settings, "homeserver");
    Optional<SecretReference> token = Settings.secret(settings, "token");
    Optional<String> room = room(settings);
    return server.isEmpty() || token.isEmpty() || room.isEmpty()
        ? Optional.empty()
        : Optional.of(new MatrixRoom(server.get(), token.get(), room.get(), owners));
  }

  private static Optional<String> room(Section settings) {
    Optional<String> room = Settings.text(settings, "room");
    Optional<Node> node = settings.node("room");
    if (room.isPresent() && !room.get().startsWith("!")) {
      settings
          .problems()
          .add(
              node.orElseThrow(),
              node.orElseThrow().describe()
                  + " is not a room identifier; write !opaque:server, see the room's settings under \"Advanced\"");
      return Optional.empty();
    }
    return room;
  }
}
