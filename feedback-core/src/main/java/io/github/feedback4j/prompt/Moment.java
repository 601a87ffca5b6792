package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoField;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What gates look at: one touchpoint of one person, what the ledger knows of them, and the time.
 *
 * <p>Used by one thread for one decision, and then for another one: a decision that asks nobody makes no
 * object but its answer. There is one time per decision, taken when the first gate wants it.
 */
final class Moment {

  /** Stands in a moment that nobody uses, so that nobody is kept in memory by it. */
  private static final Touchpoint NOWHERE = Touchpoint.of("nothing", "nobody");

  // What a first look stopped, if anything.
  private static final int NOTHING_LOOKED_AT = 0;
  private static final int AUDIENCE = 1;
  private static final int SAMPLING = 2;

  private static final byte[] NOTHING = {};
  private static final RespondentKey NOBODY = new RespondentKey("nobody");

  Touchpoint touchpoint = NOWHERE;
  RespondentKey respondent = NOBODY;

  /** What the attributes of the touchpoint say. */
  final Facts facts;

  /** What the ledger knows of the person, for the gates. */
  final Past past = new Past();

  /** The version of the history that a ledger loaded. */
  long version;

  /** The entry that the ledger in memory found, or null. */
  byte @Nullable [] entry;

  // Room in which the ledger in memory reads and writes.
  final HistoryOutput key = new HistoryOutput();
  final HistoryOutput out = new HistoryOutput();
  final HistoryOutput record = new HistoryOutput();
  final HistoryInput in = new HistoryInput(NOTHING, 0);

  /** The surveys that have passed so far. */
  CompiledSurvey[] passed = new CompiledSurvey[8];

  int passedCount;

  private final Numbering numbering;
  private final InstantSource time;
  private @Nullable Histories histories;
  private @Nullable ContactHistory history;
  private long nanos = Nanos.NONE;
  private @Nullable Instant now;
  private long respondentHash;
  private boolean hashed;
  private long[] ends = new long[8];

  private Gate.@Nullable Name furthest;
  private Decision.@Nullable Skip why;

  // What the first look stopped: a candidate by its place and the gate, as numbers, since a
  // reference
  // that is written into an old object costs as much as a gate.
  private int lookedAt;
  private int lookedGate = NOTHING_LOOKED_AT;

  // Whose moment it is, and whether they are using it; theirs alone while they live.
  private final AtomicReference<@Nullable Thread> owner = new AtomicReference<>();
  private boolean isTaken;
  private boolean hasBegun;
  private Gate.@Nullable Name firstFurthest;
  private Decision.@Nullable Skip firstWhy;
  private @Nullable CompiledSurvey putOff;

  Moment(Numbering numbering, InstantSource time) {
    this.numbering = numbering;
    this.facts = new Facts(numbering);
    this.time = time;
  }

  /** Makes a moment that is used once. */
  static Moment of(
      Numbering numbering,
      Touchpoint touchpoint,
      RespondentKey respondent,
      ContactHistory history,
      Instant now) {
    Moment moment = new Moment(numbering, () -> now);
    moment.begin(touchpoint, respondent);
    moment.inform(history);
    return moment;
  }

  /** Returns whether a thread owns this moment and does not use it. */
  @SuppressWarnings("ReferenceEquality") // a thread is nobody but itself
  boolean isFreeFor(Thread thread) {
    return owner.get() == thread && !isTaken;
  }

  /** Returns whether it belongs to a thread from now on, since it was nobody's who still lives. */
  boolean isTakenOverBy(Thread thread) {
    Thread last = owner.get();
    return (last == null || !last.isAlive()) && owner.compareAndSet(last, thread);
  }

  Moment taken() {
    isTaken = true;
    return this;
  }

  /** Gives it back to its owner, and returns whether there is one. */
  boolean isGivenBack() {
    isTaken = false;
    return owner.get() != null;
  }

  /** Begins a decision, unless it has begun. */
  void begin(Touchpoint about, RespondentKey whom) {
    if (!hasBegun) {
      hasBegun = true;
      touchpoint = about;
      respondent = whom;
    }
  }

  /** Forgets everything of the decision. */
  void end() {
    // What is null already is not written again: a reference that is written costs the collector.
    if (histories != null) {
      histories = null;
      entry = null;
      in.begin(NOTHING, 0);
      key.forget();
      out.forget();
      record.forget();
    }
    if (hasBegun) {
      hasBegun = false;
      touchpoint = NOWHERE;
      respondent = NOBODY;
    }
    lookedGate = NOTHING_LOOKED_AT;
    if (history != null) {
      history = null;
    }
    facts.end();
    past.clear();
    passedCount = 0;
    nanos = Nanos.NONE;
    if (now != null) {
      now = null;
    }
    hashed = false;
    if (furthest != null) {
      furthest = null;
      why = null;
    }
    if (firstFurthest != null) {
      firstFurthest = null;
      firstWhy = null;
    }
    if (putOff != null) {
      putOff = null;
    }
  }

  /** Returns the time of the decision in nanoseconds since 1970. */
  long nanos() {
    if (nanos == Nanos.NONE) {
      Instant taken = now == null ? time.instant() : now;
      nanos = Nanos.of(taken);
      if (isFar()) {
        // Too far away to be made again of the number.
        now = taken;
      }
    }
    return nanos;
  }

  /** Returns the second of the decision since 1970. */
  long second() {
    return isFar() ? now().getEpochSecond() : Nanos.second(nanos());
  }

  /** Returns the nanosecond of the second of the decision. */
  int nano() {
    return isFar() ? now().get(ChronoField.NANO_OF_SECOND) : Nanos.nano(nanos());
  }

  /** Returns whether the number does not tell the time. */
  private boolean isFar() {
    return Math.abs(nanos()) == Long.MAX_VALUE;
  }

  /** Returns the time of the decision. */
  Instant now() {
    Instant known = now;
    if (known == null) {
      known = nanos == Nanos.NONE ? time.instant() : Nanos.instant(nanos);
      now = known;
    }
    return known;
  }

  /** Ends the part of the decision that needs no history. */
  void endOfFirstPart(CompiledSurvey[] candidates) {
    Gate.Name looked = lookedGate();
    if (looked != null) {
      furthest = looked;
      why = candidates[lookedAt].stop(looked);
    }
    firstFurthest = furthest;
    firstWhy = why;
  }

  /** Returns why nobody is asked after the first part, or null if nothing has stopped a survey. */
  Decision.@Nullable Skip why(CompiledSurvey[] candidates) {
    Gate.Name looked = lookedGate();
    return looked == null ? why : candidates[lookedAt].stop(looked);
  }

  private Gate.@Nullable Name lookedGate() {
    return switch (lookedGate) {
      case AUDIENCE -> Gate.Name.AUDIENCE;
      case SAMPLING -> Gate.Name.SAMPLING;
      default -> null;
    };
  }

  /** Looks at what the ledger knows; what an earlier look led to does not count. */
  void inform(ContactHistory loaded) {
    beginPast();
    history = loaded;
    past.read(loaded, touchpoint.about(), numbering);
  }

  /** Loads what is known of the person; what an earlier look led to does not count. */
  void load(Histories from) {
    histories = from;
    from.load(this);
  }

  /** Takes over what was loaded elsewhere, with its version. */
  void loaded(Histories from, long loadedVersion) {
    histories = from;
    version = loadedVersion;
  }

  /** Returns from where the history was loaded. */
  Histories source() {
    if (histories == null) {
      throw new IllegalStateException("nothing was loaded");
    }
    return histories;
  }

  /** Forgets what an earlier look led to. */
  void beginPast() {
    history = null;
    past.clear();
    furthest = firstFurthest;
    why = firstWhy;
    putOff = null;
  }

  /** Returns what the ledger knows of the person. */
  ContactHistory history() {
    ContactHistory known = history;
    if (known == null) {
      known = histories == null ? ContactHistory.EMPTY : histories.loaded(this);
      history = known;
    }
    return known;
  }

  /**
   * Returns the invitation of a survey about this subject that may be presented, {@link Past#NOBODY} if
   * there is none.
   */
  int live(int survey) {
    int contact = past.about(survey);
    return contact != Past.NOBODY && past.isLiveAt(contact, nanos()) ? contact : Past.NOBODY;
  }

  long respondentHash() {
    return hashOf(respondent);
  }

  /** Returns the hash of the person of this decision, which may not have begun. */
  long hashOf(RespondentKey whom) {
    if (!hashed) {
      respondentHash = SamplingPosition.unitHash(whom.value());
      hashed = true;
    }
    return respondentHash;
  }

  long touchpointHash() {
    Subject subject = touchpoint.about();
    return subject == null
        ? SamplingPosition.partsHash(respondent.value(), "", "0")
        : SamplingPosition.partsHash(
            respondent.value(), subject.id(), Integer.toString(subject.resolution()));
  }

  /** Returns room for so many numbers, for the use of one gate. */
  long[] room(int count) {
    if (ends.length < count) {
      ends = new long[Math.max(count, 2 * ends.length)];
    }
    return ends;
  }

  void pass(CompiledSurvey survey) {
    passed[passedCount++] = survey;
  }

  /** Makes room for so many surveys. */
  void expect(int surveys) {
    if (passed.length < surveys) {
      passed = new CompiledSurvey[surveys];
    }
  }

  /** Notes why a survey does not ask; of several the one that came furthest speaks, of equals the first. */
  void stop(CompiledSurvey survey, Gate.Name gate, Decision.Skip skip) {
    if (isFurther(gate)) {
      lookedGate = NOTHING_LOOKED_AT;
      furthest = gate;
      why = skip;
      putOff = Deferrals.putsOff(survey, gate, skip, this) ? survey : null;
    }
  }

  /** Notes the same of a candidate, by its place, that a first look stopped at its audience or sampling. */
  void stopAtFirstLook(int candidate, Gate.Name gate) {
    if (isFurther(gate)) {
      lookedAt = candidate;
      lookedGate = gate == Gate.Name.AUDIENCE ? AUDIENCE : SAMPLING;
      if (furthest != null) {
        furthest = null;
        why = null;
      }
    }
  }

  private boolean isFurther(Gate.Name gate) {
    Gate.Name looked = lookedGate();
    Gate.Name last = looked == null ? furthest : looked;
    return last == null || gate.compareTo(last) > 0;
  }

  /** Returns why nobody is asked, or null if nothing has stopped a survey. */
  Decision.@Nullable Skip why() {
    return why;
  }

  /** Returns the survey whose ask is put off by what stops it, unless it waits already. */
  @Nullable
  CompiledSurvey putOff() {
    CompiledSurvey survey = putOff;
    return survey != null && Deferrals.hasRoom(survey.survey.key(), this) ? survey : null;
  }
}
