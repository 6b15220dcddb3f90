package io.tagwatch.notify.channel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who owners are on each service.
 *
 * @param ids identifier by owner and channel type, as {@code owners:} gives them
 */
public record Owners(Map<String, Map<String, String>> ids) {

  public static final Owners NONE = new Owners(Map.of());

  public Owners {
    ids = Map.copyOf(ids);
  }

  /** The owner's identifier on a type of channel. */
  public Optional<String> id(String owner, String type) {
    return Optional.ofNullable(ids.getOrDefault(owner, Map.of()).get(type));
  }

  /** With one more. */
  public Owners with(String owner, String type, String id) {
    Map<String, Map<String, String>> more = new HashMap<>(ids);
    Map<String, String> ofOwner = new HashMap<>(ids.getOrDefault(owner, Map.of()));
    ofOwner.put(type, id);
    more.put(owner, ofOwner);
    return new Owners(more);
  }

  public Optional<String> id(Optional<String> owner, String type) {
    return owner.flatMap(name -> id(name, type));
  }
}
