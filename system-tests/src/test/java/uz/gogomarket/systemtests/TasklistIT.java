package uz.gogomarket.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.RestAssured;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** Disputes as an admin decides them: in the tasklist, in a browser. */
class TasklistIT {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private Person buyer;
  private String order;

  @BeforeEach
  void a_dispute_waits() {
    Quarrel quarrel = Quarrel.answered();
    buyer = quarrel.buyer();
    order = quarrel.order();
  }

  @Test
  void a_claimed_and_decided_dispute_moves_the_money() {
    Page page = tasklist(Quarrel.judge());
    claim(page);
    assertThat(page.getByLabel("What both sides say")).hasValue(containing("The lid is broken"));
    assertThat(page.getByLabel("What both sides say")).hasValue(containing("It left us whole."));

    fillIn(page, "Refund in part", "4000.00");
    assertThat(page.locator("#outcome")).containsText("The buyer gets 4000.00 UZS back");
    assertThat(complete(page)).isDisabled();
    page.getByLabel("I have read this").check();
    complete(page).click();

    assertThat(page.getByText("Select a task in the list")).isVisible();
    assertThat(Shop.balance(buyer)).isEqualTo("984000.00");
    assertThat(
            Rows.values(
                "select resolution from disputes join orders on orders.id = disputes.order_id"
                    + " where order_number = ?",
                order))
        .containsExactly("Part of it was broken.");
  }

  @Test
  void a_form_that_is_left_alone_decides_nothing() {
    Page page = tasklist(Quarrel.judge());
    claim(page);

    assertThat(page.getByLabel("Decision")).hasValue("");
    assertThat(page.locator("#outcome")).isHidden();
    page.getByLabel("Reason").fill("No option was chosen.");
    page.getByLabel("Reason").blur();

    assertThat(complete(page)).isDisabled();
    assertThat(Shop.balance(buyer)).isEqualTo("980000.00");
  }

  @Test
  void a_slip_is_told_at_its_field_and_moves_nothing() {
    Page page = tasklist(Quarrel.judge());
    claim(page);

    fillIn(page, "Refund in part", "9999999.00");

    assertThat(page.locator("[data-slip=refundAmount]"))
        .hasText("Amount to refund must be more than 0 and less than 20000.00.");
    assertThat(page.locator(".page-notifications .alert")).hasCount(0);
    assertThat(complete(page)).isDisabled();
    page.getByLabel("Amount to refund").fill("a lot");
    assertThat(page.locator("[data-slip=refundAmount]")).containsText("must be more than 0");
    page.getByLabel("Reason").fill("");
    page.getByLabel("Reason").blur();
    assertThat(page.locator("[data-slip=resolution]")).hasText("Reason must be given.");
    assertThat(Rows.values("select name_ from engine.act_ru_task where name_ like ?", "%" + order))
        .hasSize(1);
  }

  @Test
  void a_confirmation_stands_while_the_reason_is_written() {
    Page page = tasklist(Quarrel.judge());
    claim(page);
    fillIn(page, "Reject the dispute", "");
    page.getByLabel("Reason").fill("It was as described.");

    page.getByLabel("I have read this").check();

    assertThat(page.locator("#outcome")).containsText("The buyer gets nothing back.");
    assertThat(complete(page)).isEnabled();
  }

  @Test
  void a_confirmation_is_asked_for_anew_when_the_decision_changes() {
    Page page = tasklist(Quarrel.judge());
    claim(page);
    fillIn(page, "Refund in part", "4000.00");
    page.getByLabel("I have read this").check();
    assertThat(complete(page)).isEnabled();

    page.getByLabel("Amount to refund").fill("5000.00");

    assertThat(page.locator("#outcome")).containsText("The buyer gets 5000.00 UZS back");
    assertThat(page.getByLabel("I have read this")).not().isChecked();
    assertThat(complete(page)).isDisabled();
  }

  @Test
  void the_page_is_ours_by_name_and_logo_and_announces_nothing() {
    Page page = CHROMIUM.open("/camunda/app/tasklist/default/");
    assertThat(page.locator(".login-logo svg rect")).isVisible();

    logIn(page, Quarrel.judge());

    assertThat(task(page)).isVisible();
    assertThat(page).hasTitle("GoGoMarket Tasklist");
    assertThat(page.locator(".brand-logo svg rect")).isVisible();
    assertThat(page.locator(".brand-name")).hasText("GoGoMarket Tasklist");
    assertThat(page.locator(".ce-eol-banner")).hasCount(0);
    assertThat(page.locator("body"))
        .not()
        .containsText(Pattern.compile("camunda", Pattern.CASE_INSENSITIVE));
  }

  @Test
  void the_other_pages_are_ours_as_well() {
    Page page = CHROMIUM.open("/camunda/app/cockpit/default/");
    logIn(page, TestAccounts.superAdmin());
    assertThat(page.locator(".brand-logo svg rect")).isVisible();

    for (String application : List.of("cockpit", "welcome")) {
      page.navigate(RestAssured.baseURI + "/camunda/app/" + application + "/default/");

      assertThat(page.locator(".brand-logo svg rect")).isVisible();
      assertThat(page)
          .hasTitle(Pattern.compile("GoGoMarket " + application, Pattern.CASE_INSENSITIVE));
      assertThat(page.locator(".ce-eol-banner")).hasCount(0);
    }
  }

  @Test
  void an_admin_who_decides_no_disputes_is_not_let_in() {
    Page page = CHROMIUM.open("/camunda/app/tasklist/default/");

    logIn(page, TestAccounts.admin("accounting"));

    assertThat(page.locator(".notifications")).containsText("You may not do this.");
    assertThat(page.getByPlaceholder("Username")).isVisible();
  }

  private Page tasklist(Person admin) {
    Page page = CHROMIUM.open("/camunda/app/tasklist/default/");
    logIn(page, admin);
    return page;
  }

  private static void logIn(Page page, Person person) {
    page.getByPlaceholder("Username").fill(person.email());
    page.getByPlaceholder("Password").fill(TestAccounts.PASSWORD);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
  }

  private Locator task(Page page) {
    return page.locator("ol.tasks-list li").filter(new Locator.FilterOptions().setHasText(order));
  }

  private void claim(Page page) {
    task(page).click();
    page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.getByLabel("Order", new Page.GetByLabelOptions().setExact(true)))
        .hasValue(order);
  }

  private static void fillIn(Page page, String decision, String amount) {
    page.getByLabel("Decision").selectOption(decision);
    page.getByLabel("Amount to refund").fill(amount);
    page.getByLabel("Reason").fill("Part of it was broken.");
    page.getByLabel("Reason").blur();
  }

  private static Locator complete(Page page) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
  }

  private static Pattern containing(String text) {
    return Pattern.compile("[\\s\\S]*" + text + "[\\s\\S]*");
  }
}
