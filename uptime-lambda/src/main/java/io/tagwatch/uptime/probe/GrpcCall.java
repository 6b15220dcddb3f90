package io.tagwatch.uptime.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.http2.frame.DefaultFrameFactory;
import org.apache.hc.core5.http2.frame.FrameFactory;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.impl.io.FrameInputBuffer;
import org.apache.hc.core5.http2.impl.io.FrameOutputBuffer;
import org.apache.hc.core5.util.ByteArrayBuffer;

/**
 * One call over HTTP/2, on a connection of its own, with blocking reads: stream 1, one message
 * there, one back, and the trailers; see RFC 9113.
 */
final class GrpcCall {
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int STREAM = 1;

  /** What both sides may use until they agree on something else. */
  private static final int FRAME = 16_384;

  private static final int HEADER_TABLE = 4_096;
  private static final int LARGEST_HEADERS = 65_536;
  private static final int LARGEST_MESSAGE = 65_536;
  private static final int PRIORITY_BYTES = 5;
  private static final FrameFactory FRAMES = DefaultFrameFactory.INSTANCE;

  private final Line line;
  private final Runnable onHead;
  private final FrameInputBuffer in = new FrameInputBuffer(FRAME);
  private final FrameOutputBuffer out = new FrameOutputBuffer(FRAME);
  private final HPackDecoder decoder = new HPackDecoder(HEADER_TABLE, StandardCharsets.US_ASCII);
  private final ByteArrayOutputStream block = new ByteArrayOutputStream();
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private boolean lastBlock;

  /**
   * @param onHead called when the first headers have arrived
   */
  GrpcCall(Line line, Runnable onHead) {
    this.line = line;
    this.onHead = onHead;
  }

  /**
   * What came back.
   *
   * @param headers of the head and of the trailers
   * @param message as framed by gRPC
   */
  record Answer(Map<String, String> headers, byte[] message) {}

  Answer hold(List<Header> request, byte[] body) throws IOException, HttpException, ProbeException {
    OutputStream to = line.endpoint().getOutputStream();
    to.write(PREFACE);
    out.write(FRAMES.createSettings(new H2Setting(H2Param.ENABLE_PUSH, 0)), to);
    ByteArrayBuffer encoded = new ByteArrayBuffer(256);
    new HPackEncoder(0, StandardCharsets.US_ASCII).encodeHeaders(encoded, request, true);
    out.write(
        FRAMES.createHeaders(
            STREAM, ByteBuffer.wrap(encoded.array(), 0, encoded.length()), true, false),
        to);
    out.write(FRAMES.createData(STREAM, ByteBuffer.wrap(body), true), to);
    to.flush();
    InputStream from = line.endpoint().getInputStream();
    while (!take(in.read(from), to)) {
      to.flush();
    }
    return new Answer(headers, message.toByteArray());
  }

  /** True when the answer is complete. */
  private boolean take(RawFrame frame, OutputStream to)
      throws IOException, HttpException, ProbeException {
    FrameType type = FrameType.valueOf(frame.getType());
    if (type == null) {
      return false;
    }
    switch (type) {
      case SETTINGS -> answer(frame, FRAMES.createSettingsAck(), to);
      case PING -> answer(frame, FRAMES.createPingAck(frame.getPayloadContent()), to);
      case GOAWAY -> requireOurs(frame);
      case RST_STREAM -> {
        if (frame.getStreamId() == STREAM) {
          throw new ProbeException(
              Reason.RESET, "the server reset the call, error " + frame.getPayload().getInt());
        }
      }
      default -> {
        return frame.getStreamId() == STREAM && ofAnswer(type, frame);
      }
    }
    return false;
  }

  private void answer(RawFrame frame, RawFrame acknowledgement, OutputStream to)
      throws IOException {
    if (!frame.isFlagSet(FrameFlag.ACK)) {
      out.write(acknowledgement, to);
    }
  }

  private static void requireOurs(RawFrame goAway) throws ProbeException {
    ByteBuffer payload = goAway.getPayloadContent();
    if (payload == null || payload.remaining() < Integer.BYTES || payload.getInt() < STREAM) {
      throw new ProbeException(Reason.RESET, "the server goes away without an answer");
    }
  }

  private boolean ofAnswer(FrameType type, RawFrame frame)
      throws IOException, HttpException, ProbeException {
    boolean ends = frame.isFlagSet(FrameFlag.END_STREAM);
    switch (type) {
      case HEADERS -> {
        ByteBuffer payload = frame.getPayloadContent();
        if (frame.isFlagSet(FrameFlag.PRIORITY)) {
          payload.position(payload.position() + PRIORITY_BYTES);
        }
        lastBlock = ends;
        return keep(payload, frame);
      }
      case CONTINUATION -> {
        return keep(frame.getPayloadContent(), frame);
      }
      case DATA -> {
        append(frame.getPayloadContent(), message, LARGEST_MESSAGE);
        return ends;
      }
      default -> {
        return false;
      }
    }
  }

  private boolean keep(ByteBuffer payload, RawFrame frame)
      throws IOException, HttpException, ProbeException {
    append(payload, block, LARGEST_HEADERS);
    if (!frame.isFlagSet(FrameFlag.END_HEADERS)) {
      return false;
    }
    if (headers.isEmpty()) {
      onHead.run();
    }
    for (Header header : decoder.decodeHeaders(ByteBuffer.wrap(block.toByteArray()))) {
      headers.put(header.getName(), header.getValue());
    }
    block.reset();
    return lastBlock;
  }

  private static void append(ByteBuffer payload, ByteArrayOutputStream to, int most)
      throws ProbeException {
    if (payload == null) {
      return;
    }
    if (to.size() + payload.remaining() > most) {
      throw new ProbeException(Reason.TOO_LARGE, "the answer is larger than " + most + " bytes");
    }
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    to.writeBytes(bytes);
  }
}
