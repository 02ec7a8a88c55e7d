package uz.gogomarket.web.soap;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import uz.gogomarket.platform.Violation;

/** Reads XML of strangers: no DTD, so no entities of their own; nothing from outside. */
final class SafeXml {

  private static final String WHOLE = "Envelope";
  private static final SAXParserFactory FACTORY = factory();

  private SafeXml() {}

  static void parse(InputStream body, @Nullable String encoding, DefaultHandler handler)
      throws IOException, SAXException {
    InputSource source = new InputSource(body);
    if (encoding != null) {
      source.setEncoding(encoding);
    }
    XMLReader reader = parser().getXMLReader();
    reader.setContentHandler(handler);
    reader.setErrorHandler(handler);
    reader.setEntityResolver(
        (publicId, systemId) -> new InputSource(InputStream.nullInputStream()));
    reader.parse(source);
  }

  /** What is wrong with a text that cannot be read. */
  static Violation objection(Exception e) {
    if (e instanceof UnsupportedEncodingException || e instanceof CharConversionException) {
      return Violation.of(WHOLE, "wrong_encoding");
    }
    if (e instanceof IOException) {
      return Violation.of(WHOLE, "incomplete_body");
    }
    if (String.valueOf(e.getMessage()).contains("DOCTYPE")) {
      return Violation.of(WHOLE, "doctype");
    }
    return e instanceof SAXParseException at
        ? Violation.of(WHOLE, "malformed_xml", at.getLineNumber(), at.getColumnNumber())
        : Violation.of(WHOLE, "not_xml");
  }

  private static SAXParser parser() throws SAXException {
    try {
      return FACTORY.newSAXParser();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SAXParserFactory factory() {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      return factory;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("The XML parser of this Java cannot be made safe", e);
    }
  }
}
