package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private static final int COMMENTS = 500;
  private static final int TRIALS = 100;
  private static final int TOP = 10;

  /** What somebody who speaks of it may say, with the words that give it away. */
  private record Topic(Locale locale, Set<String> good, List<String> clauses) {

    Topic(Locale locale, Set<String> good, String... clauses) {
      this(locale, good, List.of(clauses));
    }
  }

  private static final List<Topic> TOPICS = List.of(
      new Topic(
          Locale.ENGLISH,
          Set.of("badge", "turnstile", "gate", "door"),
          "my badge opens no door since the change",
          "the turnstile refuses my badge",
          "stood in front of a closed gate with my new badge",
          "the door reader does not see the badge",
          "had to climb over the turnstile"),
      new Topic(
          Locale.ENGLISH,
          Set.of("docking", "dock", "monitor"),
          "the docking station loses both monitors",
          "my dock has to be plugged in twice",
          "second monitor stays black at the docking station",
          "new dock, old trouble",
          "the monitor flickers all morning"),
      new Topic(
          Locale.FRENCH,
          Set.of("badge", "portique", "tourniquet", "porte"),
          "mon badge n'ouvre aucune porte",
          "le portique refuse mon badge",
          "bloqué devant le tourniquet avec le nouveau badge",
          "le lecteur de la porte ne voit pas le badge",
          "il faut passer par-dessus le tourniquet"),
      new Topic(
          Locale.FRENCH,
          Set.of("facture", "paie", "bulletin", "salaire"),
          "mon bulletin de paie est introuvable",
          "la paie du mois est fausse",
          "impossible de télécharger le bulletin de salaire",
          "le salaire a été versé en retard, la paie ne répond pas",
          "aucun bulletin depuis mars"));

  @Test
  void aNewThemeOfFivePercentIsAmongTheFirstTen() {
    int found = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Topic topic = TOPICS.get(trial % TOPICS.size());
      Discovery discovery =
          ThemeTuner.of(TunedComments.PACK).discover(planted(topic, trial), middle(), TOP);
      found += discovery.themes().stream().anyMatch(each -> isGood(each, topic)) ? 1 : 0;
    }
    assertThat(found).as("of %d trials", TRIALS).isGreaterThanOrEqualTo(90);
  }

  @Test
  void withoutEarlierCommentsItIsFoundAmongThoseWithoutATheme() {
    int found = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Topic topic = TOPICS.get(trial % TOPICS.size());
      Discovery discovery =
          ThemeTuner.of(TunedComments.PACK).discover(planted(topic, trial), null, TOP);
      found += discovery.themes().stream().anyMatch(each -> isGood(each, topic)) ? 1 : 0;
    }
    assertThat(found).as("of %d trials", TRIALS).isGreaterThanOrEqualTo(80);
  }

  @Test
  void termsOfOneThemeStandTogetherWithExamples() {
    Topic topic = TOPICS.get(0);
    NewTheme theme = ThemeTuner.of(TunedComments.PACK)
        .discover(planted(topic, 1), middle(), TOP)
        .themes()
        .get(0);

    assertThat(theme.kind()).isEqualTo(NewTheme.Kind.NEW);
    assertThat(theme.terms().get(0).text()).contains("badge");
    assertThat(theme.terms()).hasSizeBetween(2, 5);
    assertThat(theme.peopleBefore()).isZero();
    assertThat(theme.people()).isLessThanOrEqualTo(theme.comments());
    assertThat(theme.examples()).hasSize(3).allMatch(each -> each.contains("badge"));
    assertThat(Rule.parse(theme.rule())).isNotNull();
    assertThat(theme.toString()).doesNotContain(theme.examples());
  }

  @Test
  void aKnownThemeThatMorePeopleSpeakOfGrows() {
    List<LabelledComment> comments = new ArrayList<>(new TunedComments(9).comments(COMMENTS));
    for (int i = 0; i < 30; i++) {
      comments.add(comment("the vpn token is refused", Locale.ENGLISH, i).withPerson("q" + i));
    }

    NewTheme first = ThemeTuner.of(TunedComments.PACK)
        .discover(comments, middle(), TOP)
        .themes()
        .get(0);

    assertThat(first.kind()).isEqualTo(NewTheme.Kind.GROWING);
    assertThat(first.themes()).containsExactly("network");
    assertThat(first.rule()).contains("token");
  }

  @Test
  void whatPeopleHaveAlwaysSaidIsNotNewAlthoughThePackDoesNotKnowIt() {
    List<LabelledComment> comments = new ArrayList<>(new TunedComments(9).comments(COMMENTS));
    for (int i = -30; i < 30; i++) {
      comments.add(comment("the aquarium leaks", Locale.ENGLISH, i).withPerson("q" + i));
    }

    ThemeTuner tuner = ThemeTuner.of(TunedComments.PACK);
    assertThat(tuner.discover(comments, middle(), 50).themes())
        .noneMatch(each -> each.rule().contains("aquarium"));
    assertThat(tuner.discover(comments, null, TOP).themes())
        .as("those without a theme among all comments")
        .anyMatch(each -> each.rule().contains("aquarium"));
  }

  @Test
  void whatPeopleSayFarMoreOftenThanBeforeIsNewAsWell() {
    List<LabelledComment> comments = new ArrayList<>(new TunedComments(9).comments(COMMENTS));
    for (int i = -3; i < 30; i++) {
      comments.add(comment("the aquarium leaks", Locale.ENGLISH, i).withPerson("q" + i));
    }

    NewTheme first = ThemeTuner.of(TunedComments.PACK)
        .discover(comments, middle(), TOP)
        .themes()
        .get(0);

    assertThat(first.kind()).isEqualTo(NewTheme.Kind.NEW);
    assertThat(first.rule()).contains("aquarium");
    assertThat(first.people()).isEqualTo(30);
    assertThat(first.peopleBefore()).isEqualTo(3);
  }

  @Test
  void aFewPeopleMakeNoThemeHoweverOften() {
    List<LabelledComment> comments = new ArrayList<>(new TunedComments(9).comments(COMMENTS));
    for (int i = 0; i < 50; i++) {
      comments.add(comment("the aquarium leaks", Locale.ENGLISH, i).withPerson("q" + i % 8));
    }

    ThemeTuner tuner = ThemeTuner.of(TunedComments.PACK);
    assertThat(tuner.withLeastPeople(9).discover(comments, middle(), 50).themes())
        .noneMatch(each -> each.rule().contains("aquarium"));
    assertThat(tuner.withLeastPeople(8).discover(comments, middle(), 50).themes())
        .anyMatch(each -> each.rule().contains("aquarium") && each.people() == 8);
  }

  @Test
  void emptyAnswersAreNoComments() {
    Discovery discovery = ThemeTuner.of(TunedComments.PACK)
        .discover(
            List.of(
                LabelledComment.of("RAS", Locale.FRENCH),
                LabelledComment.of("n/a", null),
                LabelledComment.of("the vpn", Locale.ENGLISH)),
            null,
            TOP);

    assertThat(discovery.recent()).isEqualTo(1);
    assertThat(discovery.untagged()).isZero();
    assertThat(discovery.themes()).isEmpty();
  }

  private static boolean isGood(NewTheme theme, Topic topic) {
    return theme.terms().stream()
        .flatMap(each -> Stream.concat(Stream.of(each.text()), each.spellings().stream()))
        .flatMap(each -> Stream.of(each.split(" ")))
        .anyMatch(each -> topic.good().stream().anyMatch(each::startsWith));
  }

  private static Instant middle() {
    return TunedComments.START.plus(COMMENTS / 2, ChronoUnit.HOURS);
  }

  /** Returns comments of which one in twenty, all recent, are about a topic. */
  private static List<LabelledComment> planted(Topic topic, long seed) {
    int share = COMMENTS / 20;
    Random random = new Random(seed);
    List<LabelledComment> comments =
        new ArrayList<>(new TunedComments(seed).comments(COMMENTS - share));
    Set<Integer> people = new TreeSet<>();
    while (people.size() < share) {
      people.add(random.nextInt(COMMENTS));
    }
    for (int each : people) {
      String clause = topic.clauses().get(random.nextInt(topic.clauses().size()));
      comments.add(comment(clause, topic.locale(), each % 200).withPerson("q" + each));
    }
    return comments;
  }

  private static LabelledComment comment(String text, Locale locale, int hours) {
    return LabelledComment.of(text, locale).withTime(middle().plus(hours, ChronoUnit.HOURS));
  }
}
