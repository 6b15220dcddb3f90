package io.tagwatch.notify.channel.discord;

import io.tagwatch.notify.channel.text.Escape;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.Text;
import io.tagwatch.notify.notification.Field;
import java.util.List;

/** The fields of an embed; what has no room is counted in the last one. */
final class DiscordFields {
  private static final int NAME = 80;
  private static final int VALUE = 400;

  /** A value that may stand beside others. */
  private static final int INLINE = 40;

  /** For the field that counts the rest. */
  private static final int REST = 40;

  /** Discord refuses names and values without a visible character, but takes this one. */
  private static final String NOTHING = "\u200B";

  private DiscordFields() {}

  /**
   * @param left characters of the message that are not spent
   */
  static void write(JsonText embed, List<Field> fields, int left) {
    if (!fields.isEmpty()) {
      embed.list("fields", list -> all(list, fields, left));
    }
  }

  private static void all(JsonText list, List<Field> fields, int left) {
    int length = 0;
    for (int i = 0; i < fields.size(); i++) {
      String name = filled(Text.line(fields.get(i).name(), NAME, Escape.MARKDOWN));
      String value = filled(Text.fit(fields.get(i).value(), VALUE, Escape.MARKDOWN));
      length += name.length() + value.length();
      boolean last = i == DiscordLimits.FIELDS - 1 && fields.size() > DiscordLimits.FIELDS;
      if (last || length + REST > left) {
        one(list, "…", "and " + (fields.size() - i) + " more");
        return;
      }
      one(list, name, value);
    }
  }

  private static void one(JsonText list, String name, String value) {
    list.item(
        it -> it.text("name", name).text("value", value).flag("inline", value.length() <= INLINE));
  }

  private static String filled(String text) {
    return text.isBlank() ? NOTHING : text;
  }
}
