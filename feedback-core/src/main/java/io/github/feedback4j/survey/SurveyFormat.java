package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    Sampling sampling = SamplingFormat.read(fields.take("sampling"), mistakes);
    if (sampling != null) {
      part(fields.node(), p -> p.sampling = sampling, false);
    }
    readReach(fields);
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
    setting(fields, "onDemand", fields::bool, (p, v) -> p.onDemand = v);
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

  private void readReach(Fields fields) {
    ContactRules rules = ContactFormat.read(fields.take("contact"), mistakes);
    if (rules != null) {
      part(fields.node(), p -> p.contactRules = rules, false);
    }
    Node groupsNode = fields.take("groups");
    Set<String> groups = new TreeSet<>();
    for (Node each : fields.list(groupsNode, "groups")) {
      String name = fields.text(each, "groups");
      if (name != null && mistakes.attempt(each, () -> Ids.requireName("group", name)) != null) {
        groups.add(name);
      }
    }
    if (groupsNode != null) {
      part(groupsNode, p -> p.groups = List.copyOf(groups), true);
    }
    Set<Exclusion> exclusions = ReachFormat.readExclusions(fields, mistakes);
    if (exclusions != null) {
      part(fields.node(), p -> p.exclusions = exclusions, false);
    }
    Display display = ReachFormat.readDisplay(fields.take("display"), mistakes);
    if (display != null) {
      part(fields.node(), p -> p.display = display, false);
    }
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
            "the first one is in line " + first.place().line() + "; ids are never reused");
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
    tree.put("sampling", SamplingFormat.write(survey.sampling()));
    tree.put("contact", ContactFormat.write(survey.contactRules()));
    ReachFormat.write(survey, tree);
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
    if (survey.isOnDemand()) {
      tree.put("onDemand", true);
    }
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

  private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
    if (value != null) {
      tree.put(name, value.toString());
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
