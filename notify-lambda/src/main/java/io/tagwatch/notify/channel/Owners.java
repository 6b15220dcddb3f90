package io.tagwatch.notify.channel;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who owners are on each service. Names of owners are the same in upper and lower case, as in the
 * filters of channels.
 *
 * @param ids identifier by owner and channel type, as {@code owners:} gives them
 */
public record Owners(Map<String, Map<String, String>> ids) {

  public static final Owners NONE = new Owners(Map.of());

  public Owners {
    Map<String, Map<String, String>> inEitherCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    inEitherCase.putAll(ids);
    ids = Collections.unmodifiableMap(inEitherCase);
  }

  /** The owner's identifier on a type of channel. */
  public Optional<String> id(String owner, String type) {
    return Optional.ofNullable(ids.getOrDefault(owner, Map.of()).get(type));
  }

  /** With one more. */
  public Owners with(String owner, String type, String id) {
    Map<String, Map<String, String>> more = new TreeMap<>(ids);
    Map<String, String> ofOwner = new HashMap<>(ids.getOrDefault(owner, Map.of()));
    ofOwner.put(type, id);
    more.put(owner, ofOwner);
    return new Owners(more);
  }

  public Optional<String> id(Optional<String> owner, String type) {
    return owner.flatMap(name -> id(name, type));
  }
}
