package uz.gogomarket.web.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;
import uz.gogomarket.platform.Violation;

/** What the validator of the JDK says is told by a code, with what the rule asks for. */
class SchemaRuleTest {

  private static final String SCHEMA =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns="urn:t"
          elementFormDefault="qualified">
        <xs:element name="order">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="sku" minOccurs="0">
                <xs:simpleType><xs:restriction base="xs:string">
                  <xs:minLength value="2"/><xs:maxLength value="4"/><xs:pattern value="[a-z.']+"/>
                </xs:restriction></xs:simpleType>
              </xs:element>
              <xs:element name="count" minOccurs="0">
                <xs:simpleType><xs:restriction base="xs:int">
                  <xs:minInclusive value="1"/><xs:maxInclusive value="9"/>
                </xs:restriction></xs:simpleType>
              </xs:element>
              <xs:element name="price" minOccurs="0">
                <xs:simpleType><xs:restriction base="xs:decimal">
                  <xs:minExclusive value="0"/><xs:maxExclusive value="1000"/>
                  <xs:fractionDigits value="2"/><xs:totalDigits value="4"/>
                </xs:restriction></xs:simpleType>
              </xs:element>
              <xs:element name="colour" minOccurs="0">
                <xs:complexType><xs:simpleContent><xs:extension base="Colour">
                  <xs:attribute name="shade" type="xs:string" use="required"/>
                </xs:extension></xs:simpleContent></xs:complexType>
              </xs:element>
              <xs:element name="last" type="xs:string"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:simpleType name="Colour">
          <xs:restriction base="xs:string">
            <xs:enumeration value="red"/><xs:enumeration value="blue"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:schema>
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<sku>a</sku><last/> | must have at least 2 characters",
        "<sku>abcde</sku><last/> | must have at most 4 characters",
        "<sku>A.B</sku><last/> | must match [a-z.']+",
        "<count>0</count><last/> | must be at least 1",
        "<count>10</count><last/> | must be at most 9",
        "<count>x</count><last/> | is missing or of the wrong type",
        "<price>0</price><last/> | must be more than 0.0",
        "<price>1000</price><last/> | must be less than 1000.0",
        "<price>1.005</price><last/> | must have at most 2 digits after the point",
        "<price>999.99</price><last/> | must have at most 4 digits",
        "<colour shade='x'>green</colour><last/> | must be one of red, blue",
        "<colour>red</colour><last/> | must have the attribute shade",
        "<colour shade='x' tone='y'>red</colour><last/> | must not have the attribute tone",
        "<sku>ab</sku> | is not complete: count, price, colour, last is missing",
        "<colour shade='x'>red</colour><sku>ab</sku> | must not be here; here belongs last",
        "<last/><sku>ab</sku> | must not be here",
        "text<last/> | must not hold text between its elements",
      })
  void a_broken_rule_has_a_code_and_names_what_it_asks_for(String content, String message)
      throws Exception {
    assertThat(messages("<order xmlns='urn:t'>" + content + "</order>")).contains(message);
  }

  @ParameterizedTest
  @CsvSource({"<other xmlns='urn:t'/>", "<order/>"})
  void what_the_contract_does_not_know_is_no_operation(String text) throws Exception {
    assertThat(messages(text)).containsExactly("is no operation of this service");
  }

  private static List<String> messages(String text) throws Exception {
    List<Violation> found = new ArrayList<>();
    Validator validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(new StreamSource(new StringReader(SCHEMA)))
            .newValidator();
    validator.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {
            error(e);
          }

          @Override
          public void error(SAXParseException e) {
            found.add(SchemaRule.violation("order", String.valueOf(e.getMessage())));
          }

          @Override
          public void fatalError(SAXParseException e) {
            error(e);
          }
        });
    validator.validate(new StreamSource(new StringReader(text)));
    return found.stream().map(each -> each.message("en")).toList();
  }
}
