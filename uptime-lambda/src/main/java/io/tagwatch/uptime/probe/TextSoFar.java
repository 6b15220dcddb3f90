package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.expect.Observation;
import io.tagwatch.uptime.jsonpath.JsonText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** A body while it arrives, as text. Bytes that are no text become U+FFFD. */
final class TextSoFar implements Observation.Body {
  private final CharsetDecoder decoder;
  private final StringBuilder text = new StringBuilder();
  private ByteBuffer rest = ByteBuffer.allocate(0);
  private boolean complete;
  private Object json;
  private boolean parsed;

  TextSoFar(Charset charset) {
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  /** A body that is there as a whole. */
  static TextSoFar whole(String text) {
    TextSoFar body = new TextSoFar(java.nio.charset.StandardCharsets.UTF_8);
    body.text.append(text);
    body.complete = true;
    return body;
  }

  void append(byte[] bytes, int length) {
    ByteBuffer in = ByteBuffer.allocate(rest.remaining() + length);
    in.put(rest).put(bytes, 0, length).flip();
    decode(in, false);
    rest = in;
  }

  void end() {
    decode(rest, true);
    complete = true;
  }

  private void decode(ByteBuffer in, boolean last) {
    CharBuffer out =
        CharBuffer.allocate(
            (int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()) + 8);
    decoder.decode(in, out, last);
    if (last) {
      decoder.flush(out);
    }
    text.append(out.flip());
  }

  @Override
  public CharSequence text() {
    return text;
  }

  @Override
  public boolean complete() {
    return complete;
  }

  @Override
  public Object json() {
    if (!parsed) {
      json = JsonText.parse(text.toString());
      parsed = true;
    }
    return json;
  }
}
