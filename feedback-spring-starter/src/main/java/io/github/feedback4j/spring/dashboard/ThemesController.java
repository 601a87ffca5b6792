package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.TagPreview;
import io.github.feedback4j.Tags;
import io.github.feedback4j.prompt.TroubleLog;
import io.github.feedback4j.spring.dashboard.FeedbackAccess.Capability;
import io.github.feedback4j.spring.http.CsrfTokens;
import io.github.feedback4j.spring.http.Guard;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.spring.http.Problem;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.theme.LabelledComment;
import io.github.feedback4j.theme.PackDiff;
import io.github.feedback4j.theme.PackFormatException;
import io.github.feedback4j.theme.PackStore.Activation;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePackReader;
import io.github.feedback4j.theme.ThemePackWriter;
import io.github.feedback4j.theme.ThemeTagger;
import io.github.feedback4j.theme.ThemeTuner;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The theme pack as JSON, for those who may change it: what it is, what is wrong with a draft and what it
 * would change, what its items are worth, and the comments tagged again.
 */
@Controller
@RequestMapping("${feedback4j.web.base-path:/feedback4j}/api/v1/themes")
class ThemesController implements AutoCloseable {

  /** As much as our mapper reads. */
  static final int MAX_BODY = 1_000_000;

  /** In UTF-16 units, so that it fits into a body however it is escaped, with room for the rest. */
  static final int MAX_YAML = 300_000;

  static final int PREVIEWED = 2_000;
  static final int DEFAULT_NEWEST = 5_000;

  private static final int LISTED = 10;
  private static final int ITEMS_PER_THEME = 20;

  private final TroubleLog trouble = new TroubleLog(InstantSource.system());
  // One at a time on a node: each takes a processor for some seconds.
  private final Semaphore heavy = new Semaphore(1);
  private final Feedback feedback;
  private final CsrfTokens csrf;
  private final Door door;
  private final RetagJob job;

  ThemesController(Feedback feedback, CsrfTokens csrf, Door door, RetagJob job) {
    this.feedback = feedback;
    this.csrf = csrf;
    this.door = door;
    this.job = job;
  }

  @GetMapping
  ResponseEntity<byte[]> active(HttpServletRequest request) {
    door.require(Capability.MANAGE, request);
    return active(request, inForce());
  }

  private ResponseEntity<byte[]> active(HttpServletRequest request, InForce now) {
    List<Activation> earlier = reached(() -> tags().activations(LISTED));
    ObjectNode answer = new ThemesJson(now.pack(), View.locale(request))
        .active(now, earlier, configured(), feedback.surveys());
    answer.put("verbatims", door.isOpen(Capability.VERBATIMS, request));
    answer.putObject("limits").put("note", Activation.MAX_NOTE);
    csrf.put(request, answer);
    // Some servers write something of their own into the header when they compress an answer.
    answer.put("tag", now.tag());
    ResponseEntity<byte[]> plain = ok(answer);
    return ResponseEntity.ok().headers(plain.getHeaders()).eTag(now.tag()).body(plain.getBody());
  }

  /** Returns the text of an earlier pack; number 0 is what the application was configured with. */
  @GetMapping("/packs/{number}")
  ResponseEntity<byte[]> earlier(HttpServletRequest request, @PathVariable String number) {
    door.require(Capability.MANAGE, request);
    ObjectNode answer = Json.object();
    if (number.equals("0")) {
      ThemesJson.pack(answer.put("number", 0), configured());
      answer.put("yaml", ThemePackWriter.yaml(configured()));
    } else {
      Activation found = reached(() -> tags().activation(number(number)))
          .orElseThrow(() -> Problem.of(404, "unknown-pack", "this pack is not kept any more"));
      ThemesJson.pack(answer.put("number", found.number()), found.pack());
      answer.put("yaml", found.text());
    }
    return ok(answer);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Problem.of(404, "unknown-pack", "packs have numbers");
    }
  }

  /** Says what is wrong with a draft or, if nothing is, what it would change. */
  @PostMapping("/check")
  ResponseEntity<byte[]> check(HttpServletRequest request) {
    JsonNode body = write(request);
    String yaml = yaml(body);
    ThemePack draft;
    ThemeTagger tagger;
    try {
      draft = ThemePackReader.read("theme pack", yaml);
      tagger = ThemeTagger.phrases(draft);
    } catch (PackFormatException e) {
      return ok(ThemesJson.mistakes(e.mistakes()));
    } catch (IllegalArgumentException e) {
      return ok(ThemesJson.mistake(String.valueOf(e.getMessage())));
    }
    InForce now = inForce();
    ThemesJson json = new ThemesJson(now.pack(), View.locale(request)).with(draft);
    ObjectNode answer = ThemesJson.mistakes(List.of());
    ThemesJson.pack(answer, draft);
    answer.put("versionTaken", now.hasTakenVersionOf(draft));
    json.diff(answer.putObject("diff"), PackDiff.between(now.pack(), draft));
    String survey = body.path("survey").asString("");
    if (feedback.surveys().isEmpty()) {
      answer.putNull("preview");
    } else {
      TagPreview preview = heavily(() -> tags().preview(survey(survey), tagger, PREVIEWED));
      json.preview(
          answer.putObject("preview"), preview, door.isOpen(Capability.VERBATIMS, request));
    }
    return ok(answer);
  }

  @GetMapping("/report")
  ResponseEntity<byte[]> report(HttpServletRequest request) {
    calculate(request);
    ThemePack pack = inForce().pack();
    return ok(heavily(() -> new ThemesJson(pack, View.locale(request))
        .report(ThemeTuner.of(pack).report(comments(request)))));
  }

  @GetMapping("/suggestions")
  ResponseEntity<byte[]> suggestions(HttpServletRequest request) {
    calculate(request);
    ThemePack pack = inForce().pack();
    boolean reads = door.isOpen(Capability.VERBATIMS, request);
    return ok(heavily(() -> new ThemesJson(pack, View.locale(request))
        .suggestions(
            ThemeTuner.of(pack).withItemsPerTheme(ITEMS_PER_THEME).suggest(comments(request)),
            reads)));
  }

  /** Returns the draft, or the pack in force, with some suggestions in it. */
  @PostMapping("/accept")
  ResponseEntity<byte[]> accept(HttpServletRequest request) {
    JsonNode body = write(request);
    InForce now = inForce();
    try {
      ThemePack draft =
          body.has("yaml") ? ThemePackReader.read("theme pack", yaml(body)) : now.pack();
      ThemePack changed = Accepted.read(body.path("items"), draft).in(draft, now.pack());
      ObjectNode answer = Json.object();
      ThemesJson.pack(answer, changed);
      answer.put("yaml", ThemePackWriter.yaml(changed));
      return ok(answer);
    } catch (IllegalArgumentException e) {
      throw Problem.of(422, "not-accepted", String.valueOf(e.getMessage()));
    }
  }

  /** Puts a pack in force, for who has seen the one before. */
  @PostMapping("/activate")
  ResponseEntity<byte[]> activate(HttpServletRequest request) {
    JsonNode body = write(request);
    String actor = Guard.requireUser(request).getName();
    String seen = request.getHeader(HttpHeaders.IF_MATCH);
    if (seen == null) {
      throw Problem.of(
          428,
          "precondition-required",
          "send If-Match with the ETag of the pack that you have seen");
    }
    InForce now = inForce();
    if (!now.isTagged(seen)) {
      throw changed();
    }
    String yaml = yaml(body);
    String note = body.path("note").asString("").strip();
    reached(() -> activate(yaml, now.number(), actor, note));
    return active(request, inForce());
  }

  private Activation activate(String yaml, int after, String actor, String note) {
    try {
      return tags().activate(yaml, after, actor, note).orElseThrow(ThemesController::changed);
    } catch (PackFormatException e) {
      throw Problem.of(422, "pack-mistakes", String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw Problem.of(422, "bad-activation", String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      throw Problem.of(409, "too-many-packs", String.valueOf(e.getMessage()));
    }
  }

  private static Problem changed() {
    return Problem.of(
        412,
        "changed-meanwhile",
        "another pack was activated meanwhile; look at it, then try again");
  }

  /** Begins to tag kept comments again; where some node is at it already, that goes on. */
  @PostMapping("/retag")
  ResponseEntity<byte[]> retag(HttpServletRequest request) {
    write(request);
    tags();
    job.start();
    return Json.answer(HttpStatus.ACCEPTED, MediaType.APPLICATION_JSON, state());
  }

  @GetMapping("/retag")
  ResponseEntity<byte[]> progress(HttpServletRequest request) {
    door.require(Capability.MANAGE, request);
    return ok(state());
  }

  private ObjectNode state() {
    return ThemesJson.state(reached(() -> tags().retagState()), job.isRunning(), job.hasFailed());
  }

  private List<LabelledComment> comments(HttpServletRequest request) {
    if (feedback.surveys().isEmpty()) {
      return List.of();
    }
    return tags()
        .labelled(
            survey(View.parameter(request, "survey")),
            View.number(request, "newest", DEFAULT_NEWEST, Tags.MAX_LABELLED));
  }

  private String survey(String key) {
    List<String> keys = feedback.surveys().stream().map(Survey::key).toList();
    if (!key.isEmpty() && !keys.contains(key)) {
      throw Problem.of(400, "unknown-survey", "'survey' must be one of " + keys);
    }
    return key.isEmpty() ? keys.get(0) : key;
  }

  /** Lets a calculation through, which a link on another site must not begin. */
  private void calculate(HttpServletRequest request) {
    door.require(Capability.MANAGE, request);
    Guard.requireOwnPage(request);
  }

  /** Lets a write through, and returns its body. */
  private JsonNode write(HttpServletRequest request) {
    door.require(Capability.MANAGE, request);
    Guard.requireOwnJson(request);
    try {
      byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
      if (body.length > MAX_BODY) {
        throw Problem.of(
            413, "too-large", "the body must have at most %d bytes".formatted(MAX_BODY));
      }
      return Json.read(body);
    } catch (IOException e) {
      throw Problem.of(400, "cut-off", "the body ended early; send it again");
    }
  }

  private static String yaml(JsonNode body) {
    JsonNode yaml = body.path("yaml");
    if (!yaml.isString()) {
      throw Problem.of(400, "bad-pack", "'yaml' must be the text of a theme pack");
    }
    String text = yaml.stringValue();
    if (text.length() > MAX_YAML) {
      throw Problem.of(
          413,
          "too-large",
          "'yaml' must have at most %d characters here; a larger pack goes into a file"
              .formatted(MAX_YAML));
    }
    return text;
  }

  private Tags tags() {
    try {
      Tags tags = feedback.tags();
      if (tags.configuredPack().isPresent()) {
        return tags;
      }
    } catch (IllegalStateException e) {
      throw Problem.of(409, "no-store", String.valueOf(e.getMessage()));
    }
    throw Problem.of(
        409,
        "no-pack",
        "this application tags with a tagger of its own, which is not made of a pack");
  }

  private InForce inForce() {
    Tags tags = tags();
    return reached(() -> InForce.of(tags));
  }

  private ThemePack configured() {
    return tags().configuredPack().orElseThrow();
  }

  private <T> T heavily(Supplier<T> work) {
    if (!heavy.tryAcquire()) {
      throw Problem.of(503, "busy", "another calculation is under way; try again in a moment");
    }
    try {
      return reached(work);
    } finally {
      heavy.release();
    }
  }

  private <T> T reached(Supplier<T> work) {
    try {
      return work.get();
    } catch (Problem e) {
      throw e;
    } catch (RuntimeException e) {
      trouble.warn("serving the theme pack, so its manager must try again", e);
      throw Problem.of(503, "store-unavailable", "the store cannot be reached now; try again");
    }
  }

  private static ResponseEntity<byte[]> ok(ObjectNode json) {
    return Json.answer(HttpStatus.OK, MediaType.APPLICATION_JSON, json);
  }

  @ExceptionHandler(Problem.class)
  ResponseEntity<byte[]> refuse(Problem problem) {
    return problem.toResponse();
  }

  @Override
  public void close() {
    job.close();
  }
}
