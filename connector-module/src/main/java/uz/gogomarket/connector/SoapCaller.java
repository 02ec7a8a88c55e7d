package uz.gogomarket.connector;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who understands refusals as faults only, in the version of SOAP that it speaks. */
enum SoapCaller {
  SOAP_11(
      "text/xml",
      """
      <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>\
      <faultcode>s:Server</faultcode><faultstring xml:lang="en">%s</faultstring>\
      <detail>%s</detail></s:Fault></s:Body></s:Envelope>\
      """),
  SOAP_12(
      "application/soap+xml",
      """
      <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault>\
      <s:Code><s:Value>s:Receiver</s:Value></s:Code>\
      <s:Reason><s:Text xml:lang="en">%s</s:Text></s:Reason>\
      <s:Detail>%s</s:Detail></s:Fault></s:Body></s:Envelope>\
      """);

  private static final String SERVICES = "/ws/";
  private static final String DETAIL =
      """
      <t:ConflictFault xmlns:t="urn:gogomarket:partner:types:v1"><t:code>%s</t:code>\
      <t:message>%s</t:message><t:instance>urn:gogomarket:request:%s</t:instance></t:ConflictFault>\
      """;

  final String mediaType;
  private final String envelope;

  SoapCaller(String mediaType, String envelope) {
    this.mediaType = mediaType;
    this.envelope = envelope;
  }

  /** Who posts this type to this address; null where it is none of them. */
  static @Nullable SoapCaller of(String method, String target, @Nullable String contentType) {
    if (contentType == null || !method.equals("POST") || !target.startsWith(SERVICES)) {
      return null;
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    for (SoapCaller each : values()) {
      if (each.mediaType.equals(type)) {
        return each;
      }
    }
    return null;
  }

  /** A whole envelope; every text in it is ours, so that none needs escaping. */
  String fault(String code, String message, UUID request) {
    return envelope.formatted(message, DETAIL.formatted(code, message, request));
  }
}
