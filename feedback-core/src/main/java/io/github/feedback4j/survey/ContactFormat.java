package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules.Boundary;
import io.github.feedback4j.survey.ContactRules.Days;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Contact rules in survey and policy files. */
final class ContactFormat {

  private final Fields fields;
  private final Mistakes mistakes;
  private ContactRules rules = ContactRules.none();

  private ContactFormat(Fields fields, Mistakes mistakes) {
    this.fields = fields;
    this.mistakes = mistakes;
  }

  /** Returns the rules, or null if there are none; notes what is wrong with them. */
  static @Nullable ContactRules read(@Nullable Node node, Mistakes mistakes) {
    Fields fields = Fields.of(node, "'contact'", mistakes);
    return fields == null ? null : new ContactFormat(fields, mistakes).read();
  }

  private ContactRules read() {
    readScope(ContactScope.THIS_SURVEY, fields.take("this"), "'this'");
    Fields groups = Fields.of(fields.take("groups"), "'groups'", mistakes);
    if (groups != null) {
      for (String name : List.copyOf(groups.node().entries().keySet())) {
        Node node = groups.take(name);
        ContactScope scope =
            node == null ? null : mistakes.attempt(node, () -> ContactScope.group(name));
        if (scope != null) {
          readScope(scope, node, "group '" + name + "'");
        }
      }
    }
    readScope(ContactScope.ANY_SURVEY, fields.take("any"), "'any'");
    Boundary boundary = fields.constant("boundary", Boundary.class, ContactFormat::word);
    if (boundary != null) {
      rules = rules.withBoundary(boundary);
    }
    readSnooze(fields.take("snooze"));
    Node graceNode = fields.take("newcomerGrace");
    Duration grace = fields.duration(graceNode, "newcomerGrace");
    if (graceNode != null && grace != null) {
      change(graceNode, each -> each.withNewcomerGrace(grace));
    }
    readExemptions(fields.take("exempt"));
    if (Boolean.TRUE.equals(fields.bool("deferUntilEligible"))) {
      rules = rules.deferUntilEligible();
    }
    readDays();
    fields.done();
    return rules;
  }

  private void readScope(ContactScope scope, @Nullable Node node, String what) {
    Fields cells = Fields.of(node, what, mistakes);
    if (cells == null) {
      return;
    }
    for (Since since : Since.values()) {
      Node cell = cells.take(since.word());
      Duration gap = cells.duration(cell, since.word());
      if (cell != null && gap != null) {
        change(cell, each -> each.with(new ContactRule(scope, since, gap)));
      }
    }
    Node limits = cells.take(Exemption.LIMITS);
    if (limits instanceof Node.Items items) {
      items.nodes().forEach(each -> readLimit(scope, each));
    } else {
      readLimit(scope, limits);
    }
    cells.done();
  }

  private void readLimit(ContactScope scope, @Nullable Node node) {
    Fields limit = Fields.of(node, "'atMost'", mistakes);
    if (node == null || limit == null) {
      return;
    }
    limit.require("times", "times: 4");
    Integer times = limit.integer("times");
    limit.require("within", "within: 90d");
    Duration within = limit.duration("within");
    limit.done();
    if (times != null && within != null) {
      change(node, each -> each.with(new ContactLimit(scope, times, within)));
    }
  }

  private void readSnooze(@Nullable Node node) {
    Fields snooze = Fields.of(node, "'snooze'", mistakes);
    if (node == null || snooze == null) {
      return;
    }
    Duration lasts = snooze.duration("for");
    Integer atMost = snooze.integer("atMost");
    snooze.done();
    change(
        node,
        each -> each.withSnooze(
            lasts == null ? each.snooze() : lasts, atMost == null ? each.maxSnoozes() : atMost));
  }

  private void readExemptions(@Nullable Node node) {
    for (Node each : fields.list(node, "exempt")) {
      String text = fields.text(each, "exempt");
      if (text != null) {
        change(each, known -> known.exempt(Exemption.parse(text)));
      }
    }
  }

  /** Reads what a day is last, since then every gap must be whole days. */
  private void readDays() {
    Node node = fields.take("days");
    Days days = fields.constant("days", Days.class, ContactFormat::word);
    Node zoneNode = fields.take("zone");
    ZoneId zone = fields.zone("zone");
    if (days == Days.CALENDAR && node != null && (zoneNode == null || zone != null)) {
      change(node, each -> each.withCalendarDays(zone == null ? Quota.DEFAULT_ZONE : zone));
    } else if (zoneNode != null && days != Days.CALENDAR) {
      mistakes.add(
          zoneNode,
          "'zone' says where days begin, which matters for days of the calendar only",
          "add days: calendar, or delete the zone");
    }
  }

  private void change(Node at, UnaryOperator<ContactRules> change) {
    ContactRules changed = mistakes.attempt(at, () -> change.apply(rules));
    if (changed != null) {
      rules = changed;
    }
  }

  /** Returns the rules as maps, lists and plain values; {@link #read} makes equal rules of it. */
  static Map<String, Object> write(ContactRules rules) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (ContactRule each : rules.rules()) {
      cells(tree, each.scope()).put(each.since().word(), Durations.format(each.gap()));
    }
    for (ContactLimit each : rules.limits()) {
      limits(cells(tree, each.scope()))
          .add(ordered("times", each.times(), "within", Durations.format(each.within())));
    }
    tree.put("boundary", word(rules.boundary()));
    if (rules.days() == Days.CALENDAR) {
      tree.put("days", word(rules.days()));
      tree.put("zone", rules.zone().getId());
    }
    if (rules.saysSnooze()) {
      tree.put(
          "snooze", ordered("for", Durations.format(rules.snooze()), "atMost", rules.maxSnoozes()));
    }
    Duration grace = rules.newcomerGrace();
    if (grace != null) {
      tree.put("newcomerGrace", Durations.format(grace));
    }
    if (!rules.exemptions().isEmpty()) {
      tree.put("exempt", rules.exemptions().stream().map(Exemption::toString).toList());
    }
    if (rules.defersUntilEligible()) {
      tree.put("deferUntilEligible", true);
    }
    return tree;
  }

  private static Map<String, Object> cells(Map<String, Object> tree, ContactScope scope) {
    return scope.group() == null
        ? inner(tree, scope.toString())
        : inner(inner(tree, "groups"), scope.group());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> inner(Map<String, Object> tree, String name) {
    return (Map<String, Object>) tree.computeIfAbsent(name, any -> new LinkedHashMap<>());
  }

  @SuppressWarnings("unchecked")
  private static List<Object> limits(Map<String, Object> cells) {
    return (List<Object>) cells.computeIfAbsent(Exemption.LIMITS, any -> new ArrayList<>());
  }

  private static Map<String, Object> ordered(
      String first, Object firstValue, String second, Object secondValue) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(first, firstValue);
    tree.put(second, secondValue);
    return tree;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
