package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.survey.FactorsQuestion.Band;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.Question.Presentation;
import io.github.feedback4j.survey.StatementQuestion.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions in survey files, each with {@code id}, {@code type} and {@code text}. */
final class QuestionFormat {

  private final TextFormat texts;
  private final ChoiceFormat choices;
  private final RulesFormat rules;
  private final Mistakes mistakes;

  /** Makes a reader of texts that, with {@code mustCover}, demands each in the default language. */
  QuestionFormat(Locale defaultLocale, boolean mustCover, Mistakes mistakes) {
    this.texts = new TextFormat(defaultLocale, mustCover, mistakes);
    this.choices = new ChoiceFormat(texts, mistakes);
    this.rules = new RulesFormat(mistakes);
    this.mistakes = mistakes;
  }

  private enum Type {
    RATING("rating"),
    TEXT("text"),
    SINGLE_CHOICE("singleChoice"),
    MULTI_CHOICE("multiChoice"),
    MATRIX("matrix"),
    RANKING("ranking"),
    CONSENT("consent"),
    LOST_TIME("lostTime"),
    EXPECTATION("expectation"),
    FACTORS("factors"),
    STATEMENT("statement");

    private final String word;

    Type(String word) {
      this.word = word;
    }
  }

  /** What every question has, as far as it could be read. */
  private record Head(
      Fields fields, @Nullable String id, @Nullable LocalizedText text, QuestionRules rules) {}

  /** Makes a question of an id and a text that were read. */
  private interface Maker {
    Question make(String id, LocalizedText text);
  }

  @Nullable
  Question read(Node node) {
    Fields fields = Fields.of(node, "a question", mistakes);
    if (fields == null) {
      return null;
    }
    String id = choices.readId(fields, "id: satisfaction", "question id");
    fields.require("type", "type: rating, text, singleChoice or another");
    Type type = fields.constant("type", Type.class, each -> each.word);
    LocalizedText text = texts.requireText(fields);
    Head head = new Head(fields, id, text, rules.read(fields));
    Question question = type == null ? null : readOf(type, head);
    if (type != null) {
      fields.done();
    }
    return question;
  }

  @Nullable
  LocalizedText readText(@Nullable Node node, String name) {
    return texts.readText(node, name);
  }

  private @Nullable Question readOf(Type type, Head head) {
    return switch (type) {
      case RATING -> readRating(head);
      case TEXT -> readTextQuestion(head);
      case SINGLE_CHOICE -> {
        Options options = choices.readOptions(head.fields, true);
        yield options == null
            ? null
            : make(head, (id, text) -> new Question.SingleChoice(id, text, head.rules, options));
      }
      case MULTI_CHOICE -> readMultiChoice(head);
      case MATRIX -> readMatrix(head);
      case RANKING -> {
        Options options = choices.readOptions(head.fields, false);
        Integer top = head.fields.integer("top");
        yield options == null
            ? null
            : make(
                head,
                (id, text) -> new RankingQuestion(
                    id, text, head.rules, options, top == null ? options.size() : top));
      }
      case CONSENT -> make(head, (id, text) -> new ConsentQuestion(id, text, head.rules));
      case LOST_TIME -> {
        Integer min = head.fields.integer("min");
        Integer max = head.fields.integer("max");
        yield make(
            head,
            (id, text) -> new LostTimeQuestion(
                id,
                text,
                head.rules,
                min == null ? 0 : min,
                max == null ? LostTimeQuestion.DEFAULT_MAX : max));
      }
      case EXPECTATION -> readExpectation(head);
      case FACTORS -> readFactors(head);
      case STATEMENT -> {
        List<Link> links = choices.readLinks(head.fields);
        yield links == null
            ? null
            : make(head, (id, text) -> new StatementQuestion(id, text, head.rules, links));
      }
    };
  }

  private @Nullable Question readRating(Head head) {
    MetricDefinition metric = MetricFormat.read(head.fields, mistakes);
    Presentation presentation = readPresentation(head.fields);
    Map<Integer, LocalizedText> labels = texts.readLabels(head.fields.take("labels"), metric);
    return metric == null
        ? null
        : make(
            head,
            (id, text) -> new Question.Rating(id, text, head.rules, metric, presentation, labels));
  }

  private @Nullable Question readTextQuestion(Head head) {
    Question.Text.Size size =
        head.fields.constant("size", Question.Text.Size.class, QuestionFormat::word);
    Integer minLength = head.fields.integer("minLength");
    Integer maxLength = head.fields.integer("maxLength");
    return make(
        head,
        (id, text) -> new Question.Text(
            id,
            text,
            head.rules,
            size == null ? Question.Text.Size.LONG : size,
            minLength == null ? 0 : minLength,
            maxLength == null ? Question.Text.DEFAULT_MAX_LENGTH : maxLength));
  }

  private @Nullable Question readMultiChoice(Head head) {
    Options options = choices.readOptions(head.fields, true);
    Integer atLeast = head.fields.integer("atLeast");
    Integer atMost = head.fields.integer("atMost");
    return options == null
        ? null
        : make(
            head,
            (id, text) -> new MultiChoiceQuestion(
                id,
                text,
                head.rules,
                options,
                atLeast == null ? 1 : atLeast,
                atMost == null ? options.size() : atMost));
  }

  private @Nullable Question readMatrix(Head head) {
    List<Choice> rows = choices.readChoices(head.fields, "rows", "a row");
    MetricDefinition metric = MetricFormat.read(head.fields, mistakes);
    Map<Integer, LocalizedText> labels = texts.readLabels(head.fields.take("labels"), metric);
    return rows == null || metric == null
        ? null
        : make(head, (id, text) -> new MatrixQuestion(id, text, head.rules, rows, metric, labels));
  }

  private @Nullable Question readExpectation(Head head) {
    String of = head.fields.text(head.fields.take("of"), "of");
    MetricDefinition metric = MetricFormat.read(head.fields, mistakes);
    Presentation presentation = readPresentation(head.fields);
    Map<Integer, LocalizedText> labels = texts.readLabels(head.fields.take("labels"), metric);
    return metric == null
        ? null
        : make(
            head,
            (id, text) ->
                new ExpectationQuestion(id, text, head.rules, of, metric, presentation, labels));
  }

  private @Nullable Question readFactors(Head head) {
    String of =
        head.fields.text(head.fields.require("of", "of: and the id of an earlier rating"), "of");
    List<Band> bands = choices.readBands(head.fields);
    Integer atMost = head.fields.integer("atMost");
    if (of == null || bands == null) {
      return null;
    }
    int widest = bands.stream().mapToInt(each -> each.choices().size()).max().orElse(1);
    return make(
        head,
        (id, text) ->
            new FactorsQuestion(id, text, head.rules, of, bands, atMost == null ? widest : atMost));
  }

  private static Presentation readPresentation(Fields fields) {
    Presentation presentation =
        fields.constant("presentation", Presentation.class, QuestionFormat::word);
    return presentation == null ? Presentation.NUMBERS : presentation;
  }

  private @Nullable Question make(Head head, Maker maker) {
    String id = head.id;
    LocalizedText text = head.text;
    return id == null || text == null
        ? null
        : mistakes.attempt(head.fields.node(), () -> maker.make(id, text));
  }

  static Map<String, Object> write(Question question) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", question.id());
    tree.put("type", type(question).word);
    tree.put("text", question.text().texts());
    if (question instanceof Question.Rating rating) {
      MetricFormat.write(rating.metric(), tree);
      tree.put("presentation", word(rating.presentation()));
      TextFormat.writeLabels(rating.labels(), tree);
    } else if (question instanceof Question.Text text) {
      tree.put("size", word(text.size()));
      tree.put("minLength", text.minLength());
      tree.put("maxLength", text.maxLength());
    } else if (question instanceof Question.SingleChoice choice) {
      ChoiceFormat.write(choice.options(), tree);
    } else if (question instanceof MultiChoiceQuestion choice) {
      ChoiceFormat.write(choice.options(), tree);
      tree.put("atLeast", choice.atLeast());
      tree.put("atMost", choice.atMost());
    } else if (question instanceof MatrixQuestion matrix) {
      tree.put("rows", ChoiceFormat.write(matrix.rows()));
      MetricFormat.write(matrix.metric(), tree);
      TextFormat.writeLabels(matrix.labels(), tree);
    } else if (question instanceof RankingQuestion ranking) {
      ChoiceFormat.write(ranking.options(), tree);
      tree.put("top", ranking.top());
    } else if (question instanceof LostTimeQuestion lostTime) {
      tree.put("min", lostTime.min());
      tree.put("max", lostTime.max());
    } else if (question instanceof ExpectationQuestion expectation) {
      String of = expectation.of();
      if (of != null) {
        tree.put("of", of);
      }
      MetricFormat.write(expectation.metric(), tree);
      tree.put("presentation", word(expectation.presentation()));
      TextFormat.writeLabels(expectation.labels(), tree);
    } else if (question instanceof FactorsQuestion factors) {
      tree.put("of", factors.of());
      tree.put("bands", ChoiceFormat.writeBands(factors.bands()));
      tree.put("atMost", factors.atMost());
    } else if (question instanceof StatementQuestion statement) {
      tree.put("links", ChoiceFormat.writeLinks(statement.links()));
    }
    RulesFormat.write(question.rules(), tree);
    return tree;
  }

  private static Type type(Question question) {
    if (question instanceof Question.Rating) {
      return Type.RATING;
    } else if (question instanceof Question.Text) {
      return Type.TEXT;
    } else if (question instanceof Question.SingleChoice) {
      return Type.SINGLE_CHOICE;
    } else if (question instanceof MultiChoiceQuestion) {
      return Type.MULTI_CHOICE;
    } else if (question instanceof MatrixQuestion) {
      return Type.MATRIX;
    } else if (question instanceof RankingQuestion) {
      return Type.RANKING;
    } else if (question instanceof ConsentQuestion) {
      return Type.CONSENT;
    } else if (question instanceof LostTimeQuestion) {
      return Type.LOST_TIME;
    } else if (question instanceof ExpectationQuestion) {
      return Type.EXPECTATION;
    } else if (question instanceof FactorsQuestion) {
      return Type.FACTORS;
    }
    return Type.STATEMENT;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
