package io.github.feedback4j.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real server that is killed while somebody answers. */
class KilledServerIT {

  private static final String TICKET = "INC-1044";
  private static final String CLOSED_TICKET = "INC-1008";

  @TempDir
  private Path folder;

  /** When the server dies. */
  enum Death {
    /** The answer never reaches it. */
    BEFORE_IT_READ_THE_ANSWER,
    /** The answer is in the database, but the browser is never told. */
    AFTER_IT_KEPT_THE_ANSWER
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerArrivesOnceWhenTheServerIsKilledBetweenSendAndReply(Death death)
      throws SQLException {
    try (ServiceDesk desk = new ServiceDesk(folder, "--service-desk.history=false");
        Chromium chromium = new Chromium();
        BrowserContext window = chromium.open(new Browser.NewContextOptions())) {
      desk.start();
      Page page = window.newPage();
      desk.signIn(page, "ben");
      desk.closeTicket(page, TICKET);
      assertThat(page.getByRole(AriaRole.RADIO).first()).isVisible();
      page.route("**/responses/**", route -> {
        // Only a complete answer was sent by somebody; a rating alone may leave earlier.
        if (route.request().postData().contains("\"complete\":true")) {
          dieDuring(route, desk, death);
        } else {
          route.resume();
        }
      });

      page.getByRole(AriaRole.RADIO).nth(3).check();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
          .click();
      assertThat(page.getByText("Not sent yet.")).isVisible();
      page.unroute("**/responses/**");
      desk.start();
      // The restart ended the session; the answer waits until its author is back.
      desk.signIn(page, "ben");
      page.waitForResponse(
          answer -> answer.url().contains("/responses/") && answer.ok(),
          () -> page.navigate(desk.base() + "/tickets/" + CLOSED_TICKET));
      desk.kill();

      assertThat(ratings(desk)).containsExactly(4);
    }
  }

  private static void dieDuring(Route route, ServiceDesk desk, Death death) {
    if (death == Death.AFTER_IT_KEPT_THE_ANSWER) {
      assertThat(route.fetch().ok()).isTrue();
    }
    desk.kill();
    route.abort();
  }

  /** Reads what is in the database file, which no process may have open. */
  private static List<Integer> ratings(ServiceDesk desk) throws SQLException {
    try (Connection connection = DriverManager.getConnection(desk.database(), "sa", "");
        PreparedStatement query = connection.prepareStatement(
            "SELECT a.rating FROM feedback4j_response r JOIN feedback4j_answer a"
                + " ON a.response = r.id WHERE r.subject = ? AND a.question = 'satisfaction'")) {
      query.setString(1, TICKET);
      List<Integer> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getInt(1));
        }
      }
      return found;
    }
  }
}
