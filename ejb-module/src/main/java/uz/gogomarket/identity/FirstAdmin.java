package uz.gogomarket.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Sql;

/**
 * Looks whether people can log in at all. An empty marketplace gets its first super admin: the
 * account {@value #EMAIL}, whose password lies in the secrets' folder. Where there is a super admin
 * already nothing happens.
 *
 * <p>Nobody else can open an account with that address, and an account that was not made here is
 * never made an admin here: its password may be a stranger's.
 */
@Singleton
@Startup
@Internal
public class FirstAdmin {

  static final String EMAIL = "admin@gogomarket.local";
  static final String PASSWORD_FILE = "first-admin-password";

  private static final Logger LOG = Logger.getLogger(FirstAdmin.class.getName());
  private static final long NOBODY = 0;
  private static final String NAME = "first-admin";
  private static final String GRANTED = "admin_role.granted";

  /** As older rows of the audit log, which nobody rewrites, call it. */
  private static final String GRANTED_FORMERLY = "admin-role.granted";

  @Inject
  @ConfigProperty(name = "gogomarket.secrets.dir")
  String secrets;

  @Inject Actors actors;
  @Inject Sql sql;
  @Inject Accounts accounts;
  @Inject AdminRoles adminRoles;
  @Inject SigningKeys keys;
  @Inject PasswordHasher hasher;
  @Inject LogInSteps steps;
  @Inject Audit audit;

  @PostConstruct
  void start() {
    keys.signing(); // Where there is none nobody could ever log in: the start ends here.
    actors.runAsSystem(NAME, this::ensure);
  }

  /** Makes the first super admin where there is none; as the system, in a transaction. */
  public void ensure() {
    adminRoles.lock();
    if (adminRoles.superAdminBesides(NOBODY)) {
      return;
    }
    Path file = Path.of(secrets, PASSWORD_FILE);
    String password;
    try {
      password = Files.readString(file).strip();
    } catch (IOException missing) {
      LOG.warning("There is no super admin, and no password for the first one in " + file);
      return;
    }
    if (PasswordPolicy.objection("password", password, EMAIL).isPresent()) {
      LOG.warning("There is no super admin, and the password in " + file + " cannot be taken");
      return;
    }
    create(password);
  }

  private void create(String password) {
    RegisterAccount account =
        new RegisterAccount(EMAIL, password, "First", "Admin", null, Language.EN);
    Optional<Long> known = accounts.idOf(EMAIL);
    if (known.isPresent() && !madeHere(known.get())) {
      LOG.warning("There is no super admin, and " + EMAIL + " is somebody's ordinary account");
      return;
    }
    long userId = known.orElseGet(() -> steps.create(account, hasher.hash(password)).id());
    sql.update(
        "insert into admin_roles (user_id, role_type) values (?, 'super_admin')"
            + " on conflict (user_id, role_type) do update set expires_at = null",
        userId);
    sql.update("update users set role = 'admin', status = 'active' where id = ?", userId);
    audit.record(GRANTED, "user", userId, null, List.of("super_admin"));
    LOG.info("Made the first admin, " + EMAIL);
  }

  private boolean madeHere(long userId) {
    return sql.one(
        "select exists (select 1 from audit_logs where actor = ? and action in (?, ?)"
            + " and entity_type = 'user' and entity_id = ?) as there",
        row -> row.bool("there"),
        Actor.system(NAME).name(),
        GRANTED,
        GRANTED_FORMERLY,
        userId);
  }
}
