package uz.gogomarket.web.soap;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xml.sax.SAXException;
import uz.gogomarket.partners.KeyAuthentication;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Origin;
import uz.gogomarket.platform.RequestBudgets;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.TrustedProxies;
import uz.gogomarket.platform.Unauthenticated;
import uz.gogomarket.platform.Violation;
import uz.gogomarket.web.http.RequestMeters;
import uz.gogomarket.web.rest.ClientBulkhead;

/**
 * Stands before the SOAP services: lets in only requests of known keys, within their budget, that
 * hold to the contract, and leads them to the SOAP version of their envelope; the contracts
 * themselves are open to all.
 */
public class SoapDoor implements Filter {

  private static final List<String> SERVICES = List.of("PartnerCatalog", "PartnerOrders");
  private static final String AUTHORIZATION = "Authorization";

  @Inject KeyAuthentication keys;
  @Inject KeyBudget budget;
  @Inject ClientBulkhead bulkhead;
  @Inject RefusedSecrets secrets;
  @Inject Actors actors;

  @Inject
  @ConfigProperty(name = "gogomarket.base-url", defaultValue = "http://localhost:8080")
  String baseUrl;

  private final Map<String, Service> services = new HashMap<>();
  private TrustedProxies proxies = TrustedProxies.NONE;

  /**
   * What is taken and shown at an address.
   *
   * @param soap12 where the SOAP stack takes the other version: it keeps one to an address
   */
  private record Service(Contract contract, Documents documents, String soap12) {}

  @Override
  public void init(FilterConfig config) throws ServletException {
    proxies = TrustedProxies.configured();
    ServletContext context = config.getServletContext();
    for (String name : SERVICES) {
      String path = "/ws/" + name;
      try {
        services.put(
            path,
            new Service(
                Contract.read(name, context.getResource("/WEB-INF/wsdl/" + name + ".xsd")),
                Documents.read(context, name, baseUrl),
                path + "12"));
      } catch (IOException e) {
        throw new ServletException(e);
      }
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    Service service = services.get(http.getRequestURI().substring(http.getContextPath().length()));
    String query = Objects.toString(http.getQueryString(), "").toLowerCase(Locale.ROOT);
    if (service == null) {
      answer.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (http.getMethod().equals("GET") && service.documents().have(query)) {
      service.documents().write(query, answer);
    } else if (!http.getMethod().equals("POST")) {
      answer.setHeader("Allow", "GET, POST");
      answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      call(service, http, answer, chain);
    }
  }

  private void call(
      Service service, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    BoundedBody body = new BoundedBody(request.getInputStream());
    RequestCheck check =
        new RequestCheck(
            SoapVersion.ofContent(request.getContentType()).orElse(SoapVersion.SOAP_11),
            service.contract(),
            token -> {
              if (request.getHeader(AUTHORIZATION) == null) {
                enter(token.orElseThrow(CredentialsRequired::new));
                body.trust();
              }
            });
    try {
      read(request, body, check);
    } catch (RuntimeException refusal) {
      FaultAnswer.write(refusal, check.version(), response);
      return;
    }
    HttpServletRequest checked = new SoapRequest(request, body.content(), check.version());
    request.setAttribute(
        RequestMeters.OPERATION, service.contract().service() + "_" + check.operation());
    response.setHeader("Cache-Control", "no-store");
    SoapCall.enter(new SoapCall(check.version(), response));
    try {
      if (check.version() == SoapVersion.SOAP_12) {
        request.getRequestDispatcher(service.soap12()).forward(checked, response);
      } else {
        chain.doFilter(checked, response);
      }
    } finally {
      SoapCall.leave();
    }
  }

  /** Reads the body, and returns only if it may go on to the service. */
  private void read(HttpServletRequest request, BoundedBody body, RequestCheck check) {
    if (!isSafe(request)) {
      throw new PlainHttpRefused();
    }
    if (SoapVersion.ofContent(request.getContentType()).isEmpty()) {
      throw WrongContent.notSoap();
    }
    if (request.getContentLengthLong() > BoundedBody.MAX_BODY) {
      throw WrongContent.tooLarge(BoundedBody.MAX_BODY);
    }
    PartnerCredentials.ofBasic(request.getHeader(AUTHORIZATION))
        .ifPresent(
            basic -> {
              enter(basic);
              body.trust();
            });
    try {
      SafeXml.parse(body, request.getCharacterEncoding(), check);
    } catch (SAXException | IOException e) {
      throw new InvalidInput(List.of(SafeXml.objection(e)));
    }
    List<Violation> violations = check.violations();
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
  }

  private void enter(PartnerCredentials credentials) {
    String address = String.valueOf(RequestInfo.current().address());
    secrets.requireTrust(address, credentials.keyId());
    Actor key;
    try {
      key = keys.authenticate(credentials.keyId(), credentials.secret());
    } catch (Unauthenticated refused) {
      secrets.refused(address, credentials.keyId());
      throw refused;
    }
    secrets.accepted(address, credentials.keyId());
    RequestBudgets.shared().giveBackToAddress();
    budget.spend(key);
    bulkhead.enter(key.name());
    actors.enter(key);
  }

  /** Secrets travel over TLS, or do not leave the machine. */
  private boolean isSafe(HttpServletRequest request) {
    Origin origin = proxies.origin(request);
    return origin.secure() || origin.local();
  }
}
