package io.tagwatch.local.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The neutral tree in XML, for the Query protocols. Timestamps are ISO 8601 with milliseconds. A
 * list's items are wrapped: {@code member} in AWS Query, {@code item} in EC2 Query.
 */
final class XmlTree {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private final String itemName;

  XmlTree(String itemName) {
    this.itemName = itemName;
  }

  /** A whole document. */
  byte[] write(String root, String namespace, Map<String, ?> tree) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement(root);
      if (namespace != null) {
        xml.writeDefaultNamespace(namespace);
      }
      writeContent(xml, tree);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML", e);
    }
    return bytes.toByteArray();
  }

  private void writeContent(XMLStreamWriter xml, Object value) throws XMLStreamException {
    switch (value) {
      case Entries entries -> writeEntries(xml, entries);
      case Map<?, ?> map -> {
        for (Map.Entry<?, ?> member : map.entrySet()) {
          writeElement(xml, member.getKey().toString(), member.getValue());
        }
      }
      case List<?> list -> {
        for (Object item : list) {
          writeElement(xml, itemName, item);
        }
      }
      case java.time.Instant instant -> xml.writeCharacters(Timestamps.iso(instant));
      case byte[] bytes -> xml.writeCharacters(Base64.getEncoder().encodeToString(bytes));
      case Object scalar -> xml.writeCharacters(printable(scalar.toString()));
    }
  }

  private void writeEntries(XMLStreamWriter xml, Entries entries) throws XMLStreamException {
    for (Map.Entry<String, ?> pair : entries.values().entrySet()) {
      xml.writeStartElement("entry");
      writeElement(xml, "key", pair.getKey());
      writeElement(xml, "value", pair.getValue());
      xml.writeEndElement();
    }
  }

  private void writeElement(XMLStreamWriter xml, String name, Object value)
      throws XMLStreamException {
    if (value == null) {
      return;
    }
    xml.writeStartElement(name);
    writeContent(xml, value);
    xml.writeEndElement();
  }

  /** XML 1.0 has no way to write most control characters; they become the replacement character. */
  private static String printable(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().forEach(point -> result.appendCodePoint(allowed(point) ? point : 0xFFFD));
    return result.toString();
  }

  private static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
