package uz.gogomarket.systemtests;

import gogomarket.partner.catalog.v1.PartnerCatalog;
import gogomarket.partner.catalog.v1.PartnerCatalogService;
import gogomarket.partner.orders.v1.PartnerOrders;
import gogomarket.partner.orders.v1.PartnerOrdersService;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.xml.ws.BindingProvider;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** A partner's program: generated clients that read the served WSDL, and raw requests. */
record SoapClient(long id, String keyId, String secret) {

  static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Makes a key with these scopes. */
  static SoapClient of(Person seller, String... scopes) {
    JsonPath made =
        seller
            .request()
            .body(Map.of("name", "test", "scopes", List.of(scopes)))
            .post("/partner/keys")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    return new SoapClient(
        made.getLong("key.id"), made.getString("key.keyId"), made.getString("secret"));
  }

  /** A key that may do everything. */
  static SoapClient of(Person seller) {
    return of(seller, "catalog.read", "catalog.write", "orders.read", "orders.write");
  }

  SoapClient withSecret(String other) {
    return new SoapClient(id, keyId, other);
  }

  PartnerCatalog catalog() {
    return authenticated(
        new PartnerCatalogService(wsdl("PartnerCatalog")).getPartnerCatalogSoap11());
  }

  PartnerCatalog catalog12() {
    return authenticated(
        new PartnerCatalogService(wsdl("PartnerCatalog")).getPartnerCatalogSoap12());
  }

  PartnerOrders orders() {
    return authenticated(new PartnerOrdersService(wsdl("PartnerOrders")).getPartnerOrdersSoap11());
  }

  static URL wsdl(String service) {
    try {
      return URI.create(RestAssured.baseURI + "/ws/" + service + "?wsdl").toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private <P> P authenticated(P port) {
    Map<String, Object> context = ((BindingProvider) port).getRequestContext();
    context.put(BindingProvider.USERNAME_PROPERTY, keyId);
    context.put(BindingProvider.PASSWORD_PROPERTY, secret);
    return port;
  }

  /** Sends a whole text as SOAP 1.1 with HTTP Basic. */
  HttpResponse<String> send(String service, String text) {
    return post(
        service,
        text.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "text/xml; charset=utf-8",
        "Authorization",
        basic());
  }

  /** The key and its secret as a header has them. */
  String basic() {
    String pair = keyId + ":" + secret;
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends an operation as SOAP 1.1 with HTTP Basic. */
  HttpResponse<String> call(String service, String operation) {
    return send(service, envelope(SOAP_11, "", operation));
  }

  static String envelope(String namespace, String header, String operation) {
    return "<s:Envelope xmlns:s='%s'>%s<s:Body>%s</s:Body></s:Envelope>"
        .formatted(namespace, header, operation);
  }

  static HttpResponse<String> post(String service, byte[] body, String... headers) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + "/ws/" + service))
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "SoapClient[" + keyId + "]";
  }
}
