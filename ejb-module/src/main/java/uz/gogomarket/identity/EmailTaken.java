package uz.gogomarket.identity;

import uz.gogomarket.platform.Conflict;

/** Another account has this e-mail address. */
public class EmailTaken extends Conflict {

  private static final long serialVersionUID = 1L;

  EmailTaken() {
    super("email_taken", "An account with this e-mail address exists already.");
  }
}
