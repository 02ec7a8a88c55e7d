package uz.gogomarket.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** What has failed for good, as a super admin sees it in Cockpit and lets it be tried again. */
class CockpitIT {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String COCKPIT = "/camunda/app/cockpit/default/";

  private final List<String> refused = new CopyOnWriteArrayList<>();
  private Quarrel quarrel;
  private String workflow;

  @BeforeEach
  void a_step_has_failed_for_the_last_time() {
    quarrel = Quarrel.opened();
    workflow = Rows.value("select process_instance_id from disputes where id = ?", quarrel.id());
    TestAccounts.execute(
        """
        create function fail_step() returns trigger language plpgsql as $$
        begin
            raise exception 'the step fails for a test';
        end $$
        """);
    TestAccounts.execute(
        """
        create trigger fail_step before update on disputes
            for each row when (new.id = %d) execute function fail_step()
        """
            .formatted(quarrel.id()));
    TestAccounts.execute(
        "update engine.act_ru_job set retries_ = 1, exception_msg_ = 'once more'"
            + " where process_instance_id_ = ?",
        workflow);
    waitNoLonger();
    soon().until(() -> incidents() == 1);
    the_cause_is_gone();
  }

  @AfterEach
  void the_cause_is_gone() {
    TestAccounts.execute("drop function if exists fail_step() cascade");
  }

  @Test
  void it_is_found_read_and_tried_again() {
    Page page = cockpit(TestAccounts.superAdmin());
    page.navigate(RestAssured.baseURI + COCKPIT + "#/processes");
    assertThat(page.getByText("Dispute", new Page.GetByTextOptions().setExact(true))).isVisible();

    page.navigate(
        RestAssured.baseURI
            + COCKPIT
            + "#/process-instance/"
            + workflow
            + "/runtime?tab=incidents-tab");
    page.locator("a.action-button:visible").click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Retry").setExact(true))
        .click();

    soon().until(() -> incidents() == 0);
    waitNoLonger();
    soon().untilAsserted(() -> assertThat(quarrel.stage()).isEqualTo("awaiting_decision"));
    assertThat(refused).isEmpty();
  }

  @Test
  void its_pages_ask_for_nothing_that_is_not_allowed() {
    Page page = cockpit(TestAccounts.superAdmin());

    for (String each : List.of("dashboard", "processes", "tasks", "decisions", "repository")) {
      page.navigate(RestAssured.baseURI + COCKPIT + "#/" + each);
      page.reload();
      page.waitForLoadState();
      assertThat(page.locator(".page-wrap, [ng-view]").first()).not().isEmpty();
    }
    page.navigate(RestAssured.baseURI + COCKPIT + "#/process-instance/" + workflow + "/runtime");
    for (String tab : List.of("Variables", "Incidents", "User Tasks", "Jobs")) {
      Locator link =
          page.locator("ul.nav-tabs a").filter(new Locator.FilterOptions().setHasText(tab));
      page.waitForResponse(response -> response.url().contains("/api/"), link::click);
    }

    assertThat(refused).isEmpty();
  }

  private Page cockpit(Person superAdmin) {
    Page page = CHROMIUM.open(COCKPIT);
    page.onResponse(
        response -> {
          if (response.status() == 403) {
            refused.add(response.request().method() + " " + response.url());
          }
        });
    page.getByPlaceholder("Username").fill(superAdmin.email());
    page.getByPlaceholder("Password").fill(TestAccounts.PASSWORD);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    assertThat(page.getByText("Test User")).isVisible();
    return page;
  }

  /** The deadline is over; after a failure the engine would wait for five minutes. */
  private void waitNoLonger() {
    TestAccounts.execute(
        "update engine.act_ru_job set duedate_ = now() where process_instance_id_ = ?", workflow);
  }

  private int incidents() {
    return Rows.values("select id_ from engine.act_ru_incident where proc_inst_id_ = ?", workflow)
        .size();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
  }
}
