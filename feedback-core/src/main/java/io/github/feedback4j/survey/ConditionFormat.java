package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.node.YamlCharacters;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Conditions in survey files: {@code {attribute: priority, in: [high, critical]}}, {@code {all:
 * […]}}, {@code {any: […]}}, {@code {not: …}}.
 */
final class ConditionFormat {

  private static final List<String> OPERATORS = Stream.concat(
          Arrays.stream(ConditionOperator.values()).map(ConditionOperator::word),
          Stream.of("between", "in", "notIn", "present", "absent"))
      .toList();

  /** Texts that YAML reads as themselves without quotes, unless they are reserved. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

  private static final Set<String> RESERVED = Set.of("true", "false", "null");

  private ConditionFormat() {}

  static @Nullable Condition read(@Nullable Node node, Mistakes mistakes) {
    Fields fields = Fields.of(node, "a condition", mistakes);
    if (fields == null) {
      return null;
    }
    Node all = fields.take("all");
    Node any = fields.take("any");
    Node not = fields.take("not");
    if (Stream.of("all", "any", "not").filter(fields::has).count() > 1) {
      mistakes.add(
          fields.node(),
          "a condition must have only one of all, any and not",
          "nest one in the other, such as {all: [{any: […]}, {not: …}]}");
    }
    Condition condition;
    if (all != null) {
      condition = readNested(fields, all, "all", mistakes);
    } else if (any != null) {
      condition = readNested(fields, any, "any", mistakes);
    } else if (not != null) {
      Condition inner = read(not, mistakes);
      condition = inner == null ? null : mistakes.attempt(not, () -> Condition.not(inner));
    } else if (fields.has("all") || fields.has("any") || fields.has("not")) {
      condition = null;
    } else {
      condition = readSimple(fields, mistakes);
    }
    fields.done();
    return condition;
  }

  private static @Nullable Condition readNested(
      Fields fields, Node node, String word, Mistakes mistakes) {
    List<Condition> conditions = new ArrayList<>();
    boolean whole = true;
    List<Node> entries = fields.list(node, word);
    for (Node each : entries) {
      Condition condition = read(each, mistakes);
      if (condition == null) {
        whole = false;
      } else {
        conditions.add(condition);
      }
    }
    if (!whole || !(node instanceof Node.Items)) {
      return null;
    }
    return mistakes.attempt(
        node,
        () -> word.equals("all") ? new Condition.All(conditions) : new Condition.Any(conditions));
  }

  private static @Nullable Condition readSimple(Fields fields, Mistakes mistakes) {
    String attribute =
        fields.text(fields.require("attribute", "the attribute to look at"), "attribute");
    Condition condition = null;
    int operators = 0;
    boolean understood = true;
    for (String operator : OPERATORS) {
      Node value = fields.take(operator);
      operators += fields.has(operator) ? 1 : 0;
      if (value != null) {
        String name = attribute == null ? "unnamed" : attribute;
        condition = readOperator(fields, name, operator, value, mistakes);
        understood &= condition != null;
      }
    }
    if (operators != 1 && fields.has("attribute")) {
      mistakes.add(
          fields.node(),
          operators == 0
              ? "the condition compares with nothing"
              : "the condition has " + operators + " comparisons",
          operators == 0
              ? "add one of " + String.join(", ", OPERATORS)
              : "write each in a condition of its own, under 'all'");
    }
    return attribute == null || !understood ? null : condition;
  }

  private static @Nullable Condition readOperator(
      Fields fields, String attribute, String word, Node value, Mistakes mistakes) {
    return switch (word) {
      case "between" -> readRange(fields, attribute, value, mistakes);
      case "in", "notIn" -> readMembership(fields, attribute, word, value, mistakes);
      case "present", "absent" -> readPresence(fields, attribute, word, value, mistakes);
      default -> {
        ConditionOperator operator = operator(word);
        AttributeValue operand = switch (operator) {
          case EQ, NE -> value(fields, value, word, mistakes);
          case LT, LE, GT, GE -> number(fields, value, word, mistakes);
          case CONTAINS, STARTS_WITH, ENDS_WITH -> text(fields, value, word, mistakes);
          case BEFORE, AFTER -> time(fields, value, word);
        };
        yield operand == null
            ? null
            : mistakes.attempt(
                value, () -> new AttributeCondition.Comparison(attribute, operator, operand));
      }
    };
  }

  private static ConditionOperator operator(String word) {
    return Arrays.stream(ConditionOperator.values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable Condition readRange(
      Fields fields, String attribute, Node value, Mistakes mistakes) {
    List<Node> ends = fields.list(value, "between");
    if (!(value instanceof Node.Items)) {
      return null;
    }
    if (ends.size() != 2) {
      mistakes.add(
          value,
          "'between' must have two values, but has " + ends.size(),
          "write between: [1, 5]; both are included");
      return null;
    }
    AttributeValue low = end(fields, ends.get(0), mistakes);
    AttributeValue high = end(fields, ends.get(1), mistakes);
    return low == null || high == null
        ? null
        : mistakes.attempt(value, () -> new AttributeCondition.Range(attribute, low, high));
  }

  private static @Nullable AttributeValue end(Fields fields, Node node, Mistakes mistakes) {
    return node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.TEXT
        ? time(fields, node, "between")
        : number(fields, node, "between", mistakes);
  }

  private static @Nullable Condition readMembership(
      Fields fields, String attribute, String word, Node value, Mistakes mistakes) {
    List<AttributeValue> values = new ArrayList<>();
    boolean whole = value instanceof Node.Items;
    for (Node each : fields.list(value, word)) {
      AttributeValue one = value(fields, each, word, mistakes);
      if (one == null) {
        whole = false;
      } else {
        values.add(one);
      }
    }
    return whole
        ? mistakes.attempt(
            value, () -> new AttributeCondition.Membership(attribute, values, word.equals("in")))
        : null;
  }

  private static @Nullable Condition readPresence(
      Fields fields, String attribute, String word, Node value, Mistakes mistakes) {
    Boolean holds = fields.bool(word);
    if (holds == null) {
      return null;
    }
    boolean present = word.equals("present");
    if (!holds) {
      mistakes.add(
          value,
          "'" + word + "' must be true",
          present ? "for absence write absent: true" : "for presence write present: true");
      return null;
    }
    return mistakes.attempt(value, () -> new AttributeCondition.Presence(attribute, present));
  }

  private static @Nullable AttributeValue number(
      Fields fields, Node node, String name, Mistakes mistakes) {
    BigDecimal number = fields.decimal(node, name);
    return number == null ? null : mistakes.attempt(node, () -> new AttributeValue.Numeric(number));
  }

  private static @Nullable AttributeValue text(
      Fields fields, Node node, String name, Mistakes mistakes) {
    String text = fields.text(node, name);
    return text == null ? null : mistakes.attempt(node, () -> new AttributeValue.Text(text));
  }

  private static @Nullable AttributeValue time(Fields fields, Node node, String name) {
    Instant instant = fields.instant(node, name);
    return instant == null ? null : new AttributeValue.Time(instant);
  }

  private static @Nullable AttributeValue value(
      Fields fields, Node node, String name, Mistakes mistakes) {
    if (!(node instanceof Node.Scalar scalar)) {
      mistakes.add(node, "'%s' must be a single value, but is %s".formatted(name, node.kind()), "");
      return null;
    }
    return switch (scalar.type()) {
      case TEXT -> mistakes.attempt(scalar, () -> new AttributeValue.Text(scalar.text()));
      case BOOLEAN -> new AttributeValue.Bool(Boolean.parseBoolean(scalar.text()));
      case NUMBER -> number(fields, scalar, name, mistakes);
      case NULL -> {
        mistakes.add(
            scalar,
            "'" + name + "' must not be empty",
            "to ask whether there is a value use present");
        yield null;
      }
    };
  }

  static Map<String, Object> write(Condition condition) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (condition instanceof AttributeCondition leaf) {
      tree.put("attribute", leaf.attribute());
    }
    if (condition instanceof AttributeCondition.Comparison comparison) {
      tree.put(comparison.operator().word(), plain(comparison.value()));
    } else if (condition instanceof AttributeCondition.Range range) {
      tree.put("between", List.of(plain(range.low()), plain(range.high())));
    } else if (condition instanceof AttributeCondition.Membership membership) {
      tree.put(
          membership.inside() ? "in" : "notIn",
          membership.values().stream().map(ConditionFormat::plain).toList());
    } else if (condition instanceof AttributeCondition.Presence presence) {
      tree.put(presence.present() ? "present" : "absent", true);
    } else if (condition instanceof Condition.All all) {
      tree.put("all", all.conditions().stream().map(ConditionFormat::write).toList());
    } else if (condition instanceof Condition.Any any) {
      tree.put("any", any.conditions().stream().map(ConditionFormat::write).toList());
    } else if (condition instanceof Condition.Not not) {
      tree.put("not", write(not.condition()));
    }
    return tree;
  }

  /** Returns a tree in YAML's flow style. */
  static String flow(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(each -> each.getKey() + ": " + flow(each.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (tree instanceof List<?> list) {
      return list.stream().map(ConditionFormat::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    if (tree instanceof String text) {
      return quotedWhereNeeded(text);
    }
    return tree instanceof BigDecimal number ? number.toPlainString() : tree.toString();
  }

  private static String quotedWhereNeeded(String text) {
    return WORD.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(each -> {
      if (each == '"' || each == '\\') {
        quoted.append('\\').appendCodePoint(each);
      } else if (YamlCharacters.isText(each)) {
        quoted.appendCodePoint(each);
      } else {
        quoted.append("\\u%04x".formatted(each));
      }
    });
    return quoted.append('"').toString();
  }

  private static Object plain(AttributeValue value) {
    if (value instanceof AttributeValue.Text text) {
      return text.text();
    }
    if (value instanceof AttributeValue.Numeric numeric) {
      BigDecimal number = numeric.number();
      // A person writes 1000, not 1E+3.
      return number.scale() < 0 && number.scale() >= -18 ? number.setScale(0) : number;
    }
    if (value instanceof AttributeValue.Bool bool) {
      return bool.value();
    }
    if (value instanceof AttributeValue.Time time) {
      return time.instant().toString();
    }
    // No condition takes a list.
    throw new IllegalStateException("unexpected value in a condition: " + value.getClass());
  }
}
