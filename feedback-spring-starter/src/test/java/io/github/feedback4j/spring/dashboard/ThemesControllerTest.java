package io.github.feedback4j.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseSink;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Access;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Release;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Verbatims;
import io.github.feedback4j.spring.dashboard.FeedbackAccess.Capability;
import io.github.feedback4j.spring.http.CsrfTokens;
import io.github.feedback4j.spring.http.Guard;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.spring.http.Problem;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.testkit.RecordingStore;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePackReader;
import io.github.feedback4j.theme.ThemePackWriter;
import io.github.feedback4j.theme.ThemeTagger;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a manager sees of the theme pack and does to it; one controller over a store in memory. */
class ThemesControllerTest {

  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");
  private static final ThemePack PACK = ThemePack.of(
      "desk",
      1,
      Theme.of("network").title("en", "Network").title("fr", "Réseau").phrases("en", "vpn"),
      Theme.of("speed").title("en", "Speed").negative("en", "slow").phrases("en", "time"));
  private static final ThemePack NEXT = ThemePack.of(
      "desk",
      2,
      Theme.of("network").title("en", "Network").phrases("en", "vpn", "tunnel"),
      Theme.of("speed").title("en", "Speed").positive("en", "slow").phrases("en", "time"),
      Theme.of("kindness").title("en", "Kindness").positive("en", "kind"));

  private final RecordingStore store = new RecordingStore();
  private final Feedback feedback = feedback(ThemeTagger.phrases(PACK));
  private final Set<Capability> capabilities = EnumSet.of(Capability.MANAGE);
  private final ThemesController controller = controller(feedback);
  private int tickets;

  private Feedback feedback(ThemeTagger tagger) {
    return Feedback.builder()
        .survey(CSAT)
        .store(store)
        .tagger(tagger)
        .pseudonymKey(new byte[16])
        .build();
  }

  private ThemesController controller(Feedback feedback) {
    Door door = new Door(
        new DashboardProperties(
            true, Access.AUTHORITY, Verbatims.AUTHORITY, 5, Release.LIVE, 1, List.of()),
        new SecurityProperties("SEE", "READ", "CHANGE"),
        (capability, request) -> capabilities.contains(capability),
        "/feedback4j/dashboard");
    return new ThemesController(
        feedback, CsrfTokens.none(), door, new RetagJob(feedback, Runnable::run));
  }

  private void letRead() {
    capabilities.addAll(EnumSet.allOf(Capability.class));
  }

  @Test
  void nothingIsForThoseWithoutTheAuthority() {
    capabilities.clear();
    capabilities.addAll(EnumSet.of(Capability.VIEW, Capability.VERBATIMS));

    for (Supplier<ResponseEntity<byte[]>> each : List.<Supplier<ResponseEntity<byte[]>>>of(
        () -> controller.active(get()),
        () -> controller.earlier(get(), "0"),
        () -> controller.check(post("{}")),
        () -> controller.report(get()),
        () -> controller.suggestions(get()),
        () -> controller.accept(post("{}")),
        () -> controller.activate(post("{}")),
        () -> controller.retag(post("{}")),
        () -> controller.progress(get()))) {
      Problem refused = problem(each);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused)
          .hasMessage(
              "the capability 'manage' needs the authority CHANGE (property feedback4j.security.manage-authority)");
    }
  }

  @Test
  void theConfiguredPackIsShownAsYaml() {
    ResponseEntity<byte[]> answer = controller.active(get());

    JsonNode json = json(answer);
    assertThat(answer.getHeaders().getETag())
        .isEqualTo("\"0-" + PACK.contentHash().substring(0, 8) + "\"")
        .isEqualTo(json.get("tag").stringValue());
    assertThat(json.at("/pack/id").stringValue()).isEqualTo(PACK.id());
    assertThat(json.at("/pack/items").intValue()).isEqualTo(3);
    assertThat(json.get("number").intValue()).isZero();
    assertThat(json.get("actor").isNull()).isTrue();
    assertThat(ThemePackReader.read("p", json.get("yaml").stringValue())).isEqualTo(PACK);
    assertThat(json.get("history")).isEmpty();
    assertThat(json.at("/surveys/0/key").stringValue()).isEqualTo("csat");
    assertThat(json.get("verbatims").booleanValue()).isFalse();
  }

  @Test
  void everyMistakeOfADraftHasItsPlace() {
    JsonNode json =
        check("pack: desk\nversion: 2\nthemes:\n  network:\n    en: ['(vpn', '(wifi']\n");

    assertThat(json.get("mistakes")).hasSize(2);
    assertThat(json.at("/mistakes/0/line").intValue()).isEqualTo(5);
    assertThat(json.at("/mistakes/0/column").intValue()).isPositive();
    assertThat(json.at("/mistakes/0/message").stringValue()).isNotEmpty();
    assertThat(json.has("diff")).isFalse();
  }

  @Test
  void aDraftWithoutMistakesShowsWhatItWouldChange() {
    submit(2, "The VPN is slow");
    submit(5, "The tunnel broke");
    submit(5, "So kind");

    JsonNode json = check(ThemePackWriter.yaml(NEXT));

    assertThat(json.get("mistakes")).isEmpty();
    assertThat(json.at("/pack/id").stringValue()).isEqualTo(NEXT.id());
    assertThat(json.get("versionTaken").booleanValue()).isFalse();
    JsonNode diff = json.get("diff");
    assertThat(diff.get("empty").booleanValue()).isFalse();
    assertThat(diff.at("/addedThemes/0/theme").stringValue()).isEqualTo("kindness");
    assertThat(diff.at("/addedThemes/0/title/text").stringValue()).isEqualTo("Kindness");
    assertThat(diff.at("/addedItems/count").intValue()).isEqualTo(2);
    assertThat(diff.at("/changedItems/list/0/text").stringValue()).isEqualTo("slow");
    assertThat(diff.at("/changedItems/list/0/before").stringValue()).isEqualTo("NEGATIVE");
    JsonNode preview = json.get("preview");
    assertThat(preview.get("comments").intValue()).isEqualTo(3);
    assertThat(preview.get("changed").intValue()).isEqualTo(3);
    assertThat(preview.at("/themes/1/theme").stringValue()).isEqualTo("network");
    assertThat(preview.at("/themes/1/gained").intValue()).isEqualTo(1);
    assertThat(preview.at("/themes/2/restated").intValue()).isEqualTo(1);
    assertThat(json(controller.progress(get())).get("outdated").intValue())
        .as("nothing is kept")
        .isZero();
  }

  @Test
  void theWordsOfRespondentsAreForThoseWhoMayReadThem() {
    submit(5, "The tunnel broke");

    assertThat(check(ThemePackWriter.yaml(NEXT)).toString()).doesNotContain("tunnel broke");

    letRead();
    JsonNode example = check(ThemePackWriter.yaml(NEXT)).at("/preview/themes/0/examples/gained/0");
    assertThat(example.get("text").stringValue()).isEqualTo("The tunnel broke");
    assertThat(example.get("before")).isEmpty();
    assertThat(example.at("/after/0/start").intValue()).isEqualTo(4);
    assertThat(example.at("/after/0/end").intValue()).isEqualTo(10);
    assertThat(example.at("/after/0/item").stringValue()).isEqualTo("tunnel");
  }

  @Test
  void aVersionThatHasOtherContentIsNamed() {
    ThemePack same = ThemePack.of("desk", 1, NEXT.themes());

    assertThat(check(ThemePackWriter.yaml(same)).get("versionTaken").booleanValue())
        .isTrue();
  }

  @Test
  void anActivationIsForWhoHasSeenWhatTagsNow() {
    String yaml = "# ours\n" + ThemePackWriter.yaml(NEXT);
    String tag = tag();

    JsonNode json = json(controller.activate(activation(yaml, "tunnels", tag)));

    assertThat(json.at("/pack/id").stringValue()).isEqualTo(NEXT.id());
    assertThat(json.get("number").intValue()).isEqualTo(1);
    assertThat(json.get("actor").stringValue()).isEqualTo("mona");
    assertThat(json.get("note").stringValue()).isEqualTo("tunnels");
    assertThat(json.get("yaml").stringValue()).isEqualTo(yaml);
    assertThat(json.at("/history/0/pack").stringValue()).isEqualTo(NEXT.id());
    assertThat(submit(5, "A tunnel").themePack()).isEqualTo(NEXT.id());

    Problem stale = problem(() -> controller.activate(activation(yaml, "", tag)));
    assertThat(stale.status()).isEqualTo(412);
    Problem blind = problem(() -> controller.activate(activation(yaml, "", null)));
    assertThat(blind.status()).isEqualTo(428);
    assertThat(controller
            .activate(activation(yaml, "", "W/" + tag()))
            .getStatusCode()
            .value())
        .as("what compresses answers weakens the tag")
        .isEqualTo(200);
  }

  @Test
  void earlierPacksCanBeLookedAt() {
    String yaml = "# ours\n" + ThemePackWriter.yaml(NEXT);
    controller.activate(activation(yaml, "", tag()));

    JsonNode first = json(controller.earlier(get(), "1"));
    JsonNode configured = json(controller.earlier(get(), "0"));

    assertThat(first.get("yaml").stringValue()).isEqualTo(yaml);
    assertThat(configured.at("/pack/id").stringValue()).isEqualTo(PACK.id());
    for (String none : List.of("2", "-1", "x")) {
      assertThat(problem(() -> controller.earlier(get(), none)).status()).isEqualTo(404);
    }
  }

  @Test
  void whatHasMistakesIsNotActivated() {
    Problem refused = problem(() -> controller.activate(activation("pack: desk\n", "", tag())));
    Problem long_ = problem(
        () -> controller.activate(activation(ThemePackWriter.yaml(NEXT), "x".repeat(501), tag())));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(long_.status()).isEqualTo(422);
    assertThat(long_).hasMessage("note must have at most 500 characters, but has 501");
    assertThat(json(controller.active(get())).get("number").intValue()).isZero();
  }

  @Test
  void theReportBeginsWithWhatIsWorthALook() {
    for (int i = 0; i < 8; i++) {
      AcceptedResponse response = submit(5, "All the time");
      feedback.tags().correct(response.id(), TagRuling.isNot("comment", "speed"), "mona");
    }

    JsonNode json = json(controller.report(get()));

    assertThat(json.get("comments").intValue()).isEqualTo(8);
    assertThat(json.get("labelled").intValue()).isEqualTo(8);
    assertThat(json.get("flagged").intValue()).isEqualTo(1);
    assertThat(json.get("neverFound").intValue()).isEqualTo(2);
    assertThat(json.at("/list/0/text").stringValue()).isEqualTo("time");
    assertThat(json.at("/list/0/verdict").stringValue()).isEqualTo("WEAK");
    assertThat(json.at("/list/0/precision/value").intValue()).isZero();
    assertThat(json.at("/list/0/precision/n").intValue()).isEqualTo(8);
    assertThat(json.at("/list/1/verdict").stringValue()).isEqualTo("NEVER_FOUND");
    assertThat(json.toString()).doesNotContain("All the time");
  }

  @Test
  void suggestionsGoIntoTheDraft() {
    for (int i = 0; i < 60; i++) {
      AcceptedResponse about = submit(3, "My tunnel is broken " + "again ".repeat(i % 3));
      feedback
          .tags()
          .correct(about.id(), TagRuling.is("comment", "network", Polarity.NEGATIVE), "mona");
      AcceptedResponse not = submit(3, "Lovely people " + "today ".repeat(i % 3));
      feedback.tags().correct(not.id(), TagRuling.isNot("comment", "network"), "mona");
    }

    JsonNode json = json(controller.suggestions(get()));

    assertThat(json.get("labelled").intValue()).isEqualTo(120);
    assertThat(json.get("list")).isNotEmpty();
    JsonNode first = json.at("/list/0");
    assertThat(first.get("kind").stringValue()).isEqualTo("ADD");
    assertThat(first.get("theme").stringValue()).isEqualTo("network");
    assertThat(first.has("examples")).isFalse();
    letRead();
    assertThat(json(controller.suggestions(get())).at("/list/0/examples")).isNotEmpty();

    ObjectNode body = Json.object();
    body.putArray("items").add(first);
    JsonNode accepted = json(controller.accept(post(body.toString())));
    ThemePack better = ThemePackReader.read("p", accepted.get("yaml").stringValue());
    assertThat(better.version()).isEqualTo(2);
    assertThat(better.theme("network")).isNotNull();
    assertThat(Objects.requireNonNull(better.theme("network")).items()).hasSize(2);
  }

  @Test
  void acceptedItemsGoIntoTheDraftOfTheEditorAndItsVersionStays() {
    ObjectNode body = Json.object().put("yaml", ThemePackWriter.yaml(NEXT));
    ArrayNode items = body.putArray("items");
    items
        .addObject()
        .put("kind", "ADD")
        .put("theme", "network")
        .put("language", "en")
        .put("polarity", "NEUTRAL")
        .put("text", "wifi");
    items
        .addObject()
        .put("kind", "REMOVE")
        .put("theme", "speed")
        .put("language", "en")
        .put("polarity", "POSITIVE")
        .put("text", "slow");

    JsonNode json = json(controller.accept(post(body.toString())));

    ThemePack changed = ThemePackReader.read("p", json.get("yaml").stringValue());
    assertThat(changed.version()).isEqualTo(2);
    assertThat(Objects.requireNonNull(changed.theme("network")).items()).hasSize(3);
    assertThat(Objects.requireNonNull(changed.theme("speed")).items()).hasSize(1);
  }

  @Test
  void suggestionsOfAnotherShapeAreNamed() {
    for (String wrong : List.of(
        "{}",
        "{\"items\":{}}",
        "{\"items\":[{\"kind\":\"MOVE\"}]}",
        "{\"items\":[{\"kind\":\"ADD\",\"polarity\":\"GOOD\"}]}")) {
      assertThat(problem(() -> controller.accept(post(wrong))).status())
          .as(wrong)
          .isEqualTo(400);
    }
    String unknown =
        "{\"items\":[{\"kind\":\"ADD\",\"theme\":\"weather\",\"language\":\"en\",\"polarity\":\"NEUTRAL\",\"text\":\"rain\"}]}";
    assertThat(problem(() -> controller.accept(post(unknown))).status()).isEqualTo(422);
  }

  @Test
  void commentsAreTaggedAgainAndEverybodySeesHowFarThatIs() {
    submit(5, "The tunnel broke");
    submit(5, "So kind");
    controller.activate(activation(ThemePackWriter.yaml(NEXT), "", tag()));
    JsonNode before = json(controller.progress(get()));

    ResponseEntity<byte[]> begun = controller.retag(post("{}"));

    assertThat(before.get("tagged").intValue()).isEqualTo(2);
    assertThat(before.get("outdated").intValue()).isEqualTo(2);
    assertThat(begun.getStatusCode().value()).isEqualTo(202);
    JsonNode after = json(controller(feedback).progress(get()));
    assertThat(after.get("outdated").intValue()).isZero();
    assertThat(after.get("running").booleanValue()).isFalse();
    assertThat(after.get("failed").booleanValue()).isFalse();
    assertThat(after.get("pack").stringValue()).isEqualTo(NEXT.id());
  }

  @Test
  void writesComeFromAPageOfTheSameOriginAsJsonAndHaveAnEnd() {
    MockHttpServletRequest foreign = post("{}");
    foreign.removeHeader(Guard.OWN_HEADER);
    MockHttpServletRequest form = post("{}");
    form.setContentType("application/x-www-form-urlencoded");
    String long_ = "{\"yaml\":\"" + "x".repeat(ThemesController.MAX_YAML + 1) + "\"}";
    String huge = "x".repeat(ThemesController.MAX_BODY + 1);

    assertThat(problem(() -> controller.retag(foreign)).status()).isEqualTo(403);
    assertThat(problem(() -> controller.report(foreign)).status()).isEqualTo(403);
    assertThat(problem(() -> controller.retag(form)).status()).isEqualTo(415);
    assertThat(problem(() -> controller.check(post(long_))).status()).isEqualTo(413);
    assertThat(problem(() -> controller.check(post(huge))).status()).isEqualTo(413);
    assertThat(problem(() -> controller.check(post("{}"))).status()).isEqualTo(400);
  }

  @Test
  void aSurveyThatIsNotThereAndANumberOutOfBoundsAreNamed() {
    MockHttpServletRequest survey = get();
    survey.setParameter("survey", "nps");
    MockHttpServletRequest newest = get();
    newest.setParameter("newest", "20001");

    assertThat(problem(() -> controller.report(survey)).status()).isEqualTo(400);
    assertThat(problem(() -> controller.suggestions(newest)).status()).isEqualTo(400);
  }

  @Test
  void withoutAPackOrAStoreThereIsNothingToChange() {
    Feedback silent = feedback(ThemeTagger.none());
    Feedback remote = Feedback.builder().survey(CSAT).sink(new Nowhere()).build();

    Problem noPack = problem(() -> controller(silent).active(get()));
    Problem noStore = problem(() -> controller(remote).active(get()));

    assertThat(noPack.status()).isEqualTo(409);
    assertThat(json(noPack.toResponse()).get("code").stringValue()).isEqualTo("no-pack");
    assertThat(noStore.status()).isEqualTo(409);
    assertThat(json(noStore.toResponse()).get("code").stringValue()).isEqualTo("no-store");
  }

  @Test
  void aStoreThatIsAwayIsToBeAskedAgain() {
    submit(5, "So kind");
    store.breakWith(new IllegalStateException("disk gone"));

    assertThat(problem(() -> controller.progress(get())).status()).isEqualTo(503);
    assertThat(problem(() -> controller.report(get())).status()).isEqualTo(503);
    store.mend();
    assertThat(controller.report(get()).getStatusCode().value()).isEqualTo(200);
  }

  private String tag() {
    return Objects.requireNonNull(controller.active(get()).getHeaders().getETag());
  }

  private JsonNode check(String yaml) {
    return json(controller.check(post(Json.object().put("yaml", yaml).toString())));
  }

  private AcceptedResponse submit(int rating, String comment) {
    Decision decision = feedback.ask(
        Touchpoint.of("ticket.closed", "person-" + ++tickets).subject("INC-" + tickets));
    Response response = Response.to(((Decision.Ask) decision).invitation())
        .rate("satisfaction", rating)
        .locale(Locale.ENGLISH)
        .comment(comment);
    feedback.submit(response).orElseThrow();
    return Objects.requireNonNull(store.find(response.id()));
  }

  private static MockHttpServletRequest activation(
      String yaml, String note, @Nullable String seen) {
    MockHttpServletRequest request =
        post(Json.object().put("yaml", yaml).put("note", note).toString());
    if (seen != null) {
      request.addHeader("If-Match", seen);
    }
    return request;
  }

  private static MockHttpServletRequest get() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setParameter("lang", "en");
    request.setUserPrincipal(() -> "mona");
    request.addHeader(Guard.OWN_HEADER, "1");
    return request;
  }

  private static MockHttpServletRequest post(String body) {
    MockHttpServletRequest request = get();
    request.setMethod("POST");
    request.setContentType("application/json");
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    return request;
  }

  private static JsonNode json(ResponseEntity<byte[]> answer) {
    return Json.read(Objects.requireNonNull(answer.getBody()));
  }

  private static Problem problem(Supplier<ResponseEntity<byte[]>> call) {
    return catchThrowableOfType(Problem.class, call::get);
  }

  /** Where responses go when they are kept elsewhere. */
  private static final class Nowhere implements ResponseSink {

    @Override
    public Kept append(AcceptedResponse response) {
      return Kept.STORED;
    }

    @Override
    public void record(ContactEvent event) {}

    @Override
    public int erase(RespondentKey respondent) {
      return 0;
    }
  }
}
