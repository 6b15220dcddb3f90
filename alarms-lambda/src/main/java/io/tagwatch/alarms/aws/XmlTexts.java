package io.tagwatch.alarms.aws;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through an XML document. Document types and external entities are refused.
 *
 * <p>Elements are told by their path from the root, such as {@code Response/Errors/Error/Code}.
 */
final class XmlTexts {

  /** Told of each element at its end. */
  interface Listener {
    /**
     * @param text its own text, without that of inner elements
     */
    void element(String path, String text);
  }

  /** The document is no XML. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  private XmlTexts() {}

  static void read(byte[] document, Listener listener) throws Malformed {
    try {
      walk(factory().createXMLStreamReader(new ByteArrayInputStream(document)), listener);
    } catch (XMLStreamException e) {
      throw new Malformed(String.valueOf(e.getMessage()));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static void walk(XMLStreamReader reader, Listener listener) throws XMLStreamException {
    StringBuilder path = new StringBuilder();
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.append(path.isEmpty() ? "" : "/").append(reader.getLocalName());
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          listener.element(path.toString(), text.toString());
          text.setLength(0);
          path.setLength(Math.max(0, path.lastIndexOf("/")));
        }
        default -> {}
      }
    }
  }
}
