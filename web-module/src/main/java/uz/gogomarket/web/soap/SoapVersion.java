package uz.gogomarket.web.soap;

import jakarta.xml.soap.SOAPConstants;
import java.util.Locale;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The two SOAP versions that are spoken, each at addresses of its own. */
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

  /** Whether it is this version's content, in an encoding that both versions have to take. */
  boolean takes(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    if (!parts[0].strip().equals(mediaType)) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      if (parameter.startsWith("charset=")
          && !parameter.substring("charset=".length()).matches("utf-8|utf-16")) {
        return false;
      }
    }
    return true;
  }
}
