package uz.gogomarket.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The server's configuration, {@code domain.xml}, as far as it is about this one server. */
final class DomainXml {
  private static final String CONNECTOR = "uz.gogomarket.connector.";

  private final Path file;
  private final Document document;
  private final Element config;

  private DomainXml(Path file, Document document) {
    this.file = file;
    this.document = document;
    this.config = named(document.getDocumentElement(), "config", "name", "server-config");
  }

  static DomainXml read(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new DomainXml(file, factory.newDocumentBuilder().parse(file.toFile()));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("unreadable " + file, e);
    }
  }

  void write() throws IOException {
    try {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(file.toFile()));
    } catch (TransformerException e) {
      throw new IOException("cannot write " + file, e);
    }
  }

  /** The server's own settings; those of other servers stand beside them. */
  Element config() {
    return config;
  }

  /** The only element of its kind outside of the server's own settings. */
  Element first(String tag) {
    return elements(document.getDocumentElement(), tag).stream()
        .findFirst()
        .orElseThrow(() -> new StartFailure("This Payara has no %s.".formatted(tag)));
  }

  Element named(String tag, String attribute, String value) {
    return named(config, tag, attribute, value);
  }

  List<Element> elements(String tag) {
    return elements(config, tag);
  }

  /** An element's child, made where it is missing. */
  Element child(Element parent, String tag) {
    return elements(parent, tag).stream()
        .findFirst()
        .orElseGet(() -> (Element) parent.appendChild(document.createElement(tag)));
  }

  List<String> texts(String tag) {
    return elements(tag).stream().map(element -> element.getTextContent().strip()).toList();
  }

  /**
   * Puts a class of the connector before a listener's protocol. What the server calls unification
   * of ports is the one place where it takes one.
   */
  void guard(Element listener, String port) {
    String protocol = listener.getAttribute("protocol");
    Element guarded = document.createElement("protocol");
    guarded.setAttribute("name", "guarded-" + protocol);
    Element unification = child(guarded, "port-unification");
    unification.setAttribute("classname", CONNECTOR + port);
    Element finder = child(unification, "protocol-finder");
    finder.setAttribute("name", "any");
    finder.setAttribute("classname", CONNECTOR + "AnyRequest");
    finder.setAttribute("protocol", protocol);
    named("protocol", "name", protocol).getParentNode().appendChild(guarded);
    listener.setAttribute("protocol", guarded.getAttribute("name"));
  }

  private static Element named(Element in, String tag, String attribute, String value) {
    return elements(in, tag).stream()
        .filter(element -> element.getAttribute(attribute).equals(value))
        .findFirst()
        .orElseThrow(
            () -> new StartFailure("This Payara has no %s named %s.".formatted(tag, value)));
  }

  private static List<Element> elements(Element in, String tag) {
    NodeList nodes = in.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
