package io.github.feedback4j.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two service desks that send what their people answer to one collector on PostgreSQL: four processes,
 * of which one is killed in between. The tests are one story, so they have an order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoDesksIT {

  private static final Duration ARRIVES = Duration.ofMinutes(1);

  private static final String PASSWORD = "demo of the collector";

  @TempDir
  private static Path folder;

  private static EmbeddedPostgres postgres;
  private static JarProcess collector;
  private static ServiceDesk north;
  private static ServiceDesk south;
  private static Chromium chromium;

  private final List<BrowserContext> windows = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
    collector = new JarProcess(
        "collector",
        folder.resolve("collector.log"),
        List.of(
            "--spring.profiles.active=postgresql",
            "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres",
            "--spring.security.user.password=" + PASSWORD,
            "--feedback4j.dashboard.min-group-size=1",
            "--feedback4j.collector.applications.desk.source=urn:desk:north",
            "--feedback4j.collector.applications.desk.token-hashes=" + hash(token("north")),
            "--feedback4j.collector.applications.south.source=urn:desk:south",
            "--feedback4j.collector.applications.south.token-hashes=" + hash(token("south"))));
    collector.start("/actuator/health");
    north = desk("north");
    south = desk("south");
    chromium = new Chromium();
  }

  private static ServiceDesk desk(String name) throws IOException {
    Path own = Files.createDirectory(folder.resolve(name));
    ServiceDesk desk = new ServiceDesk(
        own,
        "--service-desk.history=false",
        "--feedback4j.store=remote",
        "--feedback4j.remote.url=" + collector.base(),
        "--feedback4j.remote.source=urn:desk:" + name,
        "--feedback4j.remote.token=" + token(name),
        "--feedback4j.remote.spool.directory=" + own.resolve("spool"),
        // The people of the demo have the same names at every desk, and are not the same people.
        "--feedback4j.respondent.pseudonym-key=the key of the desk in the " + name);
    desk.start();
    return desk;
  }

  private static String token(String name) {
    return "fb4j_a-token-of-nobody-but-the-test-" + name;
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    chromium.close();
    north.close();
    south.close();
    collector.close();
    postgres.close();
  }

  @AfterEach
  void close() {
    windows.forEach(BrowserContext::close);
  }

  @Test
  @Order(1)
  void aChangedAnswerTakesThePlaceOfTheFirstOne() {
    Page ben = signIn(north, "ben");
    north.closeTicket(ben, "INC-1044");
    // A rating leaves by itself after a moment, and again with what is changed before Send.
    ben.waitForResponse(
        sent -> sent.url().contains("/responses/") && sent.ok(),
        () -> ben.getByRole(AriaRole.RADIO).nth(0).check());
    arrived(Map.of(1, 1));

    ben.getByRole(AriaRole.RADIO).nth(1).check();
    send(ben);

    arrived(Map.of(2, 1));
  }

  @Test
  @Order(2)
  void theDashboardOfTheCollectorIsTheSumOfBothDesks() throws IOException {
    answer(south, "ben", "INC-1044", 5);

    arrived(Map.of(2, 1, 5, 1));
    assertThat(responses("invited")).isEqualTo(2);
  }

  @Test
  @Order(3)
  void whileTheCollectorIsAwayPeopleAreThankedAndTheirAnswersArriveOnceAfterwards() {
    collector.kill();
    answer(north, "anna", "INC-1042", 4);
    answer(south, "anna", "INC-1042", 3);
    // This desk dies with an answer that nobody else has yet.
    south.kill();

    collector.start("/actuator/health");
    south.start();

    arrived(Map.of(2, 1, 3, 1, 4, 1, 5, 1));
  }

  @Test
  @Order(4)
  void whoErasesEverythingAtTheirDeskIsErasedAtTheCollectorAndNobodyElseIs() throws IOException {
    Page anna = signIn(south, "anna");
    anna.navigate(south.base() + "/preferences?lang=fr");

    button(anna, "Tout effacer").click();
    button(anna, "Effacer définitivement").click();
    assertThat(anna.getByRole(AriaRole.STATUS)).containsText("C’est effacé");

    arrived(Map.of(2, 1, 4, 1, 5, 1));
    assertThat(responses("invited")).isEqualTo(3);
  }

  @Test
  @Order(5)
  void whatIsTurnedAwayArrivesToo() {
    // Nobody knows any more that she was asked before.
    Page anna = signIn(south, "anna");
    south.closeTicket(anna, "INC-1047");
    assertThat(anna.getByRole(AriaRole.RADIO).first()).isVisible();

    button(anna, "Fermer").click();

    Awaitility.await("the dismissal")
        .atMost(ARRIVES)
        .untilAsserted(() -> assertThat(responses("dismissed")).isEqualTo(1));
    arrived(Map.of(2, 1, 4, 1, 5, 1));
  }

  @Test
  @Order(6)
  void eachDeskGoesOnWithoutADashboardOfItsOwn() {
    Page mona = signIn(north, "mona");

    assertThat(mona.navigate(north.base() + "/my-feedback").ok()).isTrue();
    assertThat(mona.navigate(north.base() + "/tickets").ok()).isTrue();
    assertThat(mona.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Satisfaction")))
        .hasCount(0);
  }

  private void answer(ServiceDesk desk, String user, String ticket, int rating) {
    Page page = signIn(desk, user);
    desk.closeTicket(page, ticket);
    page.getByRole(AriaRole.RADIO).nth(rating - 1).check();
    send(page);
  }

  private static void send(Page page) {
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("^(Send|Envoyer)$")))
        .click();
    assertThat(page.getByText(Pattern.compile("Thank you|Merci"))).isVisible();
  }

  /** Waits until the dashboard of the collector shows these ratings, and no others. */
  private static void arrived(Map<Integer, Integer> ratings) {
    Awaitility.await("the answers")
        .atMost(ARRIVES)
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(() -> {
          Map<Integer, Integer> shown = new TreeMap<>();
          overview().path("distribution").forEach(each -> {
            if (each.path("count").intValue() > 0) {
              shown.put(each.path("point").intValue(), each.path("count").intValue());
            }
          });
          assertThat(shown).isEqualTo(new TreeMap<>(ratings));
        });
  }

  @Test
  @Order(7)
  void whoSignsInAtTheCollectorSeesTheDashboardAndNoWayToAnApplication() {
    BrowserContext context =
        chromium.open(new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(320, 900));
    windows.add(context);
    Page page = context.newPage();

    page.navigate(collector.base() + "/?days=7");
    page.fill("[name=username]", "mona");
    page.fill("[name=password]", PASSWORD);
    page.click("button[type=submit]");

    page.waitForURL(Pattern.compile(".*/feedback4j/dashboard\\?days=7.*"));
    assertThat(page.locator("h1")).hasText("Comment cela s’est-il passé ?");
    assertThat(page.locator("#home")).isHidden();
  }

  private static int responses(String what) throws IOException {
    return overview().path("responses").path(what).intValue();
  }

  private static JsonNode overview() throws IOException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(
            collector.base() + "/feedback4j/api/v1/stats/overview?days=7&survey=ticket-csat"))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(("mona:" + PASSWORD).getBytes(UTF_8)))
        .build();
    try {
      return JsonMapper.shared()
          .readTree(
              HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Page signIn(ServiceDesk desk, String user) {
    BrowserContext context = chromium.open(
        new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
    windows.add(context);
    Page page = context.newPage();
    desk.signIn(page, user);
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
