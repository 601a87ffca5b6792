package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.Insights;
import io.github.feedback4j.Scoreboard;
import io.github.feedback4j.Scoreboard.Comments;
import io.github.feedback4j.privacy.BatchRelease;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.CommentFilter;
import io.github.feedback4j.response.CommentFilter.Position;
import io.github.feedback4j.spring.dashboard.FeedbackAccess.Capability;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.spring.http.Problem;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import io.github.feedback4j.survey.Survey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ObjectNode;

/** The figures and the comments of the dashboard as JSON, for those who may see them. */
@Controller
@RequestMapping("${feedback4j.web.base-path:/feedback4j}/api/v1")
class StatsController {

  static final int DEFAULT_LIMIT = 20;
  static final int MAX_LIMIT = 100;

  private final Feedback feedback;
  private final Scoreboard board;
  private final Insights insights;
  private final Initiatives initiatives;
  private final Door door;

  StatsController(
      Feedback feedback,
      SmallGroupGuard guard,
      @Nullable BatchRelease batches,
      Initiatives initiatives,
      Door door) {
    this.feedback = feedback;
    this.board = batches == null ? feedback.scoreboard(guard) : feedback.scoreboard(guard, batches);
    this.insights = batches == null ? feedback.insights(guard) : feedback.insights(guard, batches);
    this.initiatives = initiatives;
    this.door = door;
  }

  @GetMapping("/stats/overview")
  ResponseEntity<byte[]> overview(HttpServletRequest request) {
    door.require(Capability.VIEW, request);
    List<Survey> surveys = surveys();
    ObjectNode json = OverviewJson.begin(board, surveys, View.locale(request));
    json.put("verbatims", door.isOpen(Capability.VERBATIMS, request));
    if (surveys.isEmpty()) {
      json.put("state", "none");
    } else {
      View view = View.of(request, surveys, board.today());
      new OverviewJson(view)
          .write(json, board.overview(view.query(), View.DIMENSIONS, view.periods()));
    }
    return Json.answer(HttpStatus.OK, MediaType.APPLICATION_JSON, json);
  }

  @GetMapping("/stats/insights")
  ResponseEntity<byte[]> insights(HttpServletRequest request) {
    door.require(Capability.VIEW, request);
    View view = View.of(request, surveysToSee(), board.today());
    ObjectNode json = new InsightsJson(view, insights, feedback.themes())
        .write(initiatives.of(view), board.today());
    return Json.answer(HttpStatus.OK, MediaType.APPLICATION_JSON, json);
  }

  @GetMapping("/verbatims")
  ResponseEntity<byte[]> verbatims(HttpServletRequest request) {
    door.require(Capability.VERBATIMS, request);
    View view = View.of(request, surveysToSee(), board.today());
    int limit = View.number(request, "limit", DEFAULT_LIMIT, MAX_LIMIT);
    Comments comments =
        board.comments(view.query(), filter -> narrowed(filter, view, request), limit);
    List<AcceptedResponse> page = comments.responses();
    // One more question at the end of a list that happens to fill its last page is no harm.
    String next = page.size() < limit ? null : Cursor.write(Position.of(page.get(page.size() - 1)));
    return Json.answer(
        HttpStatus.OK,
        MediaType.APPLICATION_JSON,
        new CommentsJson(view, feedback.themes()).write(comments, next));
  }

  private List<Survey> surveys() {
    return feedback.surveys().stream()
        .filter(each -> each.firstRating() != null)
        .toList();
  }

  private List<Survey> surveysToSee() {
    List<Survey> surveys = surveys();
    if (surveys.isEmpty()) {
      throw Problem.of(400, "unknown-survey", "there is no survey with a rating");
    }
    return surveys;
  }

  private static CommentFilter narrowed(
      CommentFilter filter, View view, HttpServletRequest request) {
    ScoreClass points = points(view, View.parameter(request, "class"));
    CommentFilter narrowed =
        points == null ? filter : filter.rated(view.rating().id(), points.from(), points.to());
    String theme = View.parameter(request, "theme");
    narrowed = theme.isEmpty() ? narrowed : narrowed.theme(theme);
    String before = View.parameter(request, "before");
    return before.isEmpty() ? narrowed : narrowed.before(Cursor.read(before));
  }

  private static @Nullable ScoreClass points(View view, String name) {
    if (name.isEmpty()) {
      return null;
    }
    List<ScoreClass> classes = view.rating().metric().classes();
    return classes.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.of(
            400,
            "unknown-class",
            "'class' must be one of " + classes.stream().map(ScoreClass::name).toList()));
  }

  @ExceptionHandler(Problem.class)
  ResponseEntity<byte[]> refuse(Problem problem) {
    return problem.toResponse();
  }
}
