package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** What somebody can do who sends statements of his own as the application's role. */
class ElevationTest {
  private static final byte[] KEY =
      "a key of thirty-two bytes, or so".getBytes(StandardCharsets.UTF_8);
  private static final String USER = "5\n\nuser:5\nbuyer";
  private static final String SYSTEM = "5\n\nuser:5\nsystem";

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Database database;
  private static long turns;
  private Connection application;

  @BeforeAll
  static void a_database_with_a_user_and_an_old_audit_row() throws Exception {
    Secrets secrets = Secrets.in(folder.resolve("secrets"));
    int port = Ports.free();
    postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), secrets, port, "");
    database = EmbeddedDatabase.describe(port, secrets);
    EmbeddedDatabase.prepare(postgres, database, secrets);
    Migrations.run(database);
    ActingKey.write(database, KEY);
    owner(
        """
        select set_config('gogomarket.grants', 'system', false), set_config('gogomarket.actor', 'system:test', false);
        insert into users (id, email, password_hash, first_name, last_name)
        values (5, 'five@example.uz', 'hash of five', 'F', 'F'), (6, 'six@example.uz', 'hash of six', 'S', 'S');
        insert into user_sessions (user_id, token, refresh_token, refresh_family, expires_at)
        values (6, 'sid', 'current of six', 'family of six', now() + interval '1 day');
        insert into user_sessions (user_id, token, refresh_token, refresh_family, expires_at, revoked_at)
        values (5, 'ended', 'current of five', 'family of five', now() + interval '1 day', now());
        insert into categories (id, name, slug, level) values (1, 'Choynaklar', 'choynaklar', 0);
        insert into guest_sessions (id, token, expires_at) values (1, 'digest of a guest', now() + interval '1 day');
        insert into api_keys (id, owner_id, name, key_id, secret_hash, scopes) values (11, 6, 'till', 'gk_6', 'digest of six', '{orders.read}');
        insert into api_keys (id, owner_id, name, key_id, secret_hash, scopes, revoked_at)
        values (12, 6, 'lost', 'gk_lost', 'digest of lost', '{orders.read}', now());
        create table audit_logs_202001 partition of audit_logs for values from ('2020-01-01') to ('2020-02-01');
        insert into audit_logs (actor, action, entity_type, created_at)
        values ('system:test', 'test.young', 'test', now() - interval '23 months'), ('system:test', 'test.old', 'test', '2020-01-15'),
               ('system:test', 'test.stray', 'test', '2021-01-15');
        insert into engine.act_ge_bytearray (id_, name_, deployment_id_) values ('form', 'form.html', null);
        insert into engine.act_re_deployment (id_, name_) values ('d', 'dispute');
        update engine.act_ge_bytearray set deployment_id_ = 'd' where id_ = 'form';
        insert into engine.act_re_procdef (id_, key_, version_, deployment_id_, suspension_state_, startable_) values ('p', 'dispute', 1, 'd', 1, true);
        """);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void a_transaction_of_the_application() throws Exception {
    application = database.applicationDataSource().getConnection();
    application.setAutoCommit(false);
  }

  @AfterEach
  void close() throws Exception {
    application.rollback();
    application.close();
  }

  @Test
  void what_the_application_signed_is_believed() throws Exception {
    actAs(SYSTEM);

    assertThat(asked("select count(*) from users")).isEqualTo("2");
    assertThat(asked("select current_user_id() || current_actor()")).isEqualTo("5user:5");
  }

  @Test
  void a_setting_alone_makes_nobody_of_anybody() throws Exception {
    actAs(USER);
    application.rollback();
    pretend("6", "user:6", "system");

    assertThat(asked("select count(*) from users")).isEqualTo("0");
    assertThat(asked("select coalesce(current_user_id()::text, current_actor(), 'nobody')"))
        .isEqualTo("nobody");
  }

  @Test
  void a_connection_that_nobody_acted_on_believes_nothing() throws Exception {
    pretend("6", "user:6", "system");

    refused(() -> asked("select count(*) from users"), "55000"); // there is no value to believe
  }

  @Test
  void a_setting_raises_nobody_who_acts_already() throws Exception {
    actAs(USER);
    pretend("6", "user:6", "system");

    assertThat(asked("select string_agg(id::text, ',') from users")).isEqualTo("5");
    assertThat(asked("select coalesce(current_actor(), 'nobody')")).isEqualTo("nobody");
    assertThat(asked("select actor_has('system') or actor_has('users.manage')")).isEqualTo("f");
  }

  @Test
  void what_was_allowed_for_a_moment_is_over_with_the_next_actor() throws Exception {
    actAs(SYSTEM);
    actAs(USER);
    pretend("5", "user:5", "system");

    assertThat(asked("select actor_has('system')")).isEqualTo("f");
  }

  @Test
  void the_next_transaction_on_the_connection_has_nothing_of_it() throws Exception {
    actAs(SYSTEM);
    application.rollback();
    pretend("5", "user:5", "system");

    assertThat(asked("select actor_has('system')")).isEqualTo("f");
    assertThat(asked("select count(*) from users")).isEqualTo("0");
  }

  @Test
  void a_code_that_was_seen_is_good_for_nothing_on_its_own_connection() throws Exception {
    long turn = nextTurn();
    byte[] code = code(pid(application), turn, SYSTEM);
    say(application, SYSTEM, turn, code);
    application.rollback();

    refused(() -> say(application, SYSTEM, turn, code));
  }

  @Test
  void a_code_is_good_for_a_minute_even_where_the_connection_forgot_that_it_was_taken()
      throws Exception {
    actAs(USER);
    changed("discard sequences");
    long turn = nextTurn() - 61_000_000;
    byte[] code = code(pid(application), turn, SYSTEM);

    refused(() -> say(application, SYSTEM, turn, code));
  }

  @Test
  void a_code_that_was_seen_is_good_for_nothing_on_another_connection() throws Exception {
    try (Connection other = database.applicationDataSource().getConnection()) {
      long turn = nextTurn();
      byte[] code = code(pid(other), turn, SYSTEM);

      refused(() -> say(application, SYSTEM, turn, code));
    }
  }

  @Test
  void a_code_belongs_to_its_claims() throws Exception {
    long turn = nextTurn();
    byte[] code = code(pid(application), turn, USER);

    refused(() -> say(application, SYSTEM, turn, code));
  }

  @Test
  void neither_the_key_nor_what_was_found_true_can_be_touched() {
    for (String attack :
        new String[] {
          "select * from acting.key",
          "update acting.key set inner_block = outer_block",
          "select setval('acting.system_moment', 1)",
          "select nextval('acting.user_id')",
          "alter sequence acting.user_id restart with 6",
          "create temporary table users (id bigint)",
          "create table public.users2 (id bigint)",
          "create function acting.sealed2() returns boolean language sql as 'select true'",
        }) {
      refused(attack);
    }
  }

  @Test
  void no_hash_and_no_refresh_token_can_be_read_or_written_not_even_by_the_system()
      throws Exception {
    actAs(SYSTEM);
    application.commit();
    for (String attack :
        new String[] {
          "select password_hash from users",
          "with gone as (delete from users where id = 6 returning id, email, first_name, last_name)"
              + " insert into users (id, email, password_hash, first_name, last_name)"
              + " select id, email, 'mine', first_name, last_name from gone",
          "with moved as (update users set id = 7 returning first_name)"
              + " insert into users (id, email, password_hash, first_name, last_name)"
              + " select 6, 'seven@example.uz', 'mine', first_name, 'S' from moved",
          "insert into users (id, email, password_hash, first_name, last_name)"
              + " values (6, 'six@example.uz', 'mine', 'S', 'S')"
              + " on conflict (id) do update set password_hash = excluded.password_hash",
          "select * from users",
          "update users set password_hash = 'mine' where id = 6",
          "select refresh_token from user_sessions",
          "select id from user_sessions where refresh_family > 'a'",
          "update user_sessions set refresh_token = 'mine'",
          "select cookie from user_sessions",
          "update user_sessions set cookie = 'mine'",
          "insert into user_sessions (user_id, token, refresh_token, refresh_family, expires_at)"
              + " values (6, 'x', 'mine', 'mine', now() + interval '1 day')",
          "select password_to_check('six@example.uz')",
          "select change_password(6, 'mine')",
        }) {
      actAs(SYSTEM);
      refused(attack);
    }
  }

  @Test
  void a_log_in_reads_the_one_hash_that_it_is_about() throws Exception {
    actAs(
        "\n\nsystem:log-in\nsystem,log-in:"
            + asked("select encode(sha256('five@example.uz'), 'hex')"));

    assertThat(asked("select password_hash from password_to_check('five@example.uz')"))
        .isEqualTo("hash of five");
    refused("select password_hash from password_to_check('six@example.uz')");
  }

  @Test
  void the_system_makes_nobody_an_admin_or_a_seller() throws Exception {
    for (String attack :
        new String[] {
          "insert into admin_roles (user_id, role_type) values (5, 'super_admin')",
          "insert into user_roles (user_id, role, verified_at) values (5, 'seller', now())",
        }) {
      actAs(SYSTEM);
      refused(attack);
    }
  }

  @Test
  void the_system_changes_neither_who_an_account_is_nor_whether_it_may_act() throws Exception {
    for (String attack :
        new String[] {
          "update users set status = 'suspended' where id = 6",
          "update users set email = 'mine@example.uz' where id = 6",
          "insert into users (email, password_hash, first_name, last_name)"
              + " values ('six@example.uz', 'mine', 'S', 'S')"
              + " on conflict (email) do update set status = 'suspended'",
          "update users set email_verified = true where id = 6",
          "update users set deleted_at = now() where id = 6",
          "delete from users where id = 6",
        }) {
      actAs(SYSTEM);
      refused(attack);
    }
    actAs(USER);
    refused("update users set status = 'inactive' where id = 5");
  }

  @Test
  void no_session_and_no_guest_becomes_another_ones() throws Exception {
    for (String attack :
        new String[] {
          "update user_sessions set user_id = 5 where user_id = 6",
          "update user_sessions set token = 'mine' where user_id = 6",
          "update user_sessions set ip_address = '192.0.2.1' where user_id = 6",
          "insert into user_sessions (user_id, token, refresh_family, expires_at)"
              + " values (5, 'sid', 'mine', now()) on conflict (token) do update set user_id = 5",
          "update user_sessions set revoked_at = null where token = 'ended'",
          "update guest_sessions set token = 'mine'",
        }) {
      actAs(SYSTEM);
      refused(attack);
    }
  }

  @Test
  void who_manages_users_suspends_others_and_not_himself() throws Exception {
    actAs("5\n\nuser:5\nusers.manage");

    assertThat(changed("update users set status = 'suspended' where id = 6")).isOne();
    refused("update users set status = 'suspended' where id = 5");
  }

  @Test
  void the_system_makes_no_key_and_changes_none() throws Exception {
    for (String attack :
        new String[] {
          "insert into api_keys (owner_id, name, key_id, secret_hash, scopes)"
              + " values (6, 'mine', 'gk_mine', 'mine', '{orders.read}')",
          "update api_keys set secret_hash = 'mine' where id = 11",
          "update api_keys set next_secret_hash = 'mine', rotates_at = now() where id = 11",
          "update api_keys set scopes = '{orders.write}' where id = 11",
          "update api_keys set owner_id = 5 where id = 11",
          "update api_keys set revoked_at = now() where id = 11",
          "update api_keys set revoked_at = null where id = 12",
        }) {
      actAs(SYSTEM);
      refused(attack);
    }
    actAs(SYSTEM);
    assertThat(changed("delete from api_keys")).isZero();
  }

  @Test
  void a_key_is_made_and_renewed_by_its_owner_in_person_and_ended_for_good() throws Exception {
    String make =
        "insert into api_keys (owner_id, name, key_id, secret_hash, scopes)"
            + " values (6, 'next', 'gk_next', 'next', '{orders.read}')";
    actAs("6\n\nuser:6\nseller");
    assertThat(changed(make)).isOne();
    assertThat(changed("update api_keys set secret_hash = 'renewed' where id = 11")).isOne();
    assertThat(changed("update api_keys set revoked_at = now() where id = 11")).isOne();
    refused("update api_keys set revoked_at = null where id = 12");
    actAs("6\n\nkey:1\norders.read");
    refused(make);
  }

  @Test
  void an_administrator_ends_keys_and_does_nothing_else_to_them() throws Exception {
    actAs("5\n\nuser:5\npartners.manage");

    assertThat(changed("update api_keys set revoked_at = now() where id = 11")).isOne();
    refused("update api_keys set secret_hash = 'mine' where id = 11");
  }

  @Test
  void that_a_key_is_used_is_noted_by_who_finds_it() throws Exception {
    actAs("\n\nsystem:api-key\nsystem");

    assertThat(changed("update api_keys set last_used_at = now() where id = 11")).isOne();
  }

  @Test
  void who_manages_users_gives_no_more_than_they_hold() throws Exception {
    actAs("5\n\nuser:5\nusers.manage,verification.decide,accounting.read");

    assertThat(
            changed(
                "insert into admin_roles (user_id, role_type, permissions)"
                    + " values (6, 'role_manager', '[\"accounting.read\"]')"))
        .isOne();
    refused("insert into admin_roles (user_id, role_type) values (6, 'super_admin')");
    actAs("5\n\nuser:5\nusers.manage,verification.decide");
    refused(
        "insert into admin_roles (user_id, role_type, permissions)"
            + " values (6, 'role_manager', '[\"accounting.record\"]')");
  }

  @Test
  void what_comes_with_the_schema_nobody_changes() throws Exception {
    for (String attack :
        new String[] {
          "delete from order_transitions",
          "insert into order_transitions select 'cancelled', 'delivered'",
          "update payment_gateways set is_test_mode = true",
          "insert into shipping_providers (id, name) values ('mine', 'Mine')",
        }) {
      actAs(SYSTEM);
      refused(attack);
      actAs("5\n\nuser:5\nsettings.manage,shipping.manage,catalog.manage");
      refused(attack);
    }
  }

  @Test
  void what_everybody_reads_is_changed_by_those_who_manage_it_and_not_by_the_system()
      throws Exception {
    for (String[] change :
        new String[][] {
          {
            "settings.manage", "insert into settings (key, value, type) values ('a', '1', 'number')"
          },
          {"shipping.manage", "insert into delivery_zones (name, city) values ('Chilonzor', 'T')"},
          {"catalog.manage", "insert into categories (name, slug, level) values ('A', 'a', 0)"},
          {
            "catalog.manage",
            "insert into category_translations (category_id, locale, name) values (1, 'ru', 'A')"
          },
        }) {
      actAs(SYSTEM);
      refused(change[1]);
      refused(change[1]); // nobody acts in this one
      actAs("5\n\nuser:5\n" + change[0]);
      assertThat(changed(change[1])).isOne();
    }
    actAs(SYSTEM);
    assertThat(changed("update categories set name = 'Mine'")).isZero();
    assertThat(changed("delete from categories")).isZero();
    actAs("5\n\nuser:5\ncatalog.manage");
    assertThat(changed("update categories set name = 'Piyolalar' where id = 1")).isOne();
  }

  @Test
  void audit_rows_stay_until_their_age() throws Exception {
    for (String attack :
        new String[] {
          "delete from audit_logs", "update audit_logs set actor = 'x'", "truncate audit_logs"
        }) {
      actAs(SYSTEM);
      refused(attack);
    }
    actAs("\n\nsystem:housekeeping\nsystem");
    assertThat(asked("select forget_audit_logs('1 day')")).isEqualTo("1");
    assertThat(asked("select string_agg(action, ',') from audit_logs where action like 'test.%'"))
        .isEqualTo("test.young");
  }

  @Test
  void what_is_deployed_in_the_engine_is_not_rewritten() throws Exception {
    for (String attack :
        new String[] {
          "update engine.act_ge_bytearray set bytes_ = 'x' where id_ = 'form'",
          "update engine.act_ge_bytearray set deployment_id_ = null where id_ = 'form'",
          "delete from engine.act_ge_bytearray where id_ = 'form'",
          "insert into engine.act_ge_bytearray (id_, name_, deployment_id_) values ('y', 'y', 'd')",
          "insert into engine.act_re_deployment (id_) values ('y')",
          "update engine.act_re_procdef set resource_name_ = 'y'",
          "delete from engine.act_re_procdef",
        }) {
      actAs(SYSTEM);
      refused(attack);
    }
  }

  @Test
  void the_engine_keeps_its_variables_and_suspends_definitions() throws Exception {
    actAs(SYSTEM);

    changed("insert into engine.act_ge_bytearray (id_, name_) values ('variable', 'v')");
    changed("update engine.act_ge_bytearray set bytes_ = 'x' where id_ = 'variable'");
    assertThat(changed("delete from engine.act_ge_bytearray where id_ = 'variable'")).isOne();
    assertThat(changed("update engine.act_re_procdef set suspension_state_ = 2, rev_ = 2")).isOne();
  }

  @Test
  void the_deployment_at_the_start_writes_definitions() throws Exception {
    actAs("\n\nsystem:deployment\nsystem");

    assertThat(changed("insert into engine.act_re_deployment (id_) values ('next')")).isOne();
  }

  /** As an injected statement would. */
  private void pretend(String user, String actor, String grants) throws SQLException {
    asked(
        "select set_config('gogomarket.user_id', '%s', true) || set_config('gogomarket.actor', '%s', true)"
                .formatted(user, actor)
            + " || set_config('gogomarket.grants', '%s', true) || set_config('gogomarket.sealed', 'true', true)"
                .formatted(grants));
  }

  private void actAs(String claims) throws Exception {
    long turn = nextTurn();
    say(application, claims, turn, code(pid(application), turn, claims));
  }

  private static long nextTurn() {
    turns = Math.max(turns + 1, System.currentTimeMillis() * 1000);
    return turns;
  }

  private static void say(Connection connection, String claims, long turn, byte[] code)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select act_as(?, ?, ?, ?, ?, ?)")) {
      String[] all = claims.split("\n", -1);
      for (int i = 0; i < all.length; i++) {
        statement.setString(i + 1, all[i]);
      }
      statement.setLong(5, turn);
      statement.setBytes(6, code);
      statement.execute();
    }
  }

  private static byte[] code(int pid, long turn, String claims) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    return mac.doFinal((pid + "\n" + turn + "\n" + claims).getBytes(StandardCharsets.UTF_8));
  }

  private static int pid(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  private String asked(String query) throws SQLException {
    try (Statement statement = application.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private int changed(String sql) throws SQLException {
    try (Statement statement = application.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private interface Attack {
    void run() throws Exception;
  }

  private void refused(String attack) {
    refused(
        () -> {
          try (Statement statement = application.createStatement()) {
            statement.execute(attack);
          }
        });
  }

  /** Refused for lack of a right, and for no other reason; the transaction ends. */
  private void refused(Attack attack) {
    refused(attack, "42501");
  }

  private void refused(Attack attack, String sqlState) {
    assertThatThrownBy(attack::run)
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(sqlState));
    try {
      application.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void owner(String sql) throws SQLException {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
