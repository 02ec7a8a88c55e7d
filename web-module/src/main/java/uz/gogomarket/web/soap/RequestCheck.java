package uz.gogomarket.web.soap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.ext.Locator2;
import org.xml.sax.helpers.DefaultHandler;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Violation;

/**
 * Looks through a request once, element by element, before anything is built of it: is it an
 * envelope with one operation in it, who calls, and does the operation hold to the schema.
 */
final class RequestCheck extends DefaultHandler {

  private static final int MAX_DEPTH = 30;
  private static final int MAX_HEADER_ELEMENTS = 200;

  /** Characters in one element; more than the longest text of the contracts can have. */
  private static final int MAX_TEXT = 40_000;

  private final Contract contract;
  private final Consumer<Optional<PartnerCredentials>> caller;
  private final ValidatorHandler validator;
  private final Violations violations = new Violations();
  private final TokenReader token = new TokenReader();

  private SoapVersion version;
  private Place place = Place.DOCUMENT;
  private int depth;
  private int headerElements;
  private int textLength;
  private boolean operationSeen;
  private String operation = "";
  private @Nullable Locator locator;

  /** Where in the envelope the reading is. */
  private enum Place {
    DOCUMENT,
    ENVELOPE,
    HEADER,
    BODY,
    OPERATION,
    END
  }

  /**
   * @param assumed the version that counts until the envelope tells its own
   * @param caller is told who calls when the header has been read, before the body is
   */
  RequestCheck(
      SoapVersion assumed, Contract contract, Consumer<Optional<PartnerCredentials>> caller) {
    this.version = assumed;
    this.contract = contract;
    this.caller = caller;
    this.validator = contract.validator();
    this.validator.setErrorHandler(violations);
  }

  /** In which the client speaks, and wants to be answered. */
  SoapVersion version() {
    return version;
  }

  /**
   * What the schema objects to.
   *
   * @throws InvalidInput if there is no operation at all
   */
  List<Violation> violations() {
    if (!operationSeen) {
      throw InvalidInput.of("Body", "operation_needed");
    }
    return violations.found();
  }

  /** The one that is called; it is in the contract where nothing is objected to. */
  String operation() {
    return operation;
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
    validator.setDocumentLocator(locator);
  }

  @Override
  public void startDocument() throws SAXException {
    validator.startDocument();
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    validator.startPrefixMapping(prefix, uri);
  }

  @Override
  public void endPrefixMapping(String prefix) throws SAXException {
    validator.endPrefixMapping(prefix);
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    if (++depth > MAX_DEPTH) {
      throw InvalidInput.of("Envelope", "nested_too_deep", MAX_DEPTH);
    }
    textLength = 0;
    switch (place) {
      case DOCUMENT -> openEnvelope(uri, name);
      case ENVELOPE -> openPart(uri, name);
      case HEADER -> {
        if (++headerElements > MAX_HEADER_ELEMENTS) {
          throw InvalidInput.of("Header", "too_many_elements", MAX_HEADER_ELEMENTS);
        }
        token.start(uri, name, attributes);
      }
      case BODY -> {
        openOperation(uri, name);
        validator.startElement(uri, name, qualified, attributes);
      }
      case OPERATION -> {
        violations.open(name);
        validator.startElement(uri, name, qualified, attributes);
      }
      case END -> throw InvalidInput.of("Envelope", "ends_after_body");
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    depth--;
    textLength = 0;
    switch (place) {
      case HEADER -> {
        if (depth == 1) {
          place = Place.ENVELOPE;
        } else {
          token.end(uri, name);
        }
      }
      case OPERATION -> {
        validator.endElement(uri, name, qualified);
        violations.close();
        if (depth == 2) {
          place = Place.BODY;
        }
      }
      case BODY -> place = Place.END;
      default -> {}
    }
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    if (place == Place.OPERATION) {
      textLength += length;
      if (textLength > MAX_TEXT) {
        throw InvalidInput.of(violations.field(), "too_long", MAX_TEXT);
      }
      validator.characters(text, start, length);
    } else if (place == Place.HEADER) {
      token.text(text, start, length);
    } else if (!String.valueOf(text, start, length).isBlank()) {
      throw InvalidInput.of("Envelope", "text_between");
    }
  }

  @Override
  public void processingInstruction(String target, String data) {
    throw InvalidInput.of("Envelope", "processing_instruction");
  }

  @Override
  public void endDocument() throws SAXException {
    if (operationSeen) {
      validator.endDocument();
    }
  }

  private void openEnvelope(String uri, String name) {
    version =
        SoapVersion.ofEnvelope(uri)
            .filter(any -> name.equals("Envelope"))
            .orElseThrow(() -> InvalidInput.of("Envelope", "soap_version"));
    if (locator instanceof Locator2 entity
        && entity.getEncoding() != null
        && !entity.getEncoding().toUpperCase(Locale.ROOT).matches("UTF-?(8|16(LE|BE)?)")) {
      throw WrongContent.notSoap();
    }
    place = Place.ENVELOPE;
  }

  private void openPart(String uri, String name) {
    boolean ours = uri.equals(version.namespace());
    if (ours && name.equals("Header") && headerElements == 0 && !operationSeen) {
      place = Place.HEADER;
    } else if (ours && name.equals("Body")) {
      caller.accept(token.credentials());
      place = Place.BODY;
    } else {
      throw InvalidInput.of("Envelope", "header_and_body");
    }
  }

  private void openOperation(String uri, String name) {
    if (operationSeen) {
      throw InvalidInput.of("Body", "one_operation");
    }
    if (!uri.equals(contract.namespace()) || name.endsWith("Response")) {
      throw InvalidInput.of("Body", "foreign_operation", contract.namespace());
    }
    operationSeen = true;
    operation = name;
    place = Place.OPERATION;
    violations.begin();
  }
}
