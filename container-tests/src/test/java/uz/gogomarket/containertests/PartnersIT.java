package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.partners.CreateKey;
import uz.gogomarket.partners.IssuedKey;
import uz.gogomarket.partners.KeyAdminService;
import uz.gogomarket.partners.KeyAuthentication;
import uz.gogomarket.partners.KeyService;
import uz.gogomarket.partners.KeyStatus;
import uz.gogomarket.partners.KeyView;
import uz.gogomarket.partners.PartnerOrderService;
import uz.gogomarket.partners.RotateKey;
import uz.gogomarket.partners.Scopes;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.ProblemException;
import uz.gogomarket.platform.Sql;

/** Keys of partners' programs, and how far they reach. */
@ContainerTest
class PartnersIT {

  private static final PageRequest PAGE = new PageRequest(100, null);

  @Inject Accounts accounts;
  @Inject Goods goods;
  @Inject Trade trade;
  @Inject ManagedThreads threads;
  @Inject Actors actors;
  @Inject Sql sql;
  @Inject KeyService keys;
  @Inject KeyAdminService allKeys;
  @Inject KeyAuthentication door;
  @Inject PartnerOrderService partnerOrders;
  @Inject OrderFlow flow;

  private long seller;

  @BeforeEach
  void somebodySells() {
    seller = goods.newSeller();
  }

  @Test
  void the_database_knows_a_digest_of_the_secret_and_nothing_more() throws Exception {
    IssuedKey issued = issue(seller, Scopes.ORDERS_READ);

    assertThat(hash(issued)).isEqualTo(digest(issued.secret()));
    assertThat(rows("select k::text as line from api_keys k where id = ?", issued))
        .singleElement()
        .asString()
        .doesNotContain(issued.secret());
  }

  @Test
  void the_audit_log_tells_what_happened_to_a_key_and_no_secret() throws Exception {
    IssuedKey issued = issue(seller, Scopes.ORDERS_READ);
    IssuedKey renewed = rotate(issued, 1);
    revoke(seller, issued);

    List<String> told =
        rows(
            "select a.action || ' ' || a::text as line from audit_logs a"
                + " where entity_type = 'api_key' and entity_id = ? order by id",
            issued);

    assertThat(told).hasSize(3);
    assertThat(told.get(0)).startsWith("api_key.created");
    assertThat(told.get(1)).startsWith("api_key.rotated");
    assertThat(told.get(2)).startsWith("api_key.revoked");
    assertThat(String.join("", told))
        .doesNotContain(
            issued.secret(), renewed.secret(), digest(issued.secret()), digest(renewed.secret()));
  }

  @Test
  void a_key_acts_for_its_owner_with_its_scopes_and_without_the_owners_role() {
    IssuedKey issued = issue(seller, Scopes.ORDERS_READ, Scopes.CATALOG_READ);

    Actor actor = present(issued);

    assertThat(actor.kind()).isEqualTo(Actor.Kind.API_KEY);
    assertThat(actor.userId()).isEqualTo(seller);
    assertThat(actor.grants()).containsExactlyInAnyOrder(Scopes.ORDERS_READ, Scopes.CATALOG_READ);
  }

  @Test
  void only_the_keys_own_secret_opens_it() {
    IssuedKey issued = issue(seller, Scopes.ORDERS_READ);
    IssuedKey other = issue(seller, Scopes.ORDERS_READ);

    assertThat(code(() -> door.authenticate(issued.key().keyId(), other.secret())))
        .isEqualTo("invalid_api_key");
    assertThat(code(() -> door.authenticate(issued.key().keyId(), "")))
        .isEqualTo("invalid_api_key");
    assertThat(code(() -> door.authenticate("gk_" + "x".repeat(22), issued.secret())))
        .isEqualTo("invalid_api_key");
    assertThat(code(() -> door.authenticate("' or true --", issued.secret())))
        .isEqualTo("invalid_api_key");
  }

  @Test
  void two_secrets_are_good_while_a_key_is_rotated_and_never_three() {
    IssuedKey first = issue(seller, Scopes.ORDERS_READ);
    IssuedKey second = rotate(first, 1);
    present(first);
    present(second);
    assertThat(code(() -> rotate(first, 1))).isEqualTo("rotation_running");
    change("update api_keys set rotates_at = now() - interval '1 second' where id = ?", first);

    assertThat(code(() -> present(first))).isEqualTo("invalid_api_key");
    IssuedKey third = rotate(first, 1);

    present(second);
    present(third);
    assertThat(code(() -> present(first))).isEqualTo("invalid_api_key");
  }

  @Test
  void a_rotation_without_overlap_leaves_one_secret_also_while_another_runs() {
    IssuedKey first = issue(seller, Scopes.ORDERS_READ);
    IssuedKey second = rotate(first, 1);

    IssuedKey third = rotate(first, 0);

    present(third);
    assertThat(code(() -> present(first))).isEqualTo("invalid_api_key");
    assertThat(code(() -> present(second))).isEqualTo("invalid_api_key");
  }

  @Test
  void a_revoked_key_is_at_its_end() {
    IssuedKey issued = issue(seller, Scopes.ORDERS_READ);
    KeyView revoked = revoke(seller, issued);

    KeyView again = revoke(seller, issued);

    assertThat(revoked.status()).isEqualTo(KeyStatus.REVOKED);
    assertThat(again.revokedAt()).isEqualTo(revoked.revokedAt());
    assertThat(code(() -> present(issued))).isEqualTo("invalid_api_key");
    assertThat(code(() -> rotate(issued, 1))).isEqualTo("key_not_active");
  }

  @Test
  void a_program_that_is_in_already_is_refused_once_its_key_is_revoked() {
    OrderFacts order = sold(seller);
    IssuedKey issued = issue(seller, Scopes.ORDERS_READ, Scopes.ORDERS_WRITE);
    Actor inside = present(issued);
    revoke(seller, issued);

    assertThat(code(() -> confirm(inside, order))).isEqualTo("invalid_api_key");
    assertThat(status(order)).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void a_program_that_is_in_already_is_refused_once_its_owner_is_suspended() {
    OrderFacts order = sold(seller);
    Actor inside = present(issue(seller, Scopes.ORDERS_READ, Scopes.ORDERS_WRITE));
    accounts.suspend(seller);

    assertThat(code(() -> confirm(inside, order))).isEqualTo("account_suspended");
    assertThat(status(order)).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void an_expired_key_opens_nothing() {
    IssuedKey issued = issue(seller, Scopes.ORDERS_READ);
    change("update api_keys set expires_at = now() - interval '1 second' where id = ?", issued);

    assertThat(code(() -> present(issued))).isEqualTo("invalid_api_key");
    assertThat(asOwner(seller, () -> keys.get(issued.key().id())).status())
        .isEqualTo(KeyStatus.EXPIRED);
  }

  @Test
  void what_the_owner_may_no_longer_do_no_key_of_his_may() {
    IssuedKey issued = issue(seller, Scopes.ORDERS_READ, Scopes.CATALOG_WRITE);
    system(
        () ->
            sql.update(
                "update user_roles set verified_at = null where user_id = ? and role = 'seller'",
                seller));

    assertThat(present(issued).grants()).isEmpty();
  }

  @Test
  void the_key_of_a_suspended_owner_opens_nothing() {
    IssuedKey issued = issue(seller, Scopes.ORDERS_READ);
    accounts.suspend(seller);

    assertThat(code(() -> present(issued))).isEqualTo("account_suspended");
  }

  @Test
  void only_sellers_have_keys_and_only_people_manage_them() {
    long buyer = accounts.newUser();
    CreateKey wanted = wanted(Scopes.ORDERS_READ);
    Actor program = present(issue(seller, Scopes.ORDERS_READ, Scopes.ORDERS_WRITE));

    assertThat(code(() -> as(buyer, Set.of("buyer"), () -> keys.create(wanted))))
        .isEqualTo("access_denied");
    assertThat(code(() -> actors.runAs(program, () -> keys.create(wanted))))
        .isEqualTo("access_denied");
    assertThat(code(() -> actors.runAs(program, () -> keys.list(PAGE)))).isEqualTo("access_denied");
  }

  @Test
  void somebody_elses_key_is_not_there() {
    IssuedKey issued = issue(seller, Scopes.ORDERS_READ);
    long id = issued.key().id();
    long stranger = goods.newSeller();

    assertThat(asOwner(stranger, () -> keys.list(PAGE)).items()).isEmpty();
    assertThat(code(() -> asOwner(stranger, () -> keys.get(id)))).isEqualTo("not_found");
    assertThat(code(() -> asOwner(stranger, () -> keys.rotate(id, new RotateKey(0)))))
        .isEqualTo("not_found");
    assertThat(code(() -> revoke(stranger, issued))).isEqualTo("not_found");
    present(issued);
  }

  @Test
  void the_database_itself_shows_keys_to_their_owner_only() {
    IssuedKey issued = issue(seller, Scopes.ORDERS_READ);
    long stranger = goods.newSeller();

    assertThat(asOwner(seller, () -> visible("api_keys", issued.key().id()))).isOne();
    assertThat(asOwner(stranger, () -> visible("api_keys", issued.key().id()))).isZero();
    assertThat(threads.inTransaction(() -> visible("api_keys", issued.key().id()))).isZero();
  }

  @Test
  void an_admin_for_partners_ends_a_key_that_leaked_and_no_other_admin_does() {
    IssuedKey issued = issue(seller, Scopes.ORDERS_READ);
    long id = issued.key().id();
    long admin = accounts.newUser();

    assertThat(code(() -> as(admin, Set.of(Permissions.ORDERS_MANAGE), () -> allKeys.revoke(id))))
        .isEqualTo("access_denied");
    present(issued);
    KeyView revoked = as(admin, Set.of(Permissions.PARTNERS_MANAGE), () -> allKeys.revoke(id));

    assertThat(revoked.status()).isEqualTo(KeyStatus.REVOKED);
    assertThat(code(() -> present(issued))).isEqualTo("invalid_api_key");
  }

  @Test
  void there_is_no_scope_that_nobody_made() {
    assertThat(code(() -> issue(seller, Scopes.ORDERS_READ, "system"))).isEqualTo("invalid_input");
    assertThat(code(() -> issue(seller, Permissions.ORDERS_MANAGE))).isEqualTo("invalid_input");
  }

  @Test
  void an_owner_has_no_more_than_twenty_keys_also_when_they_are_made_at_once() {
    List<IssuedKey> made = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      made.add(issue(seller, Scopes.ORDERS_READ));
    }
    List<CompletableFuture<Boolean>> last = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      last.add(threads.start(() -> issue(seller, Scopes.ORDERS_READ)));
    }

    assertThat(last.stream().filter(CompletableFuture::join)).hasSize(2);
    revoke(seller, made.get(0));
    issue(seller, Scopes.ORDERS_READ);
    assertThat(code(() -> issue(seller, Scopes.ORDERS_READ))).isEqualTo("too_many_keys");
  }

  @Test
  void a_key_reaches_its_owners_orders_and_nobody_elses() {
    OrderFacts own = sold(seller);
    OrderFacts foreign = sold(goods.newSeller());
    Actor program = present(issue(seller, Scopes.ORDERS_READ, Scopes.ORDERS_WRITE));

    assertThat(actors.runAs(program, () -> partnerOrders.order(own.orderNumber())).summary())
        .extracting("orderNumber")
        .isEqualTo(own.orderNumber());
    assertThat(code(() -> actors.runAs(program, () -> partnerOrders.order(foreign.orderNumber()))))
        .isEqualTo("not_found");
    assertThat(code(() -> confirm(program, foreign))).isEqualTo("not_found");
    assertThat(code(() -> ready(program, foreign))).isEqualTo("not_found");
    assertThat(status(foreign)).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void the_database_itself_shows_a_program_no_order_but_its_owners() {
    OrderFacts own = sold(seller);
    OrderFacts foreign = sold(goods.newSeller());
    Actor program = present(issue(seller, Scopes.ORDERS_READ, Scopes.ORDERS_WRITE));

    assertThat(within(program, () -> visible("orders", own.id()))).isOne();
    assertThat(within(program, () -> visible("orders", foreign.id()))).isZero();
  }

  @Test
  void a_program_reads_with_the_scope_to_read_and_writes_with_the_scope_to_write() {
    OrderFacts order = sold(seller);
    Actor reader = present(issue(seller, Scopes.ORDERS_READ));
    Actor writer = present(issue(seller, Scopes.ORDERS_WRITE));

    assertThat(code(() -> confirm(reader, order))).isEqualTo("access_denied");
    assertThat(code(() -> actors.runAs(writer, () -> partnerOrders.order(order.orderNumber()))))
        .isEqualTo("access_denied");
    confirm(writer, order);
    assertThat(status(order)).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void the_history_names_the_program_and_not_its_owner() {
    OrderFacts order = sold(seller);
    IssuedKey issued = issue(seller, Scopes.ORDERS_WRITE);

    confirm(present(issued), order);

    List<String> who =
        system(
            () ->
                sql.list(
                    "select actor from order_status_history where order_id = ? order by id",
                    row -> row.string("actor"),
                    order.id()));
    assertThat(who).last().isEqualTo("key:" + issued.key().id());
  }

  private OrderFacts sold(long by) {
    long category = goods.newCategoryOf(null, null).id();
    ItemRef item = ItemRef.product(goods.onSale(by, category, "Choynak", "33333.33", 100).id());
    return trade.bought(trade.newBuyer(), item, 1, PaymentMethod.GOGOMONEY);
  }

  private IssuedKey issue(long owner, String... scopes) {
    return asOwner(owner, () -> keys.create(wanted(scopes)));
  }

  private static CreateKey wanted(String... scopes) {
    return new CreateKey("test", List.of(scopes), null);
  }

  private IssuedKey rotate(IssuedKey issued, int overlapHours) {
    return asOwner(seller, () -> keys.rotate(issued.key().id(), new RotateKey(overlapHours)));
  }

  private KeyView revoke(long by, IssuedKey issued) {
    return asOwner(by, () -> keys.revoke(issued.key().id()));
  }

  private Actor present(IssuedKey issued) {
    return door.authenticate(issued.key().keyId(), issued.secret());
  }

  private Object confirm(Actor program, OrderFacts order) {
    return actors.runAs(
        program,
        () -> partnerOrders.confirm(UUID.randomUUID().toString(), order.orderNumber()).result());
  }

  private Object ready(Actor program, OrderFacts order) {
    return actors.runAs(
        program,
        () ->
            partnerOrders
                .readyForPickup(UUID.randomUUID().toString(), order.orderNumber())
                .result());
  }

  private OrderStatus status(OrderFacts order) {
    return actors.runAsSystem("test", () -> flow.facts(order.id())).status();
  }

  private void change(String statement, IssuedKey issued) {
    asOwner(issued.key().ownerId(), () -> sql.update(statement, issued.key().id()));
  }

  private String hash(IssuedKey issued) {
    return rows("select secret_hash as line from api_keys where id = ?", issued).get(0);
  }

  private List<String> rows(String query, IssuedKey issued) {
    return system(() -> sql.list(query, row -> row.string("line"), issued.key().id()));
  }

  private int visible(String table, long id) {
    return sql.one(
        "select count(*) as n from " + table + " where id = ?", row -> row.intValue("n"), id);
  }

  private static String digest(String secret) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /** The code with which the work is refused. */
  private static String code(ThrowingCallable work) {
    List<String> codes = new ArrayList<>();
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(ProblemException.class, refused -> codes.add(refused.code()));
    return codes.get(0);
  }

  private <T> T asOwner(long owner, Supplier<T> work) {
    return as(owner, Set.of("buyer", "seller"), work);
  }

  /** Without a session, so that none has to be alive. */
  private <T> T as(long user, Set<String> grants, Supplier<T> work) {
    return within(new Actor(Actor.Kind.USER, user, null, "user:" + user, grants, null), work);
  }

  private <T> T within(Actor actor, Supplier<T> work) {
    return threads.inTransaction(() -> actors.runAs(actor, work));
  }

  private <T> T system(Supplier<T> work) {
    return threads.inTransaction(() -> actors.runAsSystem("test", work));
  }
}
