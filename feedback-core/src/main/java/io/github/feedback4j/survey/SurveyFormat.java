package io.github.feedback4j.survey;

import io.github.feedback4j.survey.ContactRule.Scope;
import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules.Boundary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A whole survey in a file: turns nodes into a survey and a survey into a tree of plain values. */
final class SurveyFormat {

  private final Mistakes mistakes;
  private final List<Consumer<Survey.Parts>> parts = new ArrayList<>();
  private String key = "survey";

  private SurveyFormat(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** Returns the survey, or null after having noted everything that is wrong with it. */
  static @Nullable Survey read(Node root, Mistakes mistakes) {
    return new SurveyFormat(mistakes).survey(root);
  }

  private @Nullable Survey survey(Node root) {
    Fields fields = Fields.of(root, "a survey", mistakes);
    if (fields == null) {
      return null;
    }
    Node keyNode = fields.require("survey", "survey: and the key of the survey");
    String named = fields.text(keyNode, "survey");
    if (keyNode != null && named != null) {
      String valid = mistakes.attempt(keyNode, () -> Ids.requireName("survey key", named));
      key = valid == null ? key : valid;
    }
    Node localeNode = fields.take("defaultLocale");
    Locale readLocale = readLocale(localeNode, fields.text(localeNode, "defaultLocale"));
    Locale defaultLocale = readLocale == null ? Locale.ENGLISH : readLocale;
    // A default language that is not understood must not put every text in the wrong.
    boolean known = localeNode == null || readLocale != null;
    QuestionFormat questions = new QuestionFormat(defaultLocale, known, mistakes);
    part(fields.node(), p -> p.defaultLocale = defaultLocale, false);

    LocalizedText title = questions.readText(fields.take("title"), "title");
    if (title != null) {
      part(fields.node(), p -> p.title = title, false);
    }
    readLife(fields);
    readTriggers(fields);
    Condition audience = ConditionFormat.read(fields.take("audience"), mistakes);
    part(fields.node(), p -> p.audience = audience, false);
    readSampling(fields);
    readContactRules(fields);
    Quota quota = BudgetFormat.readQuota(fields.take("quota"), mistakes);
    part(fields.node(), p -> p.quota = quota, false);
    Pacing pacing = BudgetFormat.readPacing(fields.take("pacing"), mistakes);
    part(fields.node(), p -> p.pacing = pacing, false);
    readQuestions(fields, questions);
    fields.done();
    return mistakes.isEmpty()
        ? mistakes.attempt(
            root, () -> Survey.build(key, p -> parts.forEach(each -> each.accept(p))))
        : null;
  }

  private @Nullable Locale readLocale(@Nullable Node node, @Nullable String tag) {
    return node == null || tag == null
        ? null
        : mistakes.attempt(node, () -> LocalizedText.parseTag(tag));
  }

  private void readLife(Fields fields) {
    setting(fields, "version", fields::integer, (p, v) -> p.version = v);
    setting(
        fields,
        "status",
        name -> fields.constant(name, SurveyStatus.class, SurveyFormat::word),
        (p, v) -> p.status = v);
    setting(fields, "priority", fields::integer, (p, v) -> p.priority = v);
    setting(fields, "from", fields::instant, (p, v) -> p.from = v);
    setting(fields, "until", fields::instant, (p, v) -> p.until = v);
    setting(fields, "expiresAfter", fields::duration, (p, v) -> p.expiresAfter = v);
    setting(fields, "editableFor", fields::duration, (p, v) -> p.editableFor = v);
    setting(
        fields,
        "anonymity",
        name -> fields.constant(name, Anonymity.class, SurveyFormat::word),
        (p, v) -> p.anonymity = v);
    setting(
        fields,
        "missingLocale",
        name -> fields.constant(name, MissingLocale.class, SurveyFormat::word),
        (p, v) -> p.missingLocale = v);
  }

  private <T> void setting(
      Fields fields, String name, Function<String, @Nullable T> read, Setter<T> set) {
    T value = read.apply(name);
    Node node = fields.take(name);
    if (value != null && node != null) {
      part(node, p -> set.accept(p, value), true);
    }
  }

  /** Sets one part of a survey. */
  private interface Setter<T> {
    void accept(Survey.Parts parts, T value);
  }

  /**
   * Keeps a part for the end. With {@code check} the part is tried out on a survey that is sound
   * otherwise, so that the survey's own rule speaks, at the place of the part.
   */
  private void part(Node at, Consumer<Survey.Parts> part, boolean check) {
    if (check) {
      List<Consumer<Survey.Parts>> known = new ArrayList<>(parts);
      String prefix = "survey '" + key + "': ";
      Survey tried = mistakes.attempt(at, () -> {
        try {
          return Survey.build(key, p -> {
            known.forEach(each -> each.accept(p));
            p.title = null;
            p.questions = List.of(
                Question.text("probe", LocalizedText.of(p.defaultLocale.toLanguageTag(), "probe")));
            part.accept(p);
          });
        } catch (IllegalArgumentException e) {
          String message = String.valueOf(e.getMessage());
          throw new IllegalArgumentException(
              message.startsWith(prefix) ? message.substring(prefix.length()) : message, e);
        }
      });
      if (tried == null) {
        return;
      }
    }
    parts.add(part);
  }

  private void readTriggers(Fields fields) {
    Node node = fields.take("on");
    List<Trigger> triggers = new ArrayList<>();
    List<Node> entries = node instanceof Node.Scalar ? List.of(node) : fields.list(node, "on");
    for (Node each : entries) {
      Trigger trigger = readTrigger(fields, each);
      if (trigger != null) {
        triggers.add(trigger);
      }
    }
    if (node != null) {
      part(node, p -> p.triggers = List.copyOf(triggers), true);
    }
  }

  private @Nullable Trigger readTrigger(Fields survey, Node node) {
    if (node instanceof Node.Scalar) {
      String name = survey.text(node, "on");
      return name == null ? null : mistakes.attempt(node, () -> Trigger.on(name));
    }
    Fields fields = Fields.of(node, "a trigger", mistakes);
    if (fields == null) {
      return null;
    }
    Node eventNode = fields.require("event", "event: ticket.closed");
    String event = fields.text(eventNode, "event");
    Condition when = ConditionFormat.read(fields.take("when"), mistakes);
    fields.done();
    return eventNode == null || event == null
        ? null
        : mistakes.attempt(eventNode, () -> new Trigger(event, when));
  }

  private void readSampling(Fields survey) {
    Node node = survey.take("sampling");
    Fields fields = Fields.of(node, "'sampling'", mistakes);
    if (node == null || fields == null) {
      return;
    }
    Node people = fields.take("people");
    Node touchpoints = fields.take("touchpoints");
    Node saltNode = fields.take("salt");
    String salt = fields.text(saltNode, "salt");
    fields.done();
    if (fields.has("people") == fields.has("touchpoints")) {
      mistakes.add(
          node,
          "'sampling' must have exactly one of people and touchpoints",
          "write sampling: {people: 0.25}");
      return;
    }
    Node rateNode = people == null ? touchpoints : people;
    Double rate = fields.number(rateNode, people == null ? "touchpoints" : "people");
    if (rateNode == null || rate == null) {
      return;
    }
    Sampling plain = mistakes.attempt(
        rateNode, () -> people == null ? Sampling.touchpoints(rate) : Sampling.people(rate));
    Sampling salted = plain == null || saltNode == null || salt == null
        ? plain
        : mistakes.attempt(saltNode, () -> plain.withSalt(salt));
    if (salted != null) {
      part(node, p -> p.sampling = salted, false);
    }
  }

  private void readContactRules(Fields survey) {
    Fields fields = Fields.of(survey.take("contact"), "'contact'", mistakes);
    if (fields == null) {
      return;
    }
    ContactRules rules = ContactRules.none();
    for (Scope scope : Scope.values()) {
      Fields cells = Fields.of(fields.take(scope.word()), "'" + scope.word() + "'", mistakes);
      if (cells == null) {
        continue;
      }
      for (Since since : Since.values()) {
        Node node = cells.take(since.word());
        Duration gap = cells.duration(node, since.word());
        ContactRule rule = node == null || gap == null
            ? null
            : mistakes.attempt(node, () -> new ContactRule(scope, since, gap));
        rules = rule == null ? rules : rules.with(rule);
      }
      cells.done();
    }
    Boundary boundary = fields.constant("boundary", Boundary.class, SurveyFormat::word);
    rules = boundary == null ? rules : rules.withBoundary(boundary);
    rules = readSnooze(fields.take("snooze"), rules);
    fields.done();
    ContactRules read = rules;
    part(fields.node(), p -> p.contactRules = read, false);
  }

  private ContactRules readSnooze(@Nullable Node node, ContactRules rules) {
    Fields fields = Fields.of(node, "'snooze'", mistakes);
    if (node == null || fields == null) {
      return rules;
    }
    Duration lasts = fields.duration("for");
    Integer atMost = fields.integer("atMost");
    fields.done();
    ContactRules changed = mistakes.attempt(
        node,
        () -> rules.withSnooze(
            lasts == null ? rules.snooze() : lasts, atMost == null ? rules.maxSnoozes() : atMost));
    return changed == null ? rules : changed;
  }

  private void readQuestions(Fields survey, QuestionFormat format) {
    Node node = survey.require("questions", "questions: and at least one");
    List<Question> questions = new ArrayList<>();
    Map<String, Node> ids = new HashMap<>();
    for (Node each : survey.list(node, "questions")) {
      Question question = format.read(each);
      Node first = question == null ? null : ids.putIfAbsent(question.id(), each);
      if (question != null && first != null) {
        mistakes.add(
            each,
            "question id '" + question.id() + "' stands twice",
            "the first one is in line " + first.line() + "; ids are never reused");
      } else if (question != null && question.id().equals(Jump.END)) {
        mistakes.add(
            each,
            "no question may have the id 'end', which means the end of the survey after 'next'",
            "choose another id");
      } else if (question != null) {
        questions.add(question);
      }
    }
    if (node instanceof Node.Items items && items.nodes().size() == questions.size()) {
      for (Flaw each : FlowRules.check(questions)) {
        mistakes.add(
            Flaw.locate(survey.node(), each.path()),
            each.place() + ": " + each.message(),
            each.advice());
      }
    }
    part(survey.node(), p -> p.questions = List.copyOf(questions), false);
  }

  /** Returns the survey as maps, lists and plain values; {@link #read} makes an equal survey of it. */
  static Map<String, Object> write(Survey survey) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("survey", survey.key());
    tree.put("version", survey.version());
    tree.put("status", word(survey.status()));
    put(tree, "from", survey.from());
    put(tree, "until", survey.until());
    tree.put("defaultLocale", survey.defaultLocale().toLanguageTag());
    LocalizedText title = survey.title();
    if (title != null) {
      tree.put("title", title.texts());
    }
    tree.put("on", survey.triggers().stream().map(SurveyFormat::write).toList());
    Condition audience = survey.audience();
    if (audience != null) {
      tree.put("audience", ConditionFormat.write(audience));
    }
    tree.put("sampling", write(survey.sampling()));
    tree.put("contact", write(survey.contactRules()));
    Quota quota = survey.quota();
    if (quota != null) {
      tree.put("quota", BudgetFormat.write(quota));
    }
    Pacing pacing = survey.pacing();
    if (pacing != null) {
      tree.put("pacing", BudgetFormat.write(pacing));
    }
    tree.put("priority", survey.priority());
    tree.put("expiresAfter", Durations.format(survey.expiresAfter()));
    tree.put("editableFor", Durations.format(survey.editableFor()));
    tree.put("anonymity", word(survey.anonymity()));
    tree.put("missingLocale", word(survey.missingLocale()));
    tree.put("questions", survey.questions().stream().map(QuestionFormat::write).toList());
    return tree;
  }

  private static Map<String, Object> write(Trigger trigger) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("event", trigger.event());
    Condition when = trigger.when();
    if (when != null) {
      tree.put("when", ConditionFormat.write(when));
    }
    return tree;
  }

  private static Map<String, Object> write(Sampling sampling) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(sampling instanceof Sampling.People ? "people" : "touchpoints", sampling.rate());
    put(tree, "salt", sampling.salt());
    return tree;
  }

  private static Map<String, Object> write(ContactRules rules) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Scope scope : Scope.values()) {
      Map<String, Object> cells = new LinkedHashMap<>();
      for (ContactRule each : rules.rules()) {
        if (each.scope() == scope) {
          cells.put(each.since().word(), Durations.format(each.gap()));
        }
      }
      if (!cells.isEmpty()) {
        tree.put(scope.word(), cells);
      }
    }
    tree.put("boundary", word(rules.boundary()));
    Map<String, Object> snooze = new LinkedHashMap<>();
    snooze.put("for", Durations.format(rules.snooze()));
    snooze.put("atMost", rules.maxSnoozes());
    tree.put("snooze", snooze);
    return tree;
  }

  private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
    if (value != null) {
      tree.put(name, value.toString());
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
