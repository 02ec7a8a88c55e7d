package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** One client asks for more at once than there are database connections; others do not notice. */
class CrowdIT {

  /** More than connections, and what one client may have waiting. */
  private static final int AT_ONCE = 48;

  /** More than may wait. */
  private static final int TOO_MANY = 110;

  private static final int BYSTANDERS = 16;

  @Test
  void messages_written_into_one_dispute_at_once_are_all_taken_and_a_bystander_is_answered()
      throws Exception {
    Quarrel quarrel = Quarrel.opened();
    Supplier<Response> message = () -> write(quarrel);

    List<Response> answers = withBystander(Collections.nCopies(AT_ONCE, message));

    assertThat(answers).extracting(Response::statusCode).containsOnly(200);
    assertThat(
            Rows.value("select count(*) from dispute_messages where dispute_id = ?", quarrel.id()))
        .isEqualTo(String.valueOf(AT_ONCE));
  }

  @Test
  void disputes_opened_by_one_buyer_at_once_are_all_opened_and_a_bystander_is_answered()
      throws Exception {
    Person seller = TestAccounts.seller();
    Person buyer = TestAccounts.buyer();
    Person courier = TestAccounts.courier();
    Shop.deposit(buyer, "10000000.00");
    long product = Shop.product(seller, "10000.00", AT_ONCE);
    List<Supplier<Response>> openings = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      String order = Shop.delivered(seller, buyer, courier, product);
      openings.add(() -> Quarrel.open(buyer, order, Shop.key()));
    }

    List<Response> answers = withBystander(openings);

    assertThat(answers).extracting(Response::statusCode).containsOnly(201);
    assertThat(Rows.value("select count(*) from disputes where opened_by = ?", buyer.userId()))
        .isEqualTo(String.valueOf(AT_ONCE));
  }

  @Test
  void what_one_client_sends_beyond_that_is_told_to_come_back() throws Exception {
    Quarrel quarrel = Quarrel.opened();

    List<Response> answers = withBystander(Collections.nCopies(TOO_MANY, () -> write(quarrel)));

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isIn(200, 429);
              if (answer.statusCode() == 429) {
                assertThat(answer.header("Retry-After")).isEqualTo("1");
              }
            });
  }

  /** The crowd's answers; somebody else's wallet, asked for at the same moment, is shown. */
  private static List<Response> withBystander(List<Supplier<Response>> crowd) throws Exception {
    Person bystander = TestAccounts.buyer();
    List<Supplier<Response>> all = new ArrayList<>(crowd);
    all.addAll(Collections.nCopies(BYSTANDERS, () -> bystander.request().get("/wallet")));
    List<Response> answers = Shop.together(all);
    assertThat(answers.subList(crowd.size(), all.size()))
        .extracting(Response::statusCode)
        .containsOnly(200);
    return answers.subList(0, crowd.size());
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
