package io.github.feedback4j.wire;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.survey.Attributes;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation in the data of an event: survey, version and respondent, and beside them the rest. */
final class InvitationFormat {

  private static final String RESPONDENT_RULE = "must have 1 to " + RespondentKey.MAX_LENGTH
      + " characters, none of them a control character";

  private static final String KEY_RULE =
      "must have 1 to " + Subject.MAX_LENGTH + " characters and not be blank";

  private static final String DIMENSION_RULE =
      "must have 1 to " + Accountability.MAX_LENGTH + " characters and not be blank";

  private static final String ATTRIBUTES_RULE = "must be at most " + Attributes.MAX_SIZE
      + " texts, numbers, booleans, times or lists of texts, within the bounds of attributes";

  private InvitationFormat() {}

  static void write(EventJson out, Invitation invitation) {
    out.text(Field.SURVEY, invitation.survey());
    out.number(Field.SURVEY_VERSION, invitation.surveyVersion());
    out.text(Field.RESPONDENT, invitation.respondent().value());
    out.object(Field.INVITATION);
    out.id(Field.ID, invitation.id());
    out.text(Field.EVENT, invitation.event());
    Subject subject = invitation.subject();
    if (subject != null) {
      out.object(Field.SUBJECT);
      out.text(Field.KEY, subject.id());
      out.number(Field.RESOLUTION, subject.resolution());
      out.endObject();
    }
    out.time(Field.INVITED_AT, invitation.invitedAt());
    out.time(Field.EXPIRES_AT, invitation.expiresAt());
    writeProbability(out, invitation.inclusionProbability());
    Locale locale = invitation.locale();
    if (locale != null) {
      LocaleText.write(out, Field.LOCALE, locale);
    }
    write(out, invitation.accountability());
    if (!invitation.attributes().asMap().isEmpty()) {
      out.json(Field.ATTRIBUTES, invitation.attributes().toJson());
    }
    out.endObject();
  }

  private static void writeProbability(EventJson out, double probability) {
    out.name(Field.INCLUSION_PROBABILITY);
    // Most ask everybody, and a whole number is written much faster.
    if (probability == 1) {
      out.number(1);
    } else {
      out.number(probability);
    }
  }

  private static void write(EventJson out, Accountability accountability) {
    if (accountability.equals(Accountability.none())) {
      return;
    }
    out.object(Field.ACCOUNTABILITY);
    // Not by its entries, of which an unmodifiable map makes new ones.
    accountability.dimensions().forEach(out::text);
    Instant openedAt = accountability.openedAt();
    if (openedAt != null) {
      out.time(Field.OPENED_AT, openedAt);
    }
    Instant closedAt = accountability.closedAt();
    if (closedAt != null) {
      out.time(Field.CLOSED_AT, closedAt);
    }
    out.endObject();
  }

  static Invitation read(Part data, CharSequence text) {
    String survey = data.get("survey").name();
    int surveyVersion = data.get("surveyVersion").whole(0);
    RespondentKey respondent = respondent(data);
    Part part = data.get("invitation");
    UUID id = part.get("id").uuid();
    String event = part.get("event").name();
    Part subjectPart = part.find("subject");
    Subject subject = subjectPart == null ? null : subject(subjectPart);
    Instant invitedAt = part.get("invitedAt").time();
    Part expires = part.get("expiresAt");
    Instant expiresAt = expires.time();
    if (!expiresAt.isAfter(invitedAt)) {
      throw expires.malformed("must be after invitedAt");
    }
    double probability = part.get("inclusionProbability").probability();
    Part locale = part.find("locale");
    Part accountability = part.find("accountability");
    return new Invitation(
        id,
        survey,
        surveyVersion,
        respondent,
        event,
        subject,
        invitedAt,
        expiresAt,
        probability,
        accountability == null ? Accountability.none() : accountability(accountability),
        locale == null ? null : LocaleText.read(locale),
        attributes(part.find("attributes"), text));
  }

  static RespondentKey respondent(Part data) {
    Part part = data.get("respondent");
    String key = part.text(Part.TEXT);
    return part.made(RESPONDENT_RULE, () -> new RespondentKey(key));
  }

  private static Subject subject(Part part) {
    Part key = part.get("key");
    String id = key.text(Part.TEXT);
    int resolution = part.get("resolution").whole(1);
    return key.made(KEY_RULE, () -> new Subject(id, resolution));
  }

  /** Passes over dimensions of a later version. */
  private static Accountability accountability(Part part) {
    Accountability read = Accountability.none();
    for (String each : Accountability.DIMENSIONS) {
      Part value = part.find(each);
      if (value != null) {
        Accountability before = read;
        String text = value.text(Part.TEXT);
        read = value.made(DIMENSION_RULE, () -> before.with(each, text));
      }
    }
    Part openedAt = part.find("openedAt");
    read = openedAt == null ? read : read.openedAt(openedAt.time());
    Part closedAt = part.find("closedAt");
    return closedAt == null ? read : read.closedAt(closedAt.time());
  }

  private static Attributes attributes(@Nullable Part part, CharSequence text) {
    if (part == null) {
      return Attributes.none();
    }
    Part.Mapping mapping = part.mapping();
    String json = text.subSequence(mapping.start(), mapping.end()).toString();
    return part.made(ATTRIBUTES_RULE, () -> Attributes.fromJson(json));
  }
}
