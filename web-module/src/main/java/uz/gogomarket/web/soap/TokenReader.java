package uz.gogomarket.web.soap;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Unauthenticated;

/**
 * Finds a UsernameToken with PasswordText (WS-Security UsernameToken Profile 1.1) in the header of
 * a request.
 */
final class TokenReader {

  static final String NAMESPACE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  private static final String PASSWORD_TEXT =
      "http://docs.oasis-open.org/wss/2004/01/"
          + "oasis-200401-wss-username-token-profile-1.0#PasswordText";
  private static final int MAX_TEXT = 500;

  private boolean inSecurity;
  private boolean inToken;
  private @Nullable StringBuilder text;
  private @Nullable String username;
  private @Nullable String password;

  void start(String uri, String name, Attributes attributes) {
    if (text != null) {
      throw InvalidInput.of("Header/Security/UsernameToken", "text_only");
    }
    if (!uri.equals(NAMESPACE)) {
      return;
    }
    switch (name) {
      case "Security" -> inSecurity = true;
      case "UsernameToken" -> {
        if (inSecurity && username != null) {
          throw InvalidInput.of("Header/Security", "one_token");
        }
        inToken = inSecurity;
      }
      case "Username", "Password" -> {
        if (inToken) {
          requirePlain(name, attributes.getValue("Type"));
          text = new StringBuilder();
        }
      }
      default -> {}
    }
  }

  void text(char[] characters, int start, int length) {
    if (text != null) {
      if (text.length() + length > MAX_TEXT) {
        throw InvalidInput.of("Header/Security/UsernameToken", "too_long", MAX_TEXT);
      }
      text.append(characters, start, length);
    }
  }

  void end(String uri, String name) {
    if (!uri.equals(NAMESPACE)) {
      return;
    }
    if (text != null && name.equals("Username")) {
      username = text.toString().strip();
      text = null;
    } else if (text != null && name.equals("Password")) {
      password = text.toString().strip();
      text = null;
    } else if (name.equals("UsernameToken")) {
      inToken = false;
    } else if (name.equals("Security")) {
      inSecurity = false;
    }
  }

  Optional<PartnerCredentials> credentials() {
    return username == null || password == null
        ? Optional.empty()
        : Optional.of(new PartnerCredentials(username, password));
  }

  private static void requirePlain(String name, @Nullable String type) {
    if (name.equals("Password") && type != null && !type.equals(PASSWORD_TEXT)) {
      throw new Unauthenticated(
          "invalid_credentials", "Only PasswordText is taken: secrets are kept as digests.");
    }
  }
}
