package uz.gogomarket.web.soap;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;
import uz.gogomarket.partners.KeyAuthentication;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Origin;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.TooManyRequests;
import uz.gogomarket.platform.TrustedProxies;
import uz.gogomarket.platform.Unauthenticated;
import uz.gogomarket.platform.Violation;

/**
 * Stands before the SOAP services: lets in only requests of known keys, within their budget, that
 * hold to the contract; the contracts themselves are open to all.
 */
public class SoapDoor implements Filter {

  private static final List<String> SERVICES = List.of("PartnerCatalog", "PartnerOrders");
  private static final Pattern CONTRACT_QUERY = Pattern.compile("(?i)wsdl|xsd=\\d{1,2}");

  @Inject KeyAuthentication keys;
  @Inject KeyBudget budget;
  @Inject RefusedSecrets secrets;
  @Inject Actors actors;

  private final Map<String, Port> ports = new HashMap<>();
  private TrustedProxies proxies = TrustedProxies.NONE;

  /** An address, with what is taken there. */
  private record Port(SoapVersion version, Contract contract) {}

  @Override
  public void init(FilterConfig config) throws ServletException {
    proxies = TrustedProxies.configured();
    for (String service : SERVICES) {
      try {
        Contract contract =
            Contract.read(
                service,
                config.getServletContext().getResource("/WEB-INF/wsdl/" + service + ".xsd"));
        ports.put("/ws/" + service, new Port(SoapVersion.SOAP_11, contract));
        ports.put("/ws/" + service + "12", new Port(SoapVersion.SOAP_12, contract));
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
    Port port = ports.get(http.getRequestURI().substring(http.getContextPath().length()));
    String query = http.getQueryString();
    if (port == null) {
      answer.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (http.getMethod().equals("GET")
        && query != null
        && CONTRACT_QUERY.matcher(query).matches()) {
      chain.doFilter(request, response);
    } else if (!http.getMethod().equals("POST")) {
      answer.setHeader("Allow", "GET, POST");
      answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      call(port, http, answer, chain);
    }
  }

  private void call(
      Port port, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest checked;
    try {
      checked = new BufferedRequest(request, check(port, request));
    } catch (RuntimeException refusal) {
      refuse(refusal, port.version(), response);
      return;
    }
    SoapCall.enter(new SoapCall(port.version()));
    try {
      chain.doFilter(checked, response);
    } finally {
      SoapCall.leave();
    }
  }

  /** Reads the body, and returns it only if it may go on to the service. */
  private byte[] check(Port port, HttpServletRequest request) throws IOException {
    if (!isSafe(request)) {
      throw new PlainHttpRefused();
    }
    if (!port.version().takes(request.getContentType())) {
      throw WrongContent.notSoap(port.version());
    }
    if (request.getContentLengthLong() > BoundedBody.MAX_BODY) {
      throw WrongContent.tooLarge(BoundedBody.MAX_BODY);
    }
    BoundedBody body = new BoundedBody(request.getInputStream());
    Optional<Credentials> basic = Credentials.ofBasic(request.getHeader("Authorization"));
    if (basic.isPresent()) {
      enter(basic.get());
      body.trust();
    }
    RequestCheck check =
        new RequestCheck(
            port.version(),
            port.contract(),
            token -> {
              if (basic.isEmpty()) {
                enter(token.orElseThrow(CredentialsRequired::new));
                body.trust();
              }
            });
    try {
      SafeXml.parse(body, request.getCharacterEncoding(), check);
    } catch (SAXException | IOException e) {
      throw InvalidInput.of("Envelope", SafeXml.objection(e));
    }
    List<Violation> violations = check.violations();
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return body.content();
  }

  private void enter(Credentials credentials) {
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
    budget.spend(key);
    actors.enter(key);
  }

  /** Secrets travel over TLS, or do not leave the machine. */
  private boolean isSafe(HttpServletRequest request) {
    Origin origin = proxies.origin(request);
    return origin.secure() || origin.local();
  }

  private static void refuse(
      RuntimeException refusal, SoapVersion version, HttpServletResponse response)
      throws IOException {
    SOAPMessage message = Faults.message(refusal, version);
    response.setStatus(status(refusal, version));
    response.setContentType(version.mediaType());
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    if (refusal instanceof CredentialsRequired) {
      response.setHeader(
          "WWW-Authenticate", "Basic realm=\"GoGoMarket partners\", charset=\"UTF-8\"");
    }
    if (refusal instanceof TooManyRequests limit) {
      response.setHeader(
          "Retry-After", String.valueOf(Math.max(1, limit.retryAfter().toSeconds())));
    }
    try {
      message.writeTo(response.getOutputStream());
    } catch (SOAPException e) {
      throw new IOException("A fault cannot be written", e);
    }
  }

  private static int status(RuntimeException refusal, SoapVersion version) {
    if (refusal instanceof WrongContent content) {
      return content.status();
    }
    if (refusal instanceof CredentialsRequired) {
      return HttpServletResponse.SC_UNAUTHORIZED;
    }
    return Faults.problem(refusal) == null
        ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR
        : version.senderStatus();
  }
}
