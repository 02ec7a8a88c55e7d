package uz.gogomarket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.RequestInfo;

/**
 * The one place where a password is compared, for the API and for the tasklist alike: within the
 * login budget, and in the same time whether there is such an account or not. To be called outside
 * of a transaction.
 */
@ApplicationScoped
class PasswordGate {

  @Inject LoginBudgets budgets;
  @Inject LogInSteps steps;
  @Inject PasswordHasher hasher;
  @Inject Actors actors;

  static String normalized(String email) {
    return Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /**
   * @param typed as it was typed
   * @return who it is; whatever the account's status, since only who knows the password may hear it
   * @throws TooManyLogins if the budget is used up
   * @throws InvalidCredentials if the two do not belong together
   */
  Accounts.Credentials check(String email, String typed) {
    String password = PasswordPolicy.normalized(typed);
    String name = normalized(email);
    String ip = Objects.requireNonNullElse(RequestInfo.current().address(), "local");
    LoginBudget budget = budgets.current();
    budget.spend(name, ip, () -> actors.runAsSystem("log-in", () -> steps.usedFrom(name, ip)));
    Optional<Accounts.Credentials> known =
        actors.runAs(
            Actor.system("log-in").with(Accounts.mayLogInAs(name)), () -> steps.credentials(name));
    boolean fits = PasswordPolicy.fitsBcrypt(password);
    boolean right;
    if (known.isPresent() && fits) {
      right = hasher.matches(password, known.get().passwordHash());
    } else {
      hasher.pretendToMatch(fits ? password : "");
      right = false;
    }
    if (!right) {
      throw new InvalidCredentials();
    }
    budget.succeeded(name, ip);
    return known.orElseThrow();
  }
}
