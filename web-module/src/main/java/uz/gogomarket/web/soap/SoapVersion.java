package uz.gogomarket.web.soap;

import jakarta.xml.soap.SOAPConstants;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The two SOAP versions that are spoken, both at one address. */
enum SoapVersion {
  SOAP_11(
      SOAPConstants.SOAP_1_1_PROTOCOL,
      SOAPConstants.URI_NS_SOAP_1_1_ENVELOPE,
      "text/xml",
      "Client",
      "Server",
      500),
  SOAP_12(
      SOAPConstants.SOAP_1_2_PROTOCOL,
      SOAPConstants.URI_NS_SOAP_1_2_ENVELOPE,
      "application/soap+xml",
      "Sender",
      "Receiver",
      400);

  private final String protocol;
  private final String namespace;
  private final String mediaType;
  private final String sender;
  private final String receiver;
  private final int senderStatus;

  SoapVersion(
      String protocol,
      String namespace,
      String mediaType,
      String sender,
      String receiver,
      int senderStatus) {
    this.protocol = protocol;
    this.namespace = namespace;
    this.mediaType = mediaType;
    this.sender = sender;
    this.receiver = receiver;
    this.senderStatus = senderStatus;
  }

  /** As SAAJ names it. */
  String protocol() {
    return protocol;
  }

  String namespace() {
    return namespace;
  }

  String mediaType() {
    return mediaType;
  }

  /** The fault code of what the client has to change. */
  QName sender() {
    return new QName(namespace, sender);
  }

  /** The fault code of what is our fault. */
  QName receiver() {
    return new QName(namespace, receiver);
  }

  /** The HTTP status that the binding gives a fault of the sender. */
  int senderStatus() {
    return senderStatus;
  }

  /** The version of an envelope in this namespace. */
  static Optional<SoapVersion> ofEnvelope(String namespace) {
    return Arrays.stream(values()).filter(each -> each.namespace.equals(namespace)).findFirst();
  }

  /** The version whose content it says it is, in an encoding that both versions have to take. */
  static Optional<SoapVersion> ofContent(@Nullable String contentType) {
    if (contentType == null) {
      return Optional.empty();
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      if (parameter.startsWith("charset=")
          && !parameter.substring("charset=".length()).matches("utf-8|utf-16")) {
        return Optional.empty();
      }
    }
    return Arrays.stream(values())
        .filter(each -> each.mediaType.equals(parts[0].strip()))
        .findFirst();
  }
}
