package io.github.feedback4j.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked, of whom, when, and how often.
 *
 * <p>Immutable; every {@code with…} and {@code on} returns a changed copy. Start from {@link
 * Surveys} or from {@link #of}, or read a file with {@link SurveyReader}.
 *
 * <p>Defaults: version 1, active, English, no trigger, everybody, no rules of its own, priority 0,
 * an invitation expires after {@linkplain #DEFAULT_EXPIRES_AFTER 14 days}, an answer can be changed
 * for {@linkplain #DEFAULT_EDITABLE_FOR 12 hours}, answers are pseudonymous, and a text that is missing
 * in a language is shown in the default one.
 *
 * @since 0.1
 */
public final class Survey {

  /** How long an invitation can be answered unless said otherwise. */
  public static final Duration DEFAULT_EXPIRES_AFTER = Duration.ofDays(14);

  /** How long a complete answer can be changed unless said otherwise. */
  public static final Duration DEFAULT_EDITABLE_FOR = Duration.ofHours(12);

  /** The greatest number of questions. */
  public static final int MAX_QUESTIONS = 50;

  /** The greatest number of triggers. */
  public static final int MAX_TRIGGERS = 50;

  /** The greatest number of groups. */
  public static final int MAX_GROUPS = 20;

  private static final Duration LONGEST = Duration.ofDays(365);

  /** The longest time for which an answer may be changed. */
  public static final Duration LONGEST_EDITABLE = LONGEST;

  private final Parts parts;
  private final Set<String> questionAttributes;

  private Survey(Parts parts) {
    this.parts = parts;
    check();
    this.questionAttributes = SurveyFlow.attributesOf(parts.questions);
  }

  /**
   * Returns an active survey with one or more questions.
   *
   * @throws IllegalArgumentException if the key has other characters than letters, digits, dot, dash
   *     and underscore, two questions share an id, or a text lacks its English version
   */
  public static Survey of(String key, Question... questions) {
    Parts parts = new Parts(key);
    parts.questions = List.of(questions);
    return new Survey(parts);
  }

  /** Returns a survey whose parts {@code fill} sets, checked once at the end. */
  static Survey build(String key, Consumer<Parts> fill) {
    Parts parts = new Parts(key);
    fill.accept(parts);
    return new Survey(parts);
  }

  /** Returns the name of the survey, unique in an application. */
  public String key() {
    return parts.key;
  }

  /** Returns the version of the definition, at least 1. */
  public int version() {
    return parts.version;
  }

  /** Returns where the survey is in its life. */
  public SurveyStatus status() {
    return parts.status;
  }

  /** Returns the instant from which the survey asks, or null for always. */
  public @Nullable Instant from() {
    return parts.from;
  }

  /** Returns the instant at which the survey stops to ask, or null for never. */
  public @Nullable Instant until() {
    return parts.until;
  }

  /** Returns the heading over the questions, or null if there is none. */
  public @Nullable LocalizedText title() {
    return parts.title;
  }

  /** Returns the language in which every text is given. */
  public Locale defaultLocale() {
    return parts.defaultLocale;
  }

  /** Returns the questions in order, at least one. */
  public List<Question> questions() {
    return parts.questions;
  }

  /** Returns the events that make this survey a candidate; any one is enough. */
  public List<Trigger> triggers() {
    return parts.triggers;
  }

  /** Returns what must hold of the touchpoint for its respondent to be asked, or null for nothing. */
  public @Nullable Condition audience() {
    return parts.audience;
  }

  /** Returns the share of the audience that is asked. */
  public Sampling sampling() {
    return parts.sampling;
  }

  /** Returns the survey's own contact rules, which add to the platform's policy. */
  public ContactRules contactRules() {
    return parts.contactRules;
  }

  /** Returns the groups of surveys to which this one belongs, in alphabetical order. */
  public List<String> groups() {
    return parts.groups;
  }

  /** Returns what makes a touchpoint not worth a question; everything there is unless set. */
  public Set<Exclusion> exclusions() {
    return parts.exclusions;
  }

  /** Returns how often one person meets this survey. */
  public Display display() {
    return parts.display;
  }

  /** Returns how many answers are wanted at most, or null for any number. */
  public @Nullable Quota quota() {
    return parts.quota;
  }

  /** Returns how many answers are wanted per period, evenly over its days, or null for no pacing. */
  public @Nullable Pacing pacing() {
    return parts.pacing;
  }

  /** Returns the rank among surveys that could ask at the same moment; the higher one asks. */
  public int priority() {
    return parts.priority;
  }

  /** Returns how long an invitation can be answered. */
  public Duration expiresAfter() {
    return parts.expiresAfter;
  }

  /** Returns how long after the first complete answer it can be changed. */
  public Duration editableFor() {
    return parts.editableFor;
  }

  /** Returns whether people can open this survey themselves, whatever triggers and rules say. */
  public boolean isOnDemand() {
    return parts.onDemand;
  }

  /** Returns how much an answer may tell about who gave it. */
  public Anonymity anonymity() {
    return parts.anonymity;
  }

  /** Returns what happens where a text is missing in the respondent's language. */
  public MissingLocale missingLocale() {
    return parts.missingLocale;
  }

  /**
   * Returns whether every text is there for {@code locale}, or for a less specific form of it, without
   * falling back to the default language.
   */
  public boolean covers(Locale locale) {
    return TextPlace.of(this).stream().allMatch(each -> each.text().covers(locale));
  }

  /**
   * Returns those of a touchpoint's attributes that the conditions of questions look at; an invitation
   * keeps them until its answer comes.
   */
  public Attributes frozen(Attributes attributes) {
    return attributes.only(questionAttributes);
  }

  /** Returns the question of this id, or null if there is none. */
  public @Nullable Question question(String id) {
    for (Question each : parts.questions) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    return null;
  }

  /** Returns the first rating, which carries the headline score, or null if there is none. */
  public Question.@Nullable Rating firstRating() {
    for (Question each : parts.questions) {
      if (each instanceof Question.Rating rating) {
        return rating;
      }
    }
    return null;
  }

  /** Returns this survey with one more trigger: every event of this name. */
  public Survey on(String event) {
    return on(Trigger.on(event));
  }

  /** Returns this survey with one more trigger. */
  public Survey on(Trigger trigger) {
    List<Trigger> more = new ArrayList<>(parts.triggers);
    more.add(trigger);
    return change(p -> p.triggers = List.copyOf(more));
  }

  /** Returns this survey with one more question at the end. */
  public Survey ask(Question question) {
    List<Question> more = new ArrayList<>(parts.questions);
    more.add(question);
    return change(p -> p.questions = List.copyOf(more));
  }

  /** Returns this survey as another version. */
  public Survey withVersion(int version) {
    return change(p -> p.version = version);
  }

  /** Returns this survey in another status. */
  public Survey withStatus(SurveyStatus status) {
    return change(p -> p.status = status);
  }

  /** Returns this survey with a window in which it asks; null leaves a side open. */
  public Survey withWindow(@Nullable Instant from, @Nullable Instant until) {
    return change(p -> {
      p.from = from;
      p.until = until;
    });
  }

  /** Returns this survey with a heading. */
  public Survey withTitle(LocalizedText title) {
    return change(p -> p.title = title);
  }

  /** Returns this survey with another default language, in which every text must be given. */
  public Survey withDefaultLocale(Locale defaultLocale) {
    // A locale that BCP-47 cannot tell, such as no_NO_NY, would come back from a file as another
    // one.
    Locale canonical = Locale.forLanguageTag(defaultLocale.toLanguageTag());
    return change(p -> p.defaultLocale = canonical);
  }

  /** Returns this survey for touchpoints that satisfy {@code audience} only. */
  public Survey withAudience(Condition audience) {
    return change(p -> p.audience = audience);
  }

  /** Returns this survey for a share of its audience. */
  public Survey withSampling(Sampling sampling) {
    return change(p -> p.sampling = sampling);
  }

  /** Returns this survey with contact rules of its own. */
  public Survey withContactRules(ContactRules contactRules) {
    return change(p -> p.contactRules = contactRules);
  }

  /** Returns this survey as one of these groups, whose contacts a rule may take together. */
  public Survey withGroups(String... groups) {
    List<String> sorted = Arrays.stream(groups).distinct().sorted().toList();
    return change(p -> p.groups = sorted);
  }

  /** Returns this survey for touchpoints but those to which one of {@code exclusions} applies. */
  public Survey withExclusions(Set<Exclusion> exclusions) {
    Set<Exclusion> copy = exclusions(exclusions);
    return change(p -> p.exclusions = copy);
  }

  /** Returns a copy in the order of the constants. */
  static Set<Exclusion> exclusions(Set<Exclusion> exclusions) {
    return exclusions.isEmpty()
        ? Set.of()
        : Collections.unmodifiableSet(EnumSet.copyOf(exclusions));
  }

  /** Returns this survey for another number of times that one person meets it. */
  public Survey withDisplay(Display display) {
    return change(p -> p.display = display);
  }

  /** Returns this survey for at most so many answers. */
  public Survey withQuota(Quota quota) {
    return change(p -> p.quota = quota);
  }

  /** Returns this survey for so many answers per period, evenly over its days. */
  public Survey withPacing(Pacing pacing) {
    return change(p -> p.pacing = pacing);
  }

  /** Returns this survey with another rank, −1000 to 1000. */
  public Survey withPriority(int priority) {
    return change(p -> p.priority = priority);
  }

  /** Returns this survey with another life of its invitations, more than zero up to 365 days. */
  public Survey withExpiresAfter(Duration expiresAfter) {
    return change(p -> p.expiresAfter = expiresAfter);
  }

  /** Returns this survey with another time for changing an answer, zero up to 365 days. */
  public Survey withEditableFor(Duration editableFor) {
    return change(p -> p.editableFor = editableFor);
  }

  /** Returns this survey as one that people can open themselves, or cannot. */
  public Survey withOnDemand(boolean onDemand) {
    return change(p -> p.onDemand = onDemand);
  }

  /** Returns this survey with answers that tell more or less about who gave them. */
  public Survey withAnonymity(Anonymity anonymity) {
    return change(p -> p.anonymity = anonymity);
  }

  /** Returns this survey with another way to treat a language in which texts are missing. */
  public Survey withMissingLocale(MissingLocale missingLocale) {
    return change(p -> p.missingLocale = missingLocale);
  }

  private Survey change(Consumer<Parts> change) {
    Parts copy = new Parts(parts);
    change.accept(copy);
    return new Survey(copy);
  }

  private void check() {
    Ids.requireName("survey key", parts.key);
    require(parts.version >= 1, "version must be at least 1, but was " + parts.version);
    require(
        parts.priority >= -1000 && parts.priority <= 1000,
        "priority must be between -1000 and 1000, but was " + parts.priority);
    require(
        !parts.expiresAfter.isNegative()
            && !parts.expiresAfter.isZero()
            && parts.expiresAfter.compareTo(LONGEST) <= 0,
        "expiresAfter must be more than zero and at most 365 days, but was " + parts.expiresAfter);
    require(
        !parts.editableFor.isNegative() && parts.editableFor.compareTo(LONGEST) <= 0,
        "editableFor must be between zero and 365 days, but was " + parts.editableFor);
    Instant from = parts.from;
    Instant until = parts.until;
    require(
        from == null || until == null || from.isBefore(until),
        "until (" + until + ") must be after from (" + from + ")");
    require(
        !parts.questions.isEmpty() && parts.questions.size() <= MAX_QUESTIONS,
        "a survey must have 1 to %d questions, but has %d"
            .formatted(MAX_QUESTIONS, parts.questions.size()));
    require(
        parts.triggers.size() <= MAX_TRIGGERS,
        "a survey must have at most %d triggers, but has %d"
            .formatted(MAX_TRIGGERS, parts.triggers.size()));
    require(
        parts.groups.size() <= MAX_GROUPS,
        "a survey must belong to at most %d groups, but belongs to %d"
            .formatted(MAX_GROUPS, parts.groups.size()));
    parts.groups.forEach(each -> Ids.requireName("group", each));
    Set<String> ids = new HashSet<>();
    for (Question each : parts.questions) {
      require(ids.add(each.id()), "two questions have the id '" + each.id() + "'");
      require(
          !each.id().equals(Jump.END),
          "no question may have the id 'end', which means the end of the survey after 'next'");
    }
    for (TextPlace each : TextPlace.of(this)) {
      require(
          each.text().covers(parts.defaultLocale),
          each.name() + " " + missingDefault(each.text(), parts.defaultLocale));
    }
  }

  /** Returns what to say about a text that lacks the default language. */
  static String missingDefault(LocalizedText text, Locale defaultLocale) {
    return "must have a text in the default language '%s', but has %s"
        .formatted(defaultLocale.toLanguageTag(), text.texts().keySet());
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("survey '" + parts.key + "': " + otherwise);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Survey that && parts.asList().equals(that.parts.asList());
  }

  @Override
  public int hashCode() {
    return Objects.hash(parts.key, parts.version);
  }

  @Override
  public String toString() {
    return parts.key + " v" + parts.version;
  }

  /** The parts of a survey while it is being put together; never shared afterwards. */
  static final class Parts {
    final String key;
    int version = 1;
    SurveyStatus status = SurveyStatus.ACTIVE;

    @Nullable
    Instant from;

    @Nullable
    Instant until;

    @Nullable
    LocalizedText title;

    Locale defaultLocale = Locale.ENGLISH;
    List<Question> questions = List.of();
    List<Trigger> triggers = List.of();

    @Nullable
    Condition audience;

    Sampling sampling = Sampling.everybody();
    ContactRules contactRules = ContactRules.none();
    List<String> groups = List.of();
    Set<Exclusion> exclusions = exclusions(EnumSet.allOf(Exclusion.class));
    Display display = Display.always();

    @Nullable
    Quota quota;

    @Nullable
    Pacing pacing;

    int priority;
    Duration expiresAfter = DEFAULT_EXPIRES_AFTER;
    Duration editableFor = DEFAULT_EDITABLE_FOR;
    Anonymity anonymity = Anonymity.PSEUDONYMOUS;
    boolean onDemand;
    MissingLocale missingLocale = MissingLocale.FALLBACK;

    Parts(String key) {
      this.key = key;
    }

    Parts(Parts other) {
      this(other.key);
      version = other.version;
      status = other.status;
      from = other.from;
      until = other.until;
      title = other.title;
      defaultLocale = other.defaultLocale;
      questions = other.questions;
      triggers = other.triggers;
      audience = other.audience;
      sampling = other.sampling;
      contactRules = other.contactRules;
      groups = other.groups;
      exclusions = other.exclusions;
      display = other.display;
      quota = other.quota;
      pacing = other.pacing;
      priority = other.priority;
      expiresAfter = other.expiresAfter;
      editableFor = other.editableFor;
      anonymity = other.anonymity;
      onDemand = other.onDemand;
      missingLocale = other.missingLocale;
    }

    List<@Nullable Object> asList() {
      List<@Nullable Object> list = new ArrayList<>();
      list.add(key);
      list.add(version);
      list.add(status);
      list.add(from);
      list.add(until);
      list.add(title);
      list.add(defaultLocale);
      list.add(questions);
      list.add(triggers);
      list.add(audience);
      list.add(sampling);
      list.add(contactRules);
      list.add(groups);
      list.add(exclusions);
      list.add(display);
      list.add(quota);
      list.add(pacing);
      list.add(priority);
      list.add(expiresAfter);
      list.add(editableFor);
      list.add(anonymity);
      list.add(onDemand);
      list.add(missingLocale);
      return list;
    }
  }
}
