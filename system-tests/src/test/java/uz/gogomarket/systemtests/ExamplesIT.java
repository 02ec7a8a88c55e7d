package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uz.gogomarket.systemtests.Description.Operation;

/**
 * What the description shows can be read as it stands: sent unchanged, with all its examples, as
 * the account of the demo marketplace that may do it.
 */
class ExamplesIT {

  private final DemoAccounts accounts = new DemoAccounts();

  @TestFactory
  Stream<DynamicTest> every_read_that_is_shown_works_as_it_stands() {
    return DynamicTest.stream(
        Description.served().operations().stream().filter(each -> each.method().equals("GET")),
        Operation::name,
        operation -> {
          Response answer =
              accounts
                  .request(operation)
                  .queryParams(operation.examples("query"))
                  .get(operation.shownAddress());
          assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        });
  }
}
