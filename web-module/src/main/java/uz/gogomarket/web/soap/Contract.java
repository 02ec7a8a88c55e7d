package uz.gogomarket.web.soap;

import java.net.URL;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;

/**
 * What a service takes, from the schema that it is served with.
 *
 * @param service its name, {@code PartnerCatalog}
 * @param namespace of the operations' elements
 */
record Contract(String service, String namespace, Schema schema) {

  /**
   * Reads a contract.
   *
   * @param service its name, {@code PartnerCatalog}
   * @param file its schema, which lies beside the one that it imports
   */
  static Contract read(String service, URL file) {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      // Only our own schemas are read here, from where the web application lies.
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "all");
      String room = service.substring("Partner".length()).toLowerCase(Locale.ROOT);
      return new Contract(
          service, "urn:gogomarket:partner:" + room + ":v1", factory.newSchema(file));
    } catch (SAXException e) {
      throw new IllegalStateException("The contract of " + service + " cannot be read", e);
    }
  }

  ValidatorHandler validator() {
    return schema.newValidatorHandler();
  }
}
