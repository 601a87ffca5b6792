package io.github.feedback4j.survey;

import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules.Boundary;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Surveys of every shape that Java code can build and a catalogue takes. */
public final class SurveyArbitraries {

  static final List<String> TAGS =
      List.of("en", "fr", "fr-CA", "no", "zh-Hant-TW", "sr-Latn", "de-CH-1901", "en-u-ca-gregory");

  private SurveyArbitraries() {}

  /** Returns surveys with every type of question. */
  @SuppressWarnings("exports")
  public static Arbitrary<Survey> surveys() {
    return Arbitraries.of(TAGS).flatMap(SurveyArbitraries::surveysIn);
  }

  private static Arbitrary<Survey> surveysIn(String tag) {
    Arbitrary<Survey> asking = Combinators.combine(
            names(),
            QuestionArbitraries.questions(tag),
            Arbitraries.of(Anonymity.class),
            Arbitraries.of(MissingLocale.class),
            Arbitraries.of(true, false))
        .as((key, questions, anonymity, missing, onDemand) -> Survey.build(key, parts -> {
          parts.defaultLocale = Locale.forLanguageTag(tag);
          parts.questions = questions;
          parts.anonymity = anonymity;
          parts.onDemand = onDemand;
          parts.missingLocale = missing;
        }));
    Arbitrary<Survey> inLife = Combinators.combine(
            asking,
            Arbitraries.integers().greaterOrEqual(1),
            Arbitraries.of(SurveyStatus.class),
            instants().list().uniqueElements().ofMaxSize(2),
            Arbitraries.integers().between(-1000, 1000),
            durations(Duration.ofNanos(1), Duration.ofDays(365)),
            durations(Duration.ZERO, Duration.ofDays(365)),
            texts(tag).injectNull(0.2))
        .as((survey, version, status, window, priority, expires, editable, title) -> {
          Survey changed = windowed(survey, window)
              .withVersion(version)
              .withStatus(status)
              .withPriority(priority)
              .withExpiresAfter(expires)
              .withEditableFor(editable);
          return title == null ? changed : changed.withTitle(title);
        });
    return Combinators.combine(
            inLife,
            triggers().list().ofMaxSize(3),
            ConditionArbitraries.conditions().injectNull(0.3),
            samplings(),
            contactRules(),
            quotas().injectNull(0.5),
            pacings().injectNull(0.5))
        .as((survey, triggers, audience, sampling, rules, quota, pacing) -> {
          Survey changed = survey.withSampling(sampling).withContactRules(rules);
          changed = quota == null ? changed : changed.withQuota(quota);
          changed = pacing == null ? changed : changed.withPacing(pacing);
          for (Trigger each : triggers) {
            changed = changed.on(each);
          }
          return audience == null ? changed : changed.withAudience(audience);
        })
        .flatMap(SurveyArbitraries::inReach);
  }

  private static Arbitrary<Survey> inReach(Survey survey) {
    Arbitrary<Display> displays = Arbitraries.oneOf(
        Arbitraries.just(Display.always()),
        Arbitraries.integers().between(1, 1_000).map(Display::atMost),
        Arbitraries.integers().between(1, 1_000).map(Display::untilAnswered),
        Combinators.combine(
                periods()
                    .filter(each -> each.months() <= Display.Every.MAX_MONTHS
                        && each.days() <= Display.Every.MAX_DAYS),
                zones())
            .as(Display.Every::new));
    return Combinators.combine(
            names().list().ofMaxSize(3), Arbitraries.of(Exclusion.class).set(), displays)
        .as((groups, exclusions, display) -> survey
            .withGroups(groups.toArray(String[]::new))
            .withExclusions(exclusions)
            .withDisplay(display));
  }

  private static Survey windowed(Survey survey, List<Instant> instants) {
    List<Instant> window = new ArrayList<>(new TreeSet<>(instants));
    return switch (window.size()) {
      case 0 -> survey;
      case 1 ->
        window.get(0).getEpochSecond() % 2 == 0
            ? survey.withWindow(window.get(0), null)
            : survey.withWindow(null, window.get(0));
      default -> survey.withWindow(window.get(0), window.get(1));
    };
  }

  /** Survey keys, events, attributes, salts. */
  static Arbitrary<String> names() {
    return Combinators.combine(
            Arbitraries.chars().alpha().numeric(),
            Arbitraries.strings().alpha().numeric().withChars("._-").ofMaxLength(12))
        .as((first, rest) -> first + rest);
  }

  static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
            Arbitraries.longs().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  static Arbitrary<Duration> durations(Duration least, Duration most) {
    Arbitrary<Duration> odd = Combinators.combine(
            Arbitraries.longs().between(0, most.toSeconds()),
            Arbitraries.longs().between(0, 999_999_999))
        .as(Duration::ofSeconds);
    Arbitrary<Duration> round =
        Arbitraries.longs().between(0, most.toHours()).map(Duration::ofHours);
    return Arbitraries.oneOf(odd, round)
        .map(each -> each.compareTo(least) < 0 ? least : each)
        .map(each -> each.compareTo(most) > 0 ? most : each);
  }

  private static Arbitrary<Trigger> triggers() {
    return Combinators.combine(names(), ConditionArbitraries.conditions().injectNull(0.5))
        .as(Trigger::new);
  }

  private static Arbitrary<Sampling> samplings() {
    Arbitrary<Double> rates = Arbitraries.oneOf(
        Arbitraries.doubles().between(0, 1).ofScale(17),
        Arbitraries.of(0.0, 1e-9, 0.1, 1.0 / 3, Double.MIN_VALUE, Math.nextDown(1.0), 1.0));
    Arbitrary<Sampling> plain = Arbitraries.oneOf(
        rates.map(Sampling::people),
        rates.map(Sampling::touchpoints),
        Combinators.combine(
                Arbitraries.integers().between(1, Sampling.Rotating.MAX_PANELS),
                periods(),
                zones(),
                rates)
            .as((panels, period, zone, rate) ->
                Sampling.rotating(panels, period).withZone(zone).withRate(rate)),
        Combinators.combine(
                Combinators.combine(ConditionArbitraries.conditions(), rates)
                    .as(Sampling.Segment::new)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(3),
                rates)
            .as((segments, otherwise) -> new Sampling.Segments(segments, otherwise, null)),
        Combinators.combine(
                rates,
                Arbitraries.integers().between(1, Sampling.Coverage.MAX_PER_GROUP),
                periods(),
                Arbitraries.of(Sampling.Coverage.GROUPS),
                zones())
            .as((rate, least, period, group, zone) ->
                Sampling.coverage(rate, least, period).withGroup(group).withZone(zone)));
    Arbitrary<Sampling> salted = Combinators.combine(plain, names()).as(Sampling::withSalt);
    Arbitrary<Sampling> layers = Combinators.combine(
            names(), rates, Arbitraries.integers().between(0, 100))
        .as((name, from, hundredths) -> Sampling.layer(
            name,
            from,
            Math.min(hundredths / 100.0, Math.max(0, Math.floor((1 - from) * 100) / 100))));
    return Arbitraries.oneOf(plain, salted, layers);
  }

  static Arbitrary<CalendarPeriod> periods() {
    return Arbitraries.oneOf(
        Arbitraries.of(1, 3, 6, 12).map(CalendarPeriod::ofMonths),
        Arbitraries.of(1, 7, 14).map(CalendarPeriod::ofDays),
        Arbitraries.integers().between(1, CalendarPeriod.MAX_MONTHS).map(CalendarPeriod::ofMonths),
        Arbitraries.integers().between(1, CalendarPeriod.MAX_DAYS).map(CalendarPeriod::ofDays));
  }

  private static Arbitrary<ContactScope> scopes() {
    return Arbitraries.oneOf(
        Arbitraries.of(ContactScope.THIS_SURVEY, ContactScope.ANY_SURVEY),
        names().map(ContactScope::group));
  }

  private static Arbitrary<Exemption> exemptions() {
    return Arbitraries.oneOf(
        Arbitraries.of(Exemption.newcomerGrace(), Exemption.budget()),
        scopes().map(Exemption::limits),
        Combinators.combine(scopes(), Arbitraries.of(Since.class)).as(Exemption::of));
  }

  private static Arbitrary<ContactRules> contactRules() {
    return Arbitraries.of(true, false).flatMap(SurveyArbitraries::contactRules);
  }

  private static Arbitrary<ContactRules> contactRules(boolean calendar) {
    Arbitrary<Duration> lengths = calendar
        ? Arbitraries.integers().between(1, 730).map(Duration::ofDays)
        : durations(Duration.ofNanos(1), Duration.ofDays(730));
    Arbitrary<ContactLimit> limits = Combinators.combine(
            scopes(), Arbitraries.integers().between(1, ContactLimit.MAX_TIMES), lengths)
        .as(ContactLimit::new);
    Arbitrary<ContactRules> gaps = gaps(lengths);
    return Combinators.combine(
            gaps,
            limits.list().ofMaxSize(3),
            lengths.injectNull(0.5),
            exemptions().list().ofMaxSize(3),
            Arbitraries.of(true, false),
            zones())
        .as((rules, more, grace, exempt, defers, zone) -> {
          ContactRules all = rules.exempt(exempt.toArray(Exemption[]::new));
          for (ContactLimit each : more) {
            all = all.with(each);
          }
          all = grace == null ? all : all.withNewcomerGrace(grace);
          all = defers ? all.deferUntilEligible() : all;
          return calendar ? all.withCalendarDays(zone) : all;
        });
  }

  private static Arbitrary<ContactRules> gaps(Arbitrary<Duration> lengths) {
    Arbitrary<ContactRule> rules =
        Combinators.combine(scopes(), Arbitraries.of(Since.class), lengths).as(ContactRule::new);
    return Combinators.combine(
            rules.list().ofMaxSize(5),
            Arbitraries.of(Boundary.class),
            durations(Duration.ofNanos(1), Duration.ofDays(365)),
            Arbitraries.integers().between(0, 10))
        .as((cells, boundary, snooze, atMost) -> {
          ContactRules all = ContactRules.none();
          for (ContactRule each : cells) {
            all = all.with(each);
          }
          return all.withBoundary(boundary).withSnooze(snooze, atMost);
        });
  }

  static Arbitrary<Quota> quotas() {
    return Combinators.combine(
            Arbitraries.integers().between(1, Quota.MAX_ANSWERS),
            Arbitraries.of(Per.class),
            zones())
        .as(Quota::new);
  }

  static Arbitrary<Pacing> pacings() {
    Arbitrary<LocalTime> times = Arbitraries.oneOf(
        Arbitraries.longs().between(0, 86_399_999_999_999L).map(LocalTime::ofNanoOfDay),
        Arbitraries.integers().between(0, 23).map(hour -> LocalTime.of(hour, 0)));
    return Combinators.combine(
            Arbitraries.integers().between(1, Quota.MAX_ANSWERS),
            Arbitraries.of(Per.DAY, Per.WEEK, Per.MONTH),
            zones(),
            times,
            times)
        .as((answers, per, zone, one, other) -> one.isBefore(other)
            ? new Pacing(answers, per, zone, one, other)
            : new Pacing(answers, per, zone, one, LocalTime.MIDNIGHT));
  }

  static Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC", "Z", "Europe/Paris", "Asia/Kathmandu", "GMT+2", "-03:30", "Pacific/Apia")
        .map(ZoneId::of);
  }

  static Arbitrary<MetricDefinition> metrics() {
    Arbitrary<MetricDefinition> wellKnown = Arbitraries.of(
        MetricDefinition.nps(),
        MetricDefinition.enps(),
        MetricDefinition.tnps(),
        MetricDefinition.ces(),
        MetricDefinition.cesMean(),
        MetricDefinition.ces1(),
        MetricDefinition.nsat(),
        MetricDefinition.stars(),
        MetricDefinition.stars(5),
        MetricDefinition.starsMean(),
        MetricDefinition.thumbs(),
        MetricDefinition.csat(2),
        MetricDefinition.csat(5),
        MetricDefinition.csat(10),
        MetricDefinition.csatMean(6),
        MetricDefinition.csatMean(11));
    Arbitrary<MetricDefinition> custom = Combinators.combine(
            Arbitraries.oneOf(names(), Arbitraries.of("csat", "nps", "ces", "stars", "thumbs")),
            Arbitraries.integers().greaterOrEqual(1),
            Arbitraries.integers().between(0, 10),
            Arbitraries.of(Direction.class),
            Arbitraries.integers().between(1, 1000),
            Arbitraries.integers().between(-100_000, 100_000),
            Arbitraries.integers().between(-1000, 999).list().ofMinSize(2).ofMaxSize(11))
        .as(SurveyArbitraries::metric);
    return Arbitraries.oneOf(wellKnown, custom);
  }

  /** Returns a metric with one point per class, of which the last scores more than the others. */
  private static MetricDefinition metric(
      String id,
      int version,
      int min,
      Direction better,
      int factor,
      int offset,
      List<Integer> scores) {
    int last = scores.size() - 1;
    List<ScoreClass> classes = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      int score = i == last ? 1000 : scores.get(i);
      classes.add(new ScoreClass("class-" + i, min + i, min + i, score));
    }
    return new MetricDefinition(
        id, version, Scale.of(min, min + last), better, factor, offset, classes);
  }

  /** Texts in up to three languages, one of which is {@code tag}. */
  static Arbitrary<LocalizedText> texts(String tag) {
    Arbitrary<String> written = TextArbitraries.texts().filter(each -> !each.isBlank());
    return Combinators.combine(
            written, Arbitraries.maps(Arbitraries.of(TAGS), written).ofMaxSize(2))
        .as((text, others) -> {
          Map<String, String> all = new LinkedHashMap<>(others);
          all.put(tag, text);
          return LocalizedText.of(all);
        });
  }
}
