package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.Target;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks a name server one question: over UDP, and over TCP when the answer does not fit. The records
 * are the body, one a line. A name without a record of the wanted type is a failure.
 */
final class DnsConversation implements Conversation {
  private static final int LARGEST_DATAGRAM = 4_096;

  private final Target.Dns target;
  private final Dialer dialer;

  DnsConversation(Target.Dns target, Dialer dialer) {
    this.target = target;
    this.dialer = dialer;
  }

  @Override
  public Optional<Failure> hold(Attempt attempt) throws ProbeException, IOException {
    attempt.clock().enter(Phase.DNS);
    InetSocketAddress server = server(attempt);
    int id = ThreadLocalRandom.current().nextInt(0x10000);
    byte[] question = DnsMessage.question(id, target.name(), target.record());
    DnsMessage.Answer answer = overUdp(attempt, server, id, question);
    if (answer.truncated()) {
      answer = overTcp(attempt, server, question);
    }
    DnsMessage.Answer told = answer;
    attempt.note(() -> server + " answers " + told.code() + " " + told.records());
    requireRecords(answer);
    attempt.clock().enter(Phase.BODY);
    return ExpectationReport.judge(
        attempt, Sight.of(attempt, TextSoFar.whole(String.join("\n", answer.records()))));
  }

  /** A resolver of the user's is an address like any other; the system's is the system's choice. */
  private InetSocketAddress server(Attempt attempt) throws ProbeException {
    if (target.resolver().isEmpty()) {
      return SystemResolver.first();
    }
    InetSocketAddress server = target.resolver().get();
    dialer.requireAllowed(attempt, server.getAddress());
    return server;
  }

  private DnsMessage.Answer overUdp(
      Attempt attempt, InetSocketAddress server, int id, byte[] question)
      throws IOException, ProbeException {
    try (DatagramSocket socket = new DatagramSocket()) {
      attempt.guard().watch(socket);
      socket.connect(server);
      socket.send(new DatagramPacket(question, question.length));
      byte[] buffer = new byte[LARGEST_DATAGRAM];
      while (true) {
        socket.setSoTimeout(attempt.guard().remainingMillis());
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        DnsMessage.Answer answer =
            DnsMessage.answer(java.util.Arrays.copyOf(buffer, packet.getLength()), target.record());
        if (answer.id() == id) {
          return answer;
        }
      }
    }
  }

  private DnsMessage.Answer overTcp(Attempt attempt, InetSocketAddress server, byte[] question)
      throws IOException, ProbeException {
    try (Socket socket = new Socket()) {
      attempt.guard().watch(socket);
      socket.connect(server, attempt.guard().remainingMillis());
      byte[] framed = new byte[question.length + 2];
      framed[0] = (byte) (question.length >> Byte.SIZE);
      framed[1] = (byte) question.length;
      System.arraycopy(question, 0, framed, 2, question.length);
      socket.getOutputStream().write(framed);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] message = new byte[in.readUnsignedShort()];
      in.readFully(message);
      return DnsMessage.answer(message, target.record());
    }
  }

  private void requireRecords(DnsMessage.Answer answer) throws ProbeException {
    if (!answer.code().equals("NOERROR")) {
      throw new ProbeException(
          Reason.DNS, target.name() + ": the name server says " + answer.code());
    }
    if (answer.records().isEmpty()) {
      throw new ProbeException(
          Reason.DNS, target.name() + " has no record of type " + target.record());
    }
  }
}
