package io.github.feedback4j.wire;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.Correction;
import io.github.feedback4j.survey.SurveyFormatException;
import io.github.feedback4j.survey.SurveyReader;
import io.github.feedback4j.survey.SurveyWriter;
import io.github.feedback4j.theme.Tagging;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of each type of event. */
final class DataFormat {

  private static final Words<Outcome> OUTCOMES = new Words<>(Outcome.class);
  private static final Words<Redaction.Kind> KINDS = new Words<>(Redaction.Kind.class);

  private DataFormat() {}

  static void write(EventJson out, EventData data) {
    if (data instanceof SurveyLoaded loaded) {
      out.json(Field.DEFINITION, SurveyWriter.json(loaded.survey()));
    } else if (data instanceof ResponseAccepted accepted) {
      write(out, accepted.response());
    } else if (data instanceof InvitationChanged changed) {
      ContactEvent contact = changed.contact();
      out.word(Field.OUTCOME, OUTCOMES.json(contact.outcome()));
      out.time(Field.AT, contact.at());
      InvitationFormat.write(out, contact.invitation());
    } else if (data instanceof RespondentErased erased) {
      out.text(Field.RESPONDENT, erased.respondent().value());
    }
  }

  private static void write(EventJson out, AcceptedResponse response) {
    out.id(Field.RESPONSE, response.id());
    out.number(Field.REVISION, response.revision());
    out.truth(Field.COMPLETE, response.isComplete());
    out.time(Field.ANSWERED_AT, response.answeredAt());
    out.truth(Field.LATE, response.isLate());
    Locale locale = response.locale();
    if (locale != null) {
      LocaleText.write(out, Field.LOCALE, locale);
    }
    InvitationFormat.write(out, response.invitation());
    out.array(Field.ANSWERS);
    for (Answer each : response.answers()) {
      AnswerFormat.write(out, each);
    }
    out.endArray();
    TaggingFormat.write(out, response.taggings());
    TaggingFormat.write(out, response.corrections());
    writeRedactions(out, response.redactions());
  }

  private static void writeRedactions(EventJson out, Map<Redaction.Kind, Integer> redactions) {
    if (redactions.isEmpty()) {
      return;
    }
    out.object(Field.REDACTIONS);
    // In the order of the kinds, because the map has another order in each JVM.
    for (Map.Entry<Redaction.Kind, Integer> each : new EnumMap<>(redactions).entrySet()) {
      out.name(KINDS.json(each.getKey()));
      out.number(each.getValue());
    }
    out.endObject();
  }

  /**
   * Returns the data of an event.
   *
   * @param text all of the JSON, for parts that others read
   */
  static EventData read(EventType type, Part data, CharSequence text) {
    return switch (type) {
      case RESPONSE -> new ResponseAccepted(response(data, text));
      case CONTACT -> new InvitationChanged(contact(data, text));
      case ERASURE -> new RespondentErased(InvitationFormat.respondent(data));
      case SURVEY -> survey(data.get("definition"), text);
    };
  }

  private static AcceptedResponse response(Part data, CharSequence text) {
    UUID id = data.get("response").uuid();
    int revision = data.get("revision").whole(1);
    boolean complete = data.get("complete").truth();
    Instant answeredAt = data.get("answeredAt").time();
    boolean late = data.get("late").truth();
    Part localePart = data.find("locale");
    Locale locale = localePart == null ? null : LocaleText.read(localePart);
    Invitation invitation = InvitationFormat.read(data, text);
    List<Answer> answers = data.get("answers").list(AnswerFormat.ANSWERS, AnswerFormat::read);
    Map<String, Tagging> taggings = TaggingFormat.taggings(data.find("tagging"));
    List<Correction> corrections = TaggingFormat.corrections(data.find("corrections"));
    Map<Redaction.Kind, Integer> redactions = redactions(data.find("redactions"));
    return data.made(
        "must answer each question once, and have themes and corrections of answers only",
        () -> AcceptedResponse.restored(
            id,
            revision,
            complete,
            invitation,
            answeredAt,
            late,
            locale,
            answers,
            taggings,
            corrections,
            redactions));
  }

  /** Passes over kinds of a later version. */
  private static Map<Redaction.Kind, Integer> redactions(@Nullable Part part) {
    Map<Redaction.Kind, Integer> redactions = new EnumMap<>(Redaction.Kind.class);
    if (part != null) {
      for (Redaction.Kind each : Redaction.Kind.values()) {
        Part count = part.find(KINDS.of(each));
        if (count != null) {
          redactions.put(each, count.whole(0));
        }
      }
    }
    return redactions;
  }

  private static ContactEvent contact(Part data, CharSequence text) {
    Outcome outcome = data.get("outcome").word(OUTCOMES);
    Instant at = data.get("at").time();
    return new ContactEvent(InvitationFormat.read(data, text), outcome, at);
  }

  private static SurveyLoaded survey(Part part, CharSequence text) {
    Part.Mapping mapping = part.mapping();
    String json = text.subSequence(mapping.start(), mapping.end()).toString();
    try {
      return new SurveyLoaded(SurveyReader.read("definition.json", json));
    } catch (SurveyFormatException e) {
      // What it says of them repeats texts of the survey.
      throw part.malformed(
          "must be a survey that this version knows, but has %d mistakes, the first in column %d"
              .formatted(e.mistakes().size(), e.mistakes().get(0).column()));
    }
  }
}
