package io.github.feedback4j.survey;

import static io.github.feedback4j.survey.SurveyArbitraries.metrics;
import static io.github.feedback4j.survey.SurveyArbitraries.texts;

import io.github.feedback4j.survey.FactorsQuestion.Band;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.Question.Presentation;
import io.github.feedback4j.survey.StatementQuestion.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Questions of every type, with conditions and jumps that a catalogue takes. */
final class QuestionArbitraries {

  /** How long a survey gets. */
  private static final int MAX = 6;

  private QuestionArbitraries() {}

  /** Returns one to six questions with the ids q-0, q-1 and so on. */
  static Arbitrary<List<Question>> questions(String tag) {
    return Combinators.combine(
            texts(tag).list().ofSize(6),
            metrics().list().ofSize(3),
            Arbitraries.integers().between(1, MAX),
            Arbitraries.longs())
        .as((texts, metrics, size, seed) ->
            new Maker(texts, metrics, new Random(seed)).questions(size));
  }

  /** Makes questions of texts and metrics, at random. */
  private static final class Maker {

    private final List<LocalizedText> texts;
    private final List<MetricDefinition> metrics;
    private final Random random;
    private final List<Question> made = new ArrayList<>();

    Maker(List<LocalizedText> texts, List<MetricDefinition> metrics, Random random) {
      this.texts = texts;
      this.metrics = metrics;
      this.random = random;
    }

    List<Question> questions(int size) {
      for (int i = 0; i < size; i++) {
        made.add(ruled(shape("q-" + i), i, size));
      }
      return List.copyOf(made);
    }

    private Question shape(String id) {
      return switch (random.nextInt(11)) {
        case 0 -> text(id);
        case 1 -> new Question.SingleChoice(id, text(), QuestionRules.none(), options(true));
        case 2 -> multiChoice(id);
        case 3 -> matrix(id);
        case 4 -> ranking(id);
        case 5 -> Question.consent(id, text());
        case 6 -> {
          int min = random.nextInt(100);
          yield Question.lostTime(id, text()).withBounds(min, min + 1 + random.nextInt(9_000));
        }
        case 7 -> expectation(id);
        case 8 -> factors(id);
        case 9 -> Question.statement(id, text(), links());
        default -> rating(id);
      };
    }

    private Question text(String id) {
      int max = 1 + random.nextInt(Question.Text.MAX_LENGTH);
      Question.Text question = Question.text(id, text()).withMaxLength(max);
      question = random.nextBoolean() ? question.asShort() : question;
      return random.nextBoolean() ? question : question.withMinLength(random.nextInt(max + 1));
    }

    private Question multiChoice(String id) {
      Options options = options(true);
      int most = 1 + random.nextInt(options.size());
      return new MultiChoiceQuestion(
          id, text(), QuestionRules.none(), options, 1 + random.nextInt(most), most);
    }

    private Question matrix(String id) {
      MatrixQuestion matrix =
          Question.matrix(id, text(), metric(), choices(1).toArray(Choice[]::new));
      for (int point = matrix.scale().min(); point <= matrix.scale().max(); point++) {
        matrix = random.nextInt(3) == 0 ? matrix.label(point, text()) : matrix;
      }
      return matrix;
    }

    private Question ranking(String id) {
      Options options = options(false);
      return new RankingQuestion(
          id, text(), QuestionRules.none(), options, 1 + random.nextInt(options.size()));
    }

    private Question.Rating rating(String id) {
      Question.Rating rating = Question.rating(id, text(), metric());
      rating = rating.shownAs(look(rating.metric()));
      for (int point = rating.scale().min(); point <= rating.scale().max(); point++) {
        rating = random.nextInt(3) == 0 ? rating.label(point, text()) : rating;
      }
      return rating;
    }

    private Question expectation(String id) {
      Question.Rating of = anEarlierRating();
      if (of != null && random.nextBoolean()) {
        return Question.expectation(id, text(), of.metric()).of(of.id());
      }
      MetricDefinition metric = metric();
      ExpectationQuestion question = Question.expectation(id, text(), metric);
      return question.shownAs(look(metric)).label(metric.scale().max(), text());
    }

    private Question factors(String id) {
      Question.Rating of = anEarlierRating();
      if (of == null) {
        return Question.consent(id, text());
      }
      int min = of.scale().min();
      int split = min + random.nextInt(of.scale().points());
      List<Band> bands = new ArrayList<>(List.of(new Band(min, split, choices(1))));
      if (split < of.scale().max() && random.nextBoolean()) {
        bands.add(new Band(split + 1, of.scale().max(), choices(1)));
      }
      return Question.factors(id, text(), of.id(), bands.toArray(Band[]::new));
    }

    private Link[] links() {
      List<String> urls = List.of(
          "https://example.org/a?b=c#d",
          "http://localhost:8080",
          "mailto:a@b.example",
          "tel:+49123");
      return urls.subList(0, random.nextInt(urls.size() + 1)).stream()
          .map(each -> new Link(text(), each))
          .toArray(Link[]::new);
    }

    private Options options(boolean mayBeOpen) {
      Options options = Options.of(choices(2));
      options = random.nextBoolean() ? options.asShuffled() : options;
      return mayBeOpen && random.nextBoolean() ? options.withOther(text()) : options;
    }

    private List<Choice> choices(int least) {
      List<Choice> choices = new ArrayList<>();
      int size = least + random.nextInt(3);
      for (int i = 0; i < size; i++) {
        choices.add(Choice.of("c_" + i, text()));
      }
      return choices;
    }

    private Question.Rating anEarlierRating() {
      List<Question.Rating> ratings = made.stream()
          .filter(each -> each instanceof Question.Rating)
          .map(each -> (Question.Rating) each)
          .toList();
      return ratings.isEmpty() ? null : ratings.get(random.nextInt(ratings.size()));
    }

    private Question ruled(Question question, int index, int size) {
      Question ruled = question;
      boolean answered = !(question instanceof StatementQuestion);
      if (answered && random.nextBoolean()) {
        ruled = ruled.asRequired();
      }
      if (answered && random.nextInt(4) == 0) {
        ruled = ruled.requiredWhen(condition());
      }
      if (random.nextInt(3) == 0) {
        ruled = ruled.visibleWhen(condition());
      }
      return random.nextInt(3) == 0 ? ruled.next(jumps(question, index, size)) : ruled;
    }

    /** Returns a condition on an earlier answer or an attribute. */
    private Condition condition() {
      Condition one = leaf();
      return switch (random.nextInt(5)) {
        case 0 -> Condition.not(one);
        case 1 -> Condition.any(one, leaf());
        case 2 -> Condition.all(one, leaf());
        default -> one;
      };
    }

    private Condition leaf() {
      List<Question> answered =
          made.stream().filter(each -> !(each instanceof StatementQuestion)).toList();
      if (answered.isEmpty() || random.nextInt(4) == 0) {
        return random.nextBoolean()
            ? Condition.eq("vip", random.nextBoolean())
            : Condition.present("team");
      }
      Question earlier = answered.get(random.nextInt(answered.size()));
      String answer = Question.answerTo(earlier.id());
      if (earlier instanceof MatrixQuestion matrix) {
        answer = Question.answerTo(earlier.id(), matrix.rows().get(0).id());
      }
      return switch (random.nextInt(4)) {
        case 0 -> Condition.gt(answer, random.nextInt(6));
        case 1 -> Condition.in(answer, random.nextInt(6), random.nextInt(6));
        case 2 -> Condition.eq(answer, "c_" + random.nextInt(2));
        default -> Condition.present(answer);
      };
    }

    /** Returns jumps that leave a way to the following question. */
    private Jump[] jumps(Question question, int index, int size) {
      List<Jump> jumps = new ArrayList<>();
      int later = index + 1 + random.nextInt(size - index);
      String to = later == size ? Jump.END : "q-" + later;
      if (question instanceof Question.Rating rating) {
        jumps.add(Jump.scored(rating.scale().min(), rating.scale().min(), to));
      } else if (question instanceof LostTimeQuestion lostTime) {
        jumps.add(Jump.scored(lostTime.min(), lostTime.min(), to));
      } else if (question instanceof Question.SingleChoice
          || question instanceof MultiChoiceQuestion) {
        jumps.add(Jump.chosen("c_0", to));
      }
      if (random.nextBoolean()) {
        jumps.add(index + 1 == size ? Jump.toEnd() : Jump.to("q-" + (index + 1)));
      }
      return jumps.toArray(Jump[]::new);
    }

    private Presentation look(MetricDefinition metric) {
      List<Presentation> looks = List.of(Presentation.values());
      Presentation look = looks.get(random.nextInt(looks.size()));
      return look == Presentation.THUMBS && metric.scale().points() != 2
          ? Presentation.NUMBERS
          : look;
    }

    private LocalizedText text() {
      return texts.get(random.nextInt(texts.size()));
    }

    private MetricDefinition metric() {
      return metrics.get(random.nextInt(metrics.size()));
    }
  }
}
