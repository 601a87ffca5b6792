-- The tables of feedback4j for H2, schema version 4.
--
-- Replace ${prefix} by the prefix of your tables (feedback4j_ unless you chose another); Flyway does that
-- with a placeholder of the name prefix. Running this again changes nothing,
-- and where it finds the tables of version 3 it adds what is new.
--
-- Times are two columns, the UTC second (…_at) and the nanosecond within it (…_nano), because no column
-- type keeps nanoseconds on every database. Days are days of UTC, counted from 1970-01-01.

-- Settings: the schema version, the secret key of the pseudonyms in Base64, and which node tags comments again now.
CREATE TABLE IF NOT EXISTS ${prefix}setting (
  name VARCHAR PRIMARY KEY,
  content VARCHAR NOT NULL
);

-- The contact ledger: one row for each person who was ever invited or opted out.
-- binds_until is the UTC second from which on nothing can depend on the row.
CREATE TABLE IF NOT EXISTS ${prefix}contact_history (
  respondent VARCHAR PRIMARY KEY,
  version BIGINT NOT NULL,
  history VARBINARY NOT NULL,
  binds_until BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS ${prefix}paused_survey (
  survey VARCHAR PRIMARY KEY
);

-- Quotas and pacing: one row for each budget in each stretch of time, of which few are kept.
-- from_at and until_at are UTC seconds.
CREATE TABLE IF NOT EXISTS ${prefix}survey_counter (
  name VARCHAR NOT NULL,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  content VARCHAR NOT NULL,
  PRIMARY KEY (name, from_at, until_at)
);

-- One row for each response, in its highest revision, with its invitation. theme_pack and theme_engine made the tags
-- of its texts; themes has what they mention as in the roll-up, and is null if the response has no comment.
CREATE TABLE IF NOT EXISTS ${prefix}response (
  id UUID PRIMARY KEY,
  invitation UUID NOT NULL UNIQUE,
  survey VARCHAR NOT NULL,
  survey_version INTEGER NOT NULL,
  respondent VARCHAR NOT NULL,
  revision INTEGER NOT NULL,
  complete BOOLEAN NOT NULL,
  late BOOLEAN NOT NULL,
  answered_at BIGINT NOT NULL,
  answered_nano INTEGER NOT NULL,
  locale VARCHAR,
  theme_pack VARCHAR,
  theme_engine VARCHAR,
  themes VARCHAR,
  redactions VARCHAR NOT NULL,
  event VARCHAR NOT NULL,
  subject VARCHAR,
  resolution INTEGER,
  invited_at BIGINT NOT NULL,
  invited_nano INTEGER NOT NULL,
  expires_at BIGINT NOT NULL,
  expires_nano INTEGER NOT NULL,
  probability DOUBLE PRECISION NOT NULL,
  agent VARCHAR,
  change VARCHAR,
  channel VARCHAR,
  location VARCHAR,
  priority VARCHAR,
  service VARCHAR,
  sla VARCHAR,
  team VARCHAR,
  opened_at BIGINT,
  opened_nano INTEGER,
  closed_at BIGINT,
  closed_nano INTEGER,
  invitation_locale VARCHAR,
  invitation_attributes VARCHAR
);

CREATE INDEX IF NOT EXISTS ${prefix}response_by_time
  ON ${prefix}response (survey, answered_at, answered_nano);

CREATE INDEX IF NOT EXISTS ${prefix}response_by_respondent
  ON ${prefix}response (respondent);

-- One row for each answer. Its kind says which column has it: rating, choice, consent or minutes; words has a text
-- and what was written beside an open option; several choices, rankings and rows of a matrix are in answer_part.
-- empty_answer says whether tagged words only say that there is nothing to say; it is null where nothing was tagged.
CREATE TABLE IF NOT EXISTS ${prefix}answer (
  response UUID NOT NULL REFERENCES ${prefix}response (id) ON DELETE CASCADE,
  question VARCHAR NOT NULL,
  place INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  rating INTEGER,
  words VARCHAR,
  choice VARCHAR,
  consent BOOLEAN,
  minutes INTEGER,
  empty_answer BOOLEAN,
  PRIMARY KEY (response, question)
);

-- The parts of an answer in their order: a chosen or ranked option, or a row of a matrix with its rating.
CREATE TABLE IF NOT EXISTS ${prefix}answer_part (
  response UUID NOT NULL,
  question VARCHAR NOT NULL,
  place INTEGER NOT NULL,
  part VARCHAR NOT NULL,
  rating INTEGER,
  PRIMARY KEY (response, question, place),
  FOREIGN KEY (response, question) REFERENCES ${prefix}answer (response, question) ON DELETE CASCADE
);

-- What the words of an answer are about, and what that rests on: from starts_at until before ends_at in UTF-16 units,
-- then further places as in 3-7,12-15, and the place of the negation. pack and engine are null where they are
-- those of the response, and rule where it is the item.
CREATE TABLE IF NOT EXISTS ${prefix}tag (
  response UUID NOT NULL,
  question VARCHAR NOT NULL,
  place INTEGER NOT NULL,
  theme VARCHAR(64) NOT NULL,
  polarity VARCHAR(8) NOT NULL,
  score SMALLINT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  more_spans VARCHAR,
  negation_starts_at INTEGER,
  negation_ends_at INTEGER,
  origin VARCHAR(9) NOT NULL,
  pack VARCHAR,
  engine VARCHAR,
  language VARCHAR NOT NULL,
  item VARCHAR NOT NULL,
  rule VARCHAR,
  PRIMARY KEY (response, question, place),
  FOREIGN KEY (response, question) REFERENCES ${prefix}answer (response, question) ON DELETE CASCADE
);

-- What people said of the themes of a text, whatever a pack finds there: how it speaks of the theme, or null if it
-- does not, from starts_at until before ends_at or, if they are null, where the pack finds it.
CREATE TABLE IF NOT EXISTS ${prefix}tag_correction (
  response UUID NOT NULL,
  question VARCHAR NOT NULL,
  place INTEGER NOT NULL,
  theme VARCHAR(64) NOT NULL,
  polarity VARCHAR(8),
  starts_at INTEGER,
  ends_at INTEGER,
  actor VARCHAR NOT NULL,
  made_at BIGINT NOT NULL,
  made_nano INTEGER NOT NULL,
  PRIMARY KEY (response, question, place),
  FOREIGN KEY (response, question) REFERENCES ${prefix}answer (response, question) ON DELETE CASCADE
);

-- The theme packs that were activated at run time, as the YAML that somebody wrote, with who did it and why; the one
-- with the greatest number is in force. pack is name, version and hash, as in response.theme_pack.
CREATE TABLE IF NOT EXISTS ${prefix}theme_pack (
  number INTEGER PRIMARY KEY,
  pack VARCHAR NOT NULL,
  content VARCHAR NOT NULL,
  actor VARCHAR NOT NULL,
  made_at BIGINT NOT NULL,
  made_nano INTEGER NOT NULL,
  note VARCHAR NOT NULL
);

-- One row for each invitation, whatever became of it: the denominators of response rates. What people opened
-- themselves is counted apart, under the survey's key and /on-demand, here and in the roll-up. Of anonymous surveys
-- there is a row for each invitation and one for each reaction, none of them with a person.
CREATE TABLE IF NOT EXISTS ${prefix}invitation (
  id UUID PRIMARY KEY,
  survey VARCHAR NOT NULL,
  survey_version INTEGER NOT NULL,
  respondent VARCHAR NOT NULL,
  invited_at BIGINT NOT NULL,
  invited_nano INTEGER NOT NULL,
  agent VARCHAR,
  change VARCHAR,
  channel VARCHAR,
  location VARCHAR,
  priority VARCHAR,
  service VARCHAR,
  sla VARCHAR,
  team VARCHAR,
  shown BOOLEAN DEFAULT FALSE NOT NULL,
  answered BOOLEAN DEFAULT FALSE NOT NULL,
  dismissed BOOLEAN DEFAULT FALSE NOT NULL,
  opted_out BOOLEAN DEFAULT FALSE NOT NULL,
  cancelled BOOLEAN DEFAULT FALSE NOT NULL
);

CREATE INDEX IF NOT EXISTS ${prefix}invitation_by_time
  ON ${prefix}invitation (survey, invited_at, invited_nano);

CREATE INDEX IF NOT EXISTS ${prefix}invitation_by_respondent
  ON ${prefix}invitation (respondent);

-- How often each rating was given on a day, kept exact with every change of a response. The key is a
-- hash of all columns but the counts, because five texts are too long for an index and may be missing.
-- counted has all of these columns but survey, question and day in one, for those who read many rows;
-- persons has hashes of up to 20 of those who gave them: enough to know that a group is not small.
CREATE TABLE IF NOT EXISTS ${prefix}rating_rollup (
  cell VARBINARY(32) PRIMARY KEY,
  survey VARCHAR NOT NULL,
  survey_version INTEGER NOT NULL,
  question VARCHAR NOT NULL,
  utc_day BIGINT NOT NULL,
  team VARCHAR,
  service VARCHAR,
  channel VARCHAR,
  sla VARCHAR,
  themes VARCHAR,
  rating INTEGER NOT NULL,
  probability DOUBLE PRECISION NOT NULL,
  counted VARBINARY NOT NULL,
  responses BIGINT NOT NULL,
  persons VARBINARY(160) NOT NULL
);

CREATE INDEX IF NOT EXISTS ${prefix}rating_rollup_by_day
  ON ${prefix}rating_rollup (survey, question, utc_day);

-- What became of the invitations of a day, kept exact with every change of an invitation.
CREATE TABLE IF NOT EXISTS ${prefix}contact_rollup (
  cell VARBINARY(32) PRIMARY KEY,
  survey VARCHAR NOT NULL,
  utc_day BIGINT NOT NULL,
  team VARCHAR,
  service VARCHAR,
  channel VARCHAR,
  sla VARCHAR,
  invited BIGINT NOT NULL,
  shown BIGINT NOT NULL,
  answered BIGINT NOT NULL,
  dismissed BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS ${prefix}contact_rollup_by_day
  ON ${prefix}contact_rollup (survey, utc_day);

-- The surveys of other applications, as JSON. Who registers a key and version first has said what it is.
CREATE TABLE IF NOT EXISTS ${prefix}registered_survey (
  survey VARCHAR NOT NULL,
  survey_version INTEGER NOT NULL,
  content VARCHAR NOT NULL,
  source VARCHAR NOT NULL,
  registered_at BIGINT NOT NULL,
  PRIMARY KEY (survey, survey_version)
);

-- Which events of other applications were taken in, so that each counts once however often it comes. Rows are
-- deleted after 30 days, which is longer than anybody sends an event again.
CREATE TABLE IF NOT EXISTS ${prefix}delivered (
  id UUID NOT NULL,
  source VARCHAR NOT NULL,
  delivered_at BIGINT NOT NULL,
  PRIMARY KEY (id, source)
);

CREATE INDEX IF NOT EXISTS ${prefix}delivered_by_time
  ON ${prefix}delivered (delivered_at);

-- Responses that were taken in before their survey was registered; they are checked when it is.
CREATE TABLE IF NOT EXISTS ${prefix}unverified (
  response UUID PRIMARY KEY REFERENCES ${prefix}response (id) ON DELETE CASCADE,
  survey VARCHAR NOT NULL,
  survey_version INTEGER NOT NULL
);

CREATE INDEX IF NOT EXISTS ${prefix}unverified_by_survey
  ON ${prefix}unverified (survey, survey_version);

-- Until when events about a person are void, because they were erased then and the events came late. person is a
-- hash of the key; rows are deleted like those of delivered.
CREATE TABLE IF NOT EXISTS ${prefix}erased (
  person VARBINARY(32) PRIMARY KEY,
  erased_at BIGINT NOT NULL,
  erased_nano INTEGER NOT NULL,
  delivered_at BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS ${prefix}erased_by_time
  ON ${prefix}erased (delivered_at);

UPDATE ${prefix}setting SET content = '4' WHERE name = 'schema_version' AND content = '3';

INSERT INTO ${prefix}setting (name, content)
  SELECT 'schema_version', '4'
  WHERE NOT EXISTS (SELECT 1 FROM ${prefix}setting WHERE name = 'schema_version');
