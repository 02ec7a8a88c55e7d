package uz.gogomarket.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API's description as a developer reads it: in a browser. */
class DocsPageIT {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void it_tries_an_operation_out_and_shows_the_answer() {
    List<String> complaints = new ArrayList<>();
    Page page = CHROMIUM.open("/docs");
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.reload();

    page.locator("#operations-tag-Catalogue").click();
    page.locator("#operations-Catalogue-listCategories").click();
    page.getByText("Try it out").first().click();
    page.getByText("Execute", new Page.GetByTextOptions().setExact(true)).click();

    assertThat(page.locator(".live-responses-table tr.response .response-col_status"))
        .containsText("200");
    assertThat(complaints).isEmpty();
  }
}
