package io.tagwatch.notify.aws;

import io.tagwatch.notify.enrich.ServerCards.Card;
import io.tagwatch.notify.enrich.ServerCards.CardsUnavailableException;
import io.tagwatch.notify.enrich.ServerCards.Reason;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Cards of servers from the XML of DescribeInstances: EC2 API reference, "Instance". */
final class Ec2Answer {
  /** Where an instance's own members stand: answer, reservations, one, instances, one, member. */
  private static final int MEMBER = 6;

  private final Map<String, Card> cards = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> facts = new HashMap<>();
  private final Map<String, String> tags = new HashMap<>();

  private Ec2Answer() {}

  static Map<String, Card> cards(String xml) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    Ec2Answer answer = new Ec2Answer();
    try {
      answer.read(factory.createXMLStreamReader(new StringReader(xml)));
    } catch (XMLStreamException e) {
      throw new CardsUnavailableException("ec2 DescribeInstances answered no XML");
    }
    return answer.cards;
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        path.addLast(xml.getLocalName());
        text.setLength(0);
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(xml.getText());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        ended(text.toString().strip());
        text.setLength(0);
        path.removeLast();
      }
    }
  }

  private void ended(String value) {
    String[] names = path.toArray(String[]::new);
    if (names.length < MEMBER - 1 || !names[3].equals("instancesSet")) {
      return;
    }
    if (names.length == MEMBER - 1) {
      close();
      return;
    }
    String place = String.join("/", List.of(names).subList(MEMBER - 1, names.length));
    if (place.equals("tagSet/item/value")) {
      tags.put(fact("tagSet/item/key"), value);
    } else {
      facts.put(place, value);
    }
  }

  private void close() {
    String id = fact("instanceId");
    if (!id.isEmpty()) {
      String words = fact("stateReason/message");
      String code = fact("stateReason/code");
      String plain = words.startsWith(code + ": ") ? words.substring(code.length() + 2) : words;
      cards.put(
          id,
          new Card(
              tags.getOrDefault("Name", ""),
              tags.getOrDefault("tagwatch:owner", ""),
              fact("instanceType"),
              fact("placement/availabilityZone"),
              fact("instanceState/name"),
              code.isEmpty() ? Optional.empty() : Optional.of(new Reason(code, plain)),
              isForgotten() ? Optional.empty() : Optional.of(tags)));
    }
    facts.clear();
    tags.clear();
  }

  /** EC2 takes the tags from a terminated server before it forgets the server itself. */
  private boolean isForgotten() {
    return tags.isEmpty() && fact("instanceState/name").equals("terminated");
  }

  private String fact(String name) {
    return facts.getOrDefault(name, "");
  }
}
