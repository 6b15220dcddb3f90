package io.tagwatch.alarms.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A description that fits: the sentence for people, then the marker on the last line.
 *
 * @param text at most 1,024 characters
 * @param left what had to be cut or left out, in the order of leaving; empty when everything fits
 */
public record AlarmText(String text, List<String> left) {
  private static final String CUT = "…";

  /** Cuts the sentence first, then leaves out the runbook, then the owner. */
  public static AlarmText of(
      String sentence, AlarmIdentity identity, Optional<String> owner, Optional<String> runbook) {
    String line = oneLine(sentence);
    List<String> left = new ArrayList<>();
    String marker = identity.marker(owner, runbook).print();
    if (room(marker) < 1 && runbook.isPresent()) {
      left.add("runbook");
      marker = identity.marker(owner, Optional.empty()).print();
    }
    if (room(marker) < 1 && owner.isPresent()) {
      left.add("owner");
      marker = identity.marker(Optional.empty(), Optional.empty()).print();
    }
    if (room(marker) < 1) {
      marker = identity.fitting().marker(Optional.empty(), Optional.empty()).print();
    }
    if (line.length() > room(marker)) {
      left.addFirst("sentence");
      line = cut(line, room(marker));
    }
    return new AlarmText(line + "\n" + marker, List.copyOf(left));
  }

  /** Characters left for the sentence. */
  private static int room(String marker) {
    return AlarmLimits.DESCRIPTION_LENGTH - marker.length() - 1;
  }

  private static String cut(String line, int room) {
    int end = room - CUT.length();
    if (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end) + CUT;
  }

  /** Control characters and line breaks, which a Name tag may hold, become blanks. */
  private static String oneLine(String sentence) {
    StringBuilder line = new StringBuilder(sentence.length());
    sentence
        .codePoints()
        .map(
            point ->
                Character.isISOControl(point) || point == 0x2028 || point == 0x2029 ? ' ' : point)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
