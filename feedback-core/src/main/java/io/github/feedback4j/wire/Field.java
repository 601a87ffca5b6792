package io.github.feedback4j.wire;

import tools.jackson.core.io.SerializedString;

/**
 * The names that events have, ready to be written: most of the bytes of an event are its names.
 *
 * <p>The names are kept for ever, and the fixtures hold them.
 */
enum Field {
  ACCOUNTABILITY("accountability"),
  ACTOR("actor"),
  ANSWERED_AT("answeredAt"),
  ANSWERS("answers"),
  AT("at"),
  ATTRIBUTES("attributes"),
  CLOSED_AT("closedAt"),
  COMPLETE("complete"),
  CORRECTIONS("corrections"),
  COUNTRY("country"),
  DATA("data"),
  DATACONTENTTYPE("datacontenttype"),
  DEFINITION("definition"),
  EMPTY("empty"),
  ENGINE("engine"),
  EVENT("event"),
  EXPIRES_AT("expiresAt"),
  ID("id"),
  INCLUSION_PROBABILITY("inclusionProbability"),
  INVITATION("invitation"),
  INVITED_AT("invitedAt"),
  ITEM("item"),
  KEY("key"),
  LANGUAGE("language"),
  LATE("late"),
  LOCALE("locale"),
  NEGATION("negation"),
  OPENED_AT("openedAt"),
  ORIGIN("origin"),
  OTHER("other"),
  OUTCOME("outcome"),
  PACK("pack"),
  PLACE("place"),
  POLARITY("polarity"),
  QUESTION("question"),
  REDACTIONS("redactions"),
  RESOLUTION("resolution"),
  RESPONDENT("respondent"),
  RESPONSE("response"),
  REVISION("revision"),
  ROW("row"),
  RULE("rule"),
  SCORE("score"),
  SOURCE("source"),
  SPANS("spans"),
  SPECVERSION("specversion"),
  SUBJECT("subject"),
  SURVEY("survey"),
  SURVEY_VERSION("surveyVersion"),
  TAGGING("tagging"),
  TAGS("tags"),
  TEXTS("texts"),
  THEME("theme"),
  TIME("time"),
  TYPE("type"),
  VALUE("value"),
  VARIANT("variant");

  @SuppressWarnings("ImmutableEnumChecker") // it only keeps the bytes that it has made of its text
  private final SerializedString json;

  Field(String name) {
    this.json = new SerializedString(name);
  }

  SerializedString json() {
    return json;
  }
}
