package uz.gogomarket.identity;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import uz.gogomarket.platform.Setting;
import uz.gogomarket.platform.SettingGroup;
import uz.gogomarket.platform.Settings;

/** The login budget with the limits that admins set; changed limits start with full budgets. */
@ApplicationScoped
class LoginBudgets implements SettingGroup {

  static final Setting<Integer> PER_ACCOUNT_AND_ADDRESS =
      Setting.ofInt(
          "identity.login-attempts-per-account-and-address",
          10,
          3,
          1000,
          "Wrong passwords for one account from one address within the login period");
  static final Setting<Integer> PER_ADDRESS =
      Setting.ofInt(
          "identity.login-attempts-per-address",
          100,
          10,
          100_000,
          "Wrong passwords from one address within the login period");
  static final Setting<Integer> PER_ACCOUNT =
      Setting.ofInt(
          "identity.login-attempts-per-account",
          200,
          20,
          100_000,
          "Wrong passwords for one account from addresses where it was not used before, within the login period");
  static final Setting<Integer> PERIOD_MINUTES =
      Setting.ofInt(
          "identity.login-period-minutes",
          15,
          1,
          1440,
          "How long an empty login budget takes to fill");

  @Inject Settings settings;

  private volatile Limited latest =
      new Limited(
          new LoginBudget.Limits(
              PER_ACCOUNT_AND_ADDRESS.defaultValue(),
              PER_ADDRESS.defaultValue(),
              PER_ACCOUNT.defaultValue(),
              Duration.ofMinutes(PERIOD_MINUTES.defaultValue())));

  private record Limited(LoginBudget.Limits limits, LoginBudget budget) {
    Limited(LoginBudget.Limits limits) {
      this(limits, new LoginBudget(limits, TimeMeter.SYSTEM_MILLISECONDS));
    }
  }

  LoginBudget current() {
    LoginBudget.Limits limits =
        new LoginBudget.Limits(
            settings.get(PER_ACCOUNT_AND_ADDRESS),
            settings.get(PER_ADDRESS),
            settings.get(PER_ACCOUNT),
            Duration.ofMinutes(settings.get(PERIOD_MINUTES)));
    Limited known = latest;
    if (!known.limits().equals(limits)) {
      known = renewed(limits);
    }
    return known.budget();
  }

  private synchronized Limited renewed(LoginBudget.Limits limits) {
    if (!latest.limits().equals(limits)) {
      latest = new Limited(limits);
    }
    return latest;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(PER_ACCOUNT_AND_ADDRESS, PER_ADDRESS, PER_ACCOUNT, PERIOD_MINUTES);
  }
}
