package io.tagwatch.notify.channel;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an owner's identifier on one service looks like. One that does not would call nobody, and
 * may have the service refuse the whole message.
 *
 * @param form of the whole identifier
 * @param words what to write, with an example: {@code a member identifier such as U012AB3CD}
 */
public record OwnerForm(Pattern form, String words) {

  public static OwnerForm of(String form, String words) {
    return new OwnerForm(Pattern.compile(form), words);
  }

  /** The identifier under a key, if there is one; another form is reported. */
  public Optional<String> read(Section owner, String key) {
    Optional<String> id = Settings.identifierIfAny(owner, key);
    if (id.isEmpty() || form.matcher(id.get()).matches()) {
      return id;
    }
    Node node = owner.node(key).orElseThrow();
    owner.problems().add(node, node.describe() + " calls nobody; write " + words);
    return Optional.empty();
  }
}
