package io.tagwatch.cli.render;

import io.tagwatch.cli.page.Previews;
import java.util.List;

/** Messages as a page that opens without any network, drawn as the live page draws them. */
public final class RenderedHtml {
  private RenderedHtml() {}

  public static String of(List<Rendered> messages) {
    return Previews.html(
        messages.stream()
            .map(one -> new Previews.Preview(one.channel(), one.type(), one.message()))
            .toList());
  }
}
