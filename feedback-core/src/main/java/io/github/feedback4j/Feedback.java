package io.github.feedback4j;

import io.github.feedback4j.privacy.BatchRelease;
import io.github.feedback4j.privacy.Pseudonymizer;
import io.github.feedback4j.privacy.Redactor;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.ContactRecorder;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Dismissal;
import io.github.feedback4j.prompt.Explanation;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.InMemorySurveyCounters;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.PromptEngine;
import io.github.feedback4j.prompt.Recorded;
import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.ContactReporter;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.Intake;
import io.github.feedback4j.response.KnownNames;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseSink;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.response.Submission;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.Anonymity;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.SurveyRegistry;
import io.github.feedback4j.theme.InMemoryPackStore;
import io.github.feedback4j.theme.PackStore;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePacks;
import io.github.feedback4j.theme.ThemeTagger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The door: asks the right person at the right moment, keeps the answer, and says what it means.
 *
 * <p>Built once with {@link #builder()}, which fails with everything that is wrong at once. Safe for
 * use by several threads. Raw respondent ids are turned into pseudonyms here and go no further.
 * {@link #ask}, {@link #request}, {@link #pending}, {@link #explain} and {@link #submit} never throw
 * for what a store or a respondent does.
 *
 * @since 0.1
 */
public final class Feedback implements AutoCloseable {

  private final KnownSurveys surveys;
  private final Policy policy;
  private final ContactLedger ledger;
  private final SurveyCounters counters;
  private final ResponseSink sink;
  private final Scoring scoring;
  private final ActivePack tagger;
  private final Pseudonymizer pseudonymizer;
  private final ContactRecorder contacts;
  private final PromptEngine engine;
  private final Intake intake;
  private final @Nullable Tags tags;

  private Feedback(
      SurveyCatalog catalog,
      ContactLedger ledger,
      ResponseSink sink,
      Pseudonymizer pseudonymizer,
      Builder parts) {
    this.surveys = new KnownSurveys(catalog, parts.registry, parts.time);
    this.policy = parts.policy;
    this.ledger = ledger;
    this.sink = sink;
    this.scoring =
        new Scoring(surveys, sink instanceof ResponseStore local ? local : null, parts.time);
    this.pseudonymizer = pseudonymizer;
    ThemeTagger configured = parts.tagger == null ? ThemePacks.itServiceTagger() : parts.tagger;
    // What is only sent on is tagged with the pack of the configuration.
    PackStore packs = sink instanceof ResponseStore local
        ? local.packs()
        : new InMemoryPackStore(packId -> false);
    this.tagger = new ActivePack(packs, configured, parts.time);
    this.counters = parts.counters;
    this.contacts = new ContactRecorder(
        catalog, parts.policy, ledger, counters, parts.time, new ContactReporter(catalog, sink));
    this.engine =
        new PromptEngine(catalog, parts.policy, ledger, parts.time, parts.random, contacts);
    this.intake = new Intake(
        catalog,
        contacts,
        parts.redactor,
        parts.names,
        tagger,
        parts.polarityFromScore,
        sink,
        parts.time);
    this.tags = sink instanceof ResponseStore local
        ? new Tags(local, surveys, tagger, parts.polarityFromScore, parts.time)
        : null;
  }

  /** Returns a builder with the defaults that its methods name. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Decides whether this person may be asked now, and reserves an invitation if so.
   *
   * <p>Blocks for as long as the ledger does; a touchpoint that no survey waits for costs no look-up.
   * Trouble of the ledger is a {@code Skip} with the reason {@code STORE_UNAVAILABLE}.
   */
  public Decision ask(Touchpoint touchpoint) {
    return engine.ask(touchpoint, key(touchpoint.respondent()));
  }

  /** Decides like {@link #ask}, and keeps the invitation for the respondent's next visit. */
  public Decision request(Touchpoint touchpoint) {
    return engine.request(touchpoint, key(touchpoint.respondent()));
  }

  /**
   * Opens a survey to somebody who wants to give feedback and whom nobody asked, such as after a click
   * on "Give feedback".
   *
   * <p>The survey says {@code onDemand: true}. No contact rule, sample, quota or opt-out stands in the
   * way, and none counts it afterwards. What the person has open about the same subject is presented
   * again. Such answers are no sample of anybody, so scores leave them out unless a query asks for
   * {@linkplain Query#onDemand() them alone}.
   *
   * @param survey the key of the survey; of one that is not there, or not on demand, the decision is a
   *     skip with the reason {@code NO_TRIGGER}
   * @param touchpoint whose and what it is about, such as {@code Touchpoint.onDemand("user-17")}; its
   *     event does not matter
   */
  public Decision offer(String survey, Touchpoint touchpoint) {
    return engine.offer(survey, touchpoint, key(touchpoint.respondent()));
  }

  /**
   * Returns the requested invitations that this person can be shown now, oldest first. An ask that was
   * put off until the contact rules let it pass becomes one here, once they do.
   */
  public List<Invitation> pending(String respondent) {
    return engine.pending(key(respondent));
  }

  /**
   * Looks up this person's contact of an invitation by its id, such as one that came back from a
   * browser; somebody else's is as unknown as none, and trouble of the ledger is told apart from both.
   */
  public ContactRecorder.Lookup find(String respondent, UUID invitation) {
    return contacts.find(key(respondent), invitation);
  }

  /**
   * Returns the current version of every survey that answers may be kept of, by key: those of this
   * application and the {@linkplain Builder#registry registered} ones of others, as of at most 5 s ago.
   */
  public List<Survey> surveys() {
    return surveys.get().current();
  }

  /** Returns the current version of every survey of this application, by key; no other one is asked. */
  public List<Survey> ownSurveys() {
    return surveys.own().current();
  }

  /** Returns what applies to every survey beside its own rules. */
  public Policy policy() {
    return policy;
  }

  /** Returns the themes that comments are tagged with, as far as the tagger can tell. */
  public List<Theme> themes() {
    return List.copyOf(tagger.get().themes());
  }

  /**
   * Returns the survey of an invitation, in the version that was current then; a registered one of
   * another application as of at most 5 s ago.
   */
  public Optional<Survey> survey(Invitation invitation) {
    String key = invitation.survey();
    int version = invitation.surveyVersion();
    Survey own = surveys.own().find(key, version);
    return Optional.ofNullable(own == null ? surveys.get().find(key, version) : own);
  }

  /** Records that the question was on the respondent's screen. */
  public Recorded shown(Invitation invitation) {
    return contacts.shown(invitation);
  }

  /** Records that the respondent turned the question away. */
  public Recorded dismiss(Invitation invitation, Dismissal how) {
    return contacts.dismiss(invitation, how);
  }

  /**
   * Checks, redacts, tags and keeps a response.
   *
   * <p>Returns a receipt once it is kept, or all violations. Sending the same response again changes
   * nothing and gives a receipt again.
   */
  public Submission submit(Response response) {
    return intake.submit(response);
  }

  /**
   * Voids the person's open invitations about a subject, such as a ticket that was opened again.
   *
   * @param event what happened, such as {@code ticket.reopened}
   * @param subject the id of the subject
   * @param respondent the application's own id of the person
   */
  public Recorded cancel(String event, String subject, String respondent) {
    Touchpoint cancelled = Touchpoint.of(event, respondent).subject(subject);
    return contacts.cancel(key(cancelled.respondent()), subject);
  }

  /** Evaluates every gate of every survey for this touchpoint without reserving anything. */
  public Explanation explain(Touchpoint touchpoint) {
    return engine.explain(touchpoint, key(touchpoint.respondent()));
  }

  /**
   * Returns when the contact rules let a survey ask this person again, which is now if they do
   * already; empty after an opt-out.
   *
   * @throws IllegalArgumentException if there is no such survey
   */
  public Optional<Instant> nextEligibleAt(String respondent, String survey) {
    return Optional.ofNullable(engine.nextEligibleAt(key(respondent), requireOwn(survey)));
  }

  /** Records that this person is not to be asked by any survey. */
  public Recorded optOut(String respondent) {
    return contacts.optOut(key(respondent));
  }

  /** Revokes an opt-out. */
  public Recorded optIn(String respondent) {
    return contacts.optIn(key(respondent));
  }

  /**
   * Returns what is kept of a person, for that person to see; blocks for as long as the stores do.
   *
   * @throws RuntimeException whatever a store throws if it cannot be reached; call again then
   */
  public Traces traces(String respondent) {
    RespondentKey key = key(respondent);
    OptionalInt responses = sink instanceof ResponseStore store
        ? OptionalInt.of(store.count(key))
        : OptionalInt.empty();
    return new Traces(ledger.load(key).history(), responses);
  }

  /**
   * Removes every answer and every contact of a person, their opt-out included: from then on they may
   * be asked again, which the person should be told. Answers to anonymous surveys stay, because nobody
   * can tell whose they are; {@code Receipt.anonymous()} says so when they are given.
   *
   * @return how many responses were removed
   * @throws RuntimeException whatever a store throws if it cannot be reached; call again then
   */
  public int erase(String respondent) {
    RespondentKey key = key(respondent);
    int removed = sink.erase(key);
    ledger.erase(key);
    return removed;
  }

  /**
   * Makes a survey ask nobody until {@link #resume}, on every node that shares the ledger.
   *
   * @throws IllegalArgumentException if there is no such survey
   */
  public void pause(String survey) {
    ledger.setPaused(requireOwn(survey), true);
  }

  /**
   * Ends a {@link #pause}.
   *
   * @throws IllegalArgumentException if there is no such survey
   */
  public void resume(String survey) {
    ledger.setPaused(requireOwn(survey), false);
  }

  /**
   * Returns the score of a survey's rating, with its interval, or "not enough data".
   *
   * <p>Answers count by the time they were given, invitations by the time they were made. Answers to
   * older versions count if the metric of the question is the same.
   *
   * @throws IllegalArgumentException if there is no such survey, or the question is no rating
   * @throws IllegalStateException if responses go to a remote sink and there is no local store
   */
  public Score score(Query query) {
    return scoring.score(query);
  }

  /**
   * Returns the scores that may be shown to people: none of a group that is so small that an answer
   * could be read off it.
   *
   * @throws IllegalStateException if responses go to a remote sink and there is no local store
   */
  public Scoreboard scoreboard(SmallGroupGuard guard) {
    return new Scoreboard(scoring, new Discretion(guard, null));
  }

  /**
   * Returns the scores that may be shown to people, with new answers held back until enough of them are
   * there.
   *
   * @throws IllegalStateException if responses go to a remote sink and there is no local store
   */
  public Scoreboard scoreboard(SmallGroupGuard guard, BatchRelease batches) {
    return new Scoreboard(scoring, new Discretion(guard, batches));
  }

  /**
   * Returns what to do about the scores, as it may be shown to people.
   *
   * @param guard how many people must stand behind a figure
   * @throws IllegalStateException if responses only go to a remote sink
   */
  public Insights insights(SmallGroupGuard guard) {
    return new Insights(scoring, new Discretion(guard, null));
  }

  /**
   * Returns what to do about the scores, as it may be shown to people, with new answers held back until
   * enough of them are there.
   *
   * @throws IllegalStateException if responses only go to a remote sink
   */
  public Insights insights(SmallGroupGuard guard, BatchRelease batches) {
    return new Insights(scoring, new Discretion(guard, batches));
  }

  /**
   * Returns what looks after the tags of kept comments.
   *
   * @throws IllegalStateException if responses only go to a remote sink
   */
  public Tags tags() {
    if (tags == null) {
      throw new IllegalStateException(
          "tags are where responses are kept: give the builder .store(…) in the place of .sink(…), or tag at the collector");
    }
    return tags;
  }

  /**
   * Gives leased units back, and closes sink, counters and ledger if they can be closed; every call
   * after that may fail.
   */
  @Override
  public void close() {
    engine.close();
    try {
      close(sink);
    } finally {
      try {
        close(counters);
      } finally {
        close(ledger);
      }
    }
  }

  private static void close(Object part) {
    if (part instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        throw new IllegalStateException("closing " + part.getClass().getName() + " failed", e);
      }
    }
  }

  /** Returns the key of a survey that is asked here. */
  private String requireOwn(String survey) {
    return Scoring.requireSurvey(surveys.own(), survey).key();
  }

  private RespondentKey key(String respondent) {
    return pseudonymizer.pseudonymize(respondent);
  }

  /** Puts a {@link Feedback} together; used once, by one thread. */
  public static final class Builder {

    private final List<Survey> surveys = new ArrayList<>();
    private boolean mayBeWithoutSurvey;
    private Policy policy = Policy.none();
    private @Nullable ContactLedger ledger;
    private SurveyCounters counters = new InMemorySurveyCounters();
    private @Nullable ResponseStore store;
    private @Nullable ResponseSink sink;
    private @Nullable SurveyRegistry registry;
    private @Nullable Pseudonymizer pseudonymizer;
    private byte @Nullable [] pseudonymKey;
    private Anonymity anonymity = Anonymity.IDENTIFIED;
    private Redactor redactor = Redactor.standard();
    private KnownNames names = KnownNames.nobody();
    private @Nullable ThemeTagger tagger;
    private boolean polarityFromScore = true;
    private InstantSource time = InstantSource.system();
    private RandomGenerator random = new SecureRandom();

    private Builder() {}

    /** Adds a survey; older versions of a survey may stand beside the current one. */
    public Builder survey(Survey survey) {
      surveys.add(survey);
      return this;
    }

    /**
     * Adds surveys, such as those that {@code SurveyReader} read. None is fine here: an application
     * may be ready before its first survey is.
     */
    public Builder surveys(Collection<Survey> surveys) {
      this.surveys.addAll(surveys);
      this.mayBeWithoutSurvey = true;
      return this;
    }

    /** Sets the contact rules that apply to every survey; the default is none. */
    public Builder policy(ContactRules policy) {
      return policy(Policy.of(policy));
    }

    /** Sets what applies to every survey, such as what {@code PolicyReader} read. */
    public Builder policy(Policy policy) {
      this.policy = policy;
      return this;
    }

    /** Sets where contact histories live; the default is in memory, for this process only. */
    public Builder ledger(ContactLedger ledger) {
      this.ledger = ledger;
      return this;
    }

    /**
     * Sets where quotas and pacing are counted; the default is in memory, for this process only. Nodes
     * that share a ledger share the counters too.
     */
    public Builder counters(SurveyCounters counters) {
      this.counters = counters;
      return this;
    }

    /** Sets where responses are kept; the default is in memory, for this process only. */
    public Builder store(ResponseStore store) {
      this.store = store;
      return this;
    }

    /** Sets where responses are sent, in the place of a local store. */
    public Builder sink(ResponseSink sink) {
      this.sink = sink;
      return this;
    }

    /**
     * Sets where surveys of other applications are registered whose answers are kept here as well; the
     * default is nowhere. Scores, insights, tags and {@link Feedback#surveys} know them within 5 s; they
     * are never asked here, and where both have a survey the one of this application counts.
     */
    public Builder registry(SurveyRegistry registry) {
      this.registry = registry;
      return this;
    }

    /**
     * Sets the secret key of the pseudonyms, at least 16 bytes; the default is a random one that is
     * kept in the ledger. Applications that share contact limits share it.
     */
    public Builder pseudonymKey(byte[] key) {
      this.pseudonymKey = key.clone();
      return this;
    }

    /** Sets how raw respondent ids become keys, in the place of a {@link #pseudonymKey}. */
    public Builder pseudonymizer(Pseudonymizer pseudonymizer) {
      this.pseudonymizer = pseudonymizer;
      return this;
    }

    /**
     * Sets how little answers may tell about who gave them, whatever their survey says; of the two the
     * stricter wins. The default leaves it to the surveys.
     */
    public Builder anonymity(Anonymity anonymity) {
      this.anonymity = anonymity;
      return this;
    }

    /**
     * Sets what is taken out of texts before they are kept; the default is {@link Redactor#standard()}.
     */
    public Builder redactor(Redactor redactor) {
      this.redactor = redactor;
      return this;
    }

    /**
     * Sets who knows the names that are taken out of texts as well; the default knows nobody. Names that
     * go with one response can be given {@linkplain Response#names with it}.
     */
    public Builder names(KnownNames names) {
      this.names = names;
      return this;
    }

    /**
     * Sets what finds the themes of texts; the default is {@link ThemePacks#itServiceTagger()}, whose pack is
     * read and compiled when a text first needs it.
     */
    public Builder tagger(ThemeTagger tagger) {
      this.tagger = tagger;
      return this;
    }

    /**
     * Sets whether a survey's first rating says how themes are spoken of that the comment beside it only
     * names: well with one of the best, badly with one of the worst. The default is that it does.
     */
    public Builder polarityFromScore(boolean polarityFromScore) {
      this.polarityFromScore = polarityFromScore;
      return this;
    }

    /** Sets the clock; the default is the system's. */
    public Builder time(InstantSource time) {
      this.time = time;
      return this;
    }

    /** Sets what makes invitation ids; the default is a {@link SecureRandom}. */
    public Builder random(RandomGenerator random) {
      this.random = random;
      return this;
    }

    /**
     * Returns a new {@link Feedback}.
     *
     * @throws IllegalStateException that lists everything that is wrong with the parts
     */
    public Feedback build() {
      List<String> wrong = new ArrayList<>();
      SurveyCatalog catalog = SurveyCatalog.of(List.of());
      if (surveys.isEmpty() && !mayBeWithoutSurvey) {
        wrong.add(
            "there is no survey: add .survey(Surveys.csat(\"ticket-csat\").on(\"ticket.closed\"))");
      }
      List<Survey> catalogued = surveys.stream()
          .map(each ->
              anonymity.compareTo(each.anonymity()) > 0 ? each.withAnonymity(anonymity) : each)
          .toList();
      try {
        catalog = SurveyCatalog.of(catalogued);
      } catch (IllegalArgumentException e) {
        wrong.add(String.valueOf(e.getMessage()));
      }
      if (sink != null) {
        catalogued.stream()
            .filter(each -> each.anonymity() == Anonymity.ANONYMOUS)
            .map(Survey::key)
            .distinct()
            .forEach(
                each -> wrong.add(
                    "survey '%s': anonymous answers need a store that can be asked for the last revision, and this is a sink; "
                            .formatted(each)
                        + "give .store(…), or write anonymity: pseudonymous and say so to your people"));
      }
      if (store != null && sink != null) {
        wrong.add(
            "there is a store and a sink: responses are kept here or sent on, give one of them");
      }
      if (pseudonymizer != null && pseudonymKey != null) {
        wrong.add("there is a pseudonymizer and a pseudonym key: give one of them");
      }
      if (pseudonymKey != null && pseudonymKey.length < 16) {
        wrong.add("pseudonymKey must have at least 16 bytes, but has " + pseudonymKey.length);
      }
      if (!wrong.isEmpty()) {
        throw new IllegalStateException("feedback cannot be built: " + String.join("; ", wrong));
      }
      ContactLedger usedLedger = ledger == null
          ? new InMemoryLedger(InMemoryLedger.DEFAULT_MAX_RESPONDENTS, time)
          : ledger;
      ResponseSink usedSink =
          sink != null ? sink : store != null ? store : new InMemoryResponseStore();
      return new Feedback(catalog, usedLedger, usedSink, pseudonymizer(usedLedger), this);
    }

    private Pseudonymizer pseudonymizer(ContactLedger ledger) {
      if (pseudonymizer != null) {
        return pseudonymizer;
      }
      if (pseudonymKey != null) {
        return Pseudonymizer.hmacSha256(pseudonymKey);
      }
      byte[] proposed = new byte[32];
      new SecureRandom().nextBytes(proposed);
      return Pseudonymizer.hmacSha256(ledger.secretKey(proposed));
    }
  }
}
