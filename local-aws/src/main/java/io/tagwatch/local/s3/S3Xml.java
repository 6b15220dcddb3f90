package io.tagwatch.local.s3;

import io.tagwatch.local.protocol.AwsFault;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** S3's answers in XML, whose lists have no element around them. */
final class S3Xml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();
  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private S3Xml() {}

  /** What writes the members of the root. */
  private interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  static byte[] listing(String bucket, Listing listing, Page page) {
    return document(
        "ListBucketResult",
        NAMESPACE,
        xml -> {
          text(xml, "Name", bucket);
          text(xml, "Prefix", key(listing.prefix(), listing));
          text(xml, "MaxKeys", listing.most());
          text(xml, "KeyCount", page.objects().size());
          text(xml, "IsTruncated", page.truncated());
          if (listing.urlEncoded()) {
            text(xml, "EncodingType", "url");
          }
          if (!listing.token().isEmpty()) {
            text(xml, "ContinuationToken", listing.token());
          }
          if (page.truncated() && !page.objects().isEmpty()) {
            text(xml, "NextContinuationToken", token(page.objects().getLast().key()));
          }
          for (StoredObject object : page.objects()) {
            contents(xml, object, listing);
          }
        });
  }

  static byte[] refusal(AwsFault fault, String resource, String requestId) {
    return document(
        "Error",
        null,
        xml -> {
          text(xml, "Code", fault.code());
          text(xml, "Message", fault.getMessage());
          text(xml, "Resource", resource);
          text(xml, "RequestId", requestId);
        });
  }

  /** The key after which a page continues. */
  static String keyOfToken(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw AwsFault.badRequest("InvalidArgument", "The continuation token provided is incorrect");
    }
  }

  private static String token(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static void contents(XMLStreamWriter xml, StoredObject object, Listing listing)
      throws XMLStreamException {
    xml.writeStartElement("Contents");
    text(xml, "Key", key(object.key(), listing));
    text(xml, "LastModified", object.modified());
    text(xml, "ETag", object.etag());
    text(xml, "Size", object.body().length);
    text(xml, "StorageClass", "STANDARD");
    xml.writeEndElement();
  }

  private static String key(String key, Listing listing) {
    return listing.urlEncoded()
        ? URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/")
        : key;
  }

  private static byte[] document(String root, String namespace, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement(root);
      if (namespace != null) {
        xml.writeDefaultNamespace(namespace);
      }
      content.write(xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML", e);
    }
    return bytes.toByteArray();
  }

  private static void text(XMLStreamWriter xml, String name, Object value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value.toString());
    xml.writeEndElement();
  }
}
