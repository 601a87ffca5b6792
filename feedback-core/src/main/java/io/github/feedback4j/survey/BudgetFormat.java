package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Quota, pacing and the budget of a policy in a file. */
final class BudgetFormat {

  private BudgetFormat() {}

  static @Nullable Quota readQuota(@Nullable Node node, Mistakes mistakes) {
    Fields fields = Fields.of(node, "'quota'", mistakes);
    if (fields == null) {
      return null;
    }
    Node answersNode = fields.require("answers", "answers: 500");
    Integer answers = fields.integer("answers");
    Per per = readPer(fields, "per: total, day, week or month");
    ZoneId zone = readZone(fields);
    fields.done();
    return answersNode == null || answers == null || per == null || zone == null
        ? null
        : mistakes.attempt(answersNode, () -> new Quota(answers, per, zone));
  }

  static @Nullable Pacing readPacing(@Nullable Node node, Mistakes mistakes) {
    Fields fields = Fields.of(node, "'pacing'", mistakes);
    if (fields == null) {
      return null;
    }
    Node answersNode = fields.require("answers", "answers: 200");
    Integer answers = fields.integer("answers");
    Node perNode = fields.take("per");
    Per per = readPer(fields, "per: day, week or month");
    ZoneId zone = readZone(fields);
    LocalTime from = readTime(fields, "from", mistakes);
    Node untilNode = fields.take("until");
    LocalTime until = readTime(fields, "until", mistakes);
    fields.done();
    if (answersNode == null || answers == null || perNode == null || per == null || zone == null) {
      return null;
    }
    if (from == null || until == null) {
      return null;
    }
    // One part after the other, so that what is wrong is told at the place of the part.
    Pacing plain = mistakes.attempt(answersNode, () -> Pacing.perDay(answers));
    Pacing timed = plain == null
        ? null
        : mistakes.attempt(
            untilNode == null ? fields.node() : untilNode, () -> plain.between(from, until));
    return timed == null
        ? null
        : mistakes.attempt(perNode, () -> new Pacing(answers, per, zone, from, until));
  }

  static @Nullable InvitationBudget readBudget(@Nullable Node node, Mistakes mistakes) {
    Fields fields = Fields.of(node, "'budget'", mistakes);
    if (fields == null) {
      return null;
    }
    Node invitationsNode = fields.require("invitations", "invitations: 1000");
    Integer invitations = fields.integer("invitations");
    Node perNode = fields.take("per");
    Per per = readPer(fields, "per: day, week or month");
    ZoneId zone = readZone(fields);
    fields.done();
    if (invitationsNode == null || invitations == null || perNode == null || per == null) {
      return null;
    }
    InvitationBudget plain =
        mistakes.attempt(invitationsNode, () -> InvitationBudget.perDay(invitations));
    return plain == null || zone == null
        ? null
        : mistakes.attempt(perNode, () -> new InvitationBudget(invitations, per, zone));
  }

  private static @Nullable Per readPer(Fields fields, String example) {
    return fields.require("per", example) == null
        ? null
        : fields.constant("per", Per.class, Per::word);
  }

  /** Returns the zone, the default one if the file names none, or null after a mistake. */
  private static @Nullable ZoneId readZone(Fields fields) {
    if (!fields.has("zone")) {
      fields.take("zone");
      return Quota.DEFAULT_ZONE;
    }
    return fields.zone("zone");
  }

  /** Returns the time, midnight if the file names none, or null after a mistake. */
  private static @Nullable LocalTime readTime(Fields fields, String name, Mistakes mistakes) {
    Node node = fields.take(name);
    if (node == null) {
      return fields.has(name) ? null : LocalTime.MIDNIGHT;
    }
    String text = node instanceof Node.Scalar scalar ? scalar.text() : node.kind();
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      mistakes.add(
          node,
          "'%s' must be a time of the day, but is '%s'".formatted(name, text),
          "write it with two digits each, such as 08:00");
      return null;
    }
  }

  static Map<String, Object> write(Quota quota) {
    return write(quota.answers(), quota.per(), quota.zone());
  }

  static Map<String, Object> write(Pacing pacing) {
    Map<String, Object> tree = write(pacing.answers(), pacing.per(), pacing.zone());
    tree.put("from", pacing.from().toString());
    tree.put("until", pacing.until().toString());
    return tree;
  }

  private static Map<String, Object> write(int answers, Per per, ZoneId zone) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("answers", answers);
    tree.put("per", per.word());
    tree.put("zone", zone.getId());
    return tree;
  }
}
