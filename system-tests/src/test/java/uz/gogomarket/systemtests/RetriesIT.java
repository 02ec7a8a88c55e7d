package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import jakarta.xml.ws.Holder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** What the database ends because of a deadlock is tried again, whoever asked for it, and once. */
class RetriesIT {

  private static final String DEADLOCKS =
      """
      create sequence test_deadlocks;
      create function test_deadlock() returns trigger language plpgsql security definer
        set search_path = public as
      $$ begin
        if nextval('test_deadlocks') <= tg_argv[0]::bigint then
          raise exception 'deadlock detected' using errcode = 'deadlock_detected';
        end if;
        return new;
      end $$;
      """;

  @BeforeEach
  void prepare() {
    TestAccounts.execute(DEADLOCKS);
  }

  @AfterEach
  void clean_up() {
    TestAccounts.execute("drop function test_deadlock cascade; drop sequence test_deadlocks");
  }

  @Test
  void a_request_over_rest_succeeds_at_the_third_try() {
    Quarrel quarrel = Quarrel.opened();
    deadlocks(2, "insert on dispute_messages", "new.dispute_id = " + quarrel.id());

    assertThat(write(quarrel).statusCode()).isEqualTo(200);

    assertThat(tries()).isEqualTo("3");
    assertThat(messages(quarrel)).isEqualTo("1");
  }

  @Test
  void a_request_that_meets_nothing_but_deadlocks_is_told_to_come_back() {
    Quarrel quarrel = Quarrel.opened();
    deadlocks(1000, "insert on dispute_messages", "new.dispute_id = " + quarrel.id());

    Response answer = write(quarrel);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(tries()).isEqualTo("4");
    assertThat(messages(quarrel)).isEqualTo("0");
  }

  @Test
  void a_request_over_soap_succeeds_at_the_second_try() throws Exception {
    Person seller = TestAccounts.seller();
    Person buyer = TestAccounts.buyer();
    Shop.deposit(buyer, "100000.00");
    String order = Shop.bought(buyer, Shop.product(seller, "10000.00", 1), 1);
    String id = Rows.value("select id from orders where order_number = ?", order);
    deadlocks(1, "insert on order_status_history", "new.order_id = " + id);

    SoapClient.of(seller).orders().confirmOrder(Shop.key(), order, new Holder<>(), new Holder<>());

    assertThat(tries()).isEqualTo("2");
    assertThat(Rows.values("select 1 from order_status_history where order_id = " + id)).hasSize(2);
  }

  @Test
  void a_step_of_a_workflow_is_not_left_for_later() {
    Quarrel quarrel = Quarrel.opened();
    deadlocks(2, "update on disputes", "new.id = " + quarrel.id());

    TestAccounts.execute(
        "update engine.act_ru_job set duedate_ = now() where process_instance_id_ ="
            + " (select process_instance_id from disputes where id = ?)",
        quarrel.id());

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(quarrel.stage()).isEqualTo("awaiting_decision"));
    assertThat(tries()).isEqualTo("3");
  }

  @Test
  void a_job_succeeds_at_the_second_try() {
    Person buyer = TestAccounts.buyer();
    Shop.put(buyer.request(), Shop.product(TestAccounts.seller(), "10000.00", 1), 1);
    String checkout =
        Shop.place(
                buyer.request(),
                Shop.order("bank_transfer", Shop.quote(buyer.request())),
                Shop.key())
            .then()
            .statusCode(201)
            .extract()
            .path("checkoutNumber");
    deadlocks(
        1,
        "update of status on checkouts",
        "new.status = 'expired' and new.checkout_number = '" + checkout + "'");

    TestAccounts.execute(
        "update checkouts set expires_at = now() where checkout_number = ?", checkout);

    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                Rows.value("select status from checkouts where checkout_number = ?", checkout)
                    .equals("expired"));
    assertThat(tries()).isEqualTo("2");
  }

  /** So many times the statement seems to have been in another's way. */
  private static void deadlocks(int times, String event, String when) {
    TestAccounts.execute(
        "create trigger test_deadlock before %s for each row when (%s) execute function test_deadlock(%d)"
            .formatted(event, when, times));
  }

  private static String tries() {
    return Rows.value("select last_value from test_deadlocks");
  }

  private static String messages(Quarrel quarrel) {
    return Rows.value("select count(*) from dispute_messages where dispute_id = ?", quarrel.id());
  }

  private static Response write(Quarrel quarrel) {
    return quarrel
        .buyer()
        .request()
        .header("Idempotency-Key", Shop.key())
        .body(Map.of("content", "When will this end?"))
        .post("/disputes/" + quarrel.id() + "/messages");
  }
}
