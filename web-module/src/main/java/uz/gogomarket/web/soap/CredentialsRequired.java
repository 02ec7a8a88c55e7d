package uz.gogomarket.web.soap;

import uz.gogomarket.platform.Unauthenticated;

/** The request says not who calls. */
class CredentialsRequired extends Unauthenticated {

  private static final long serialVersionUID = 1L;

  CredentialsRequired() {
    super(
        "unauthenticated",
        "Authenticate with an API key: HTTP Basic, or a WS-Security UsernameToken with"
            + " PasswordText.");
  }
}
