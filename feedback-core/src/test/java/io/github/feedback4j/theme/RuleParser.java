package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the rules of these tests: just enough to write them as analysts do. */
final class RuleParser {

  private final List<String> tokens = new ArrayList<>();
  private int at;

  private RuleParser(String text) {
    for (String each : text.replace("(", " ( ").replace(")", " ) ").strip().split("\\s+", -1)) {
      tokens.add(each);
    }
  }

  static Item item(String theme, String language, Polarity polarity, boolean hides, String text) {
    return new Item(theme, language, polarity, hides, text, rule(text));
  }

  static Rule rule(String text) {
    return new RuleParser(text).scoped();
  }

  private Rule scoped() {
    for (Scope each : Scope.values()) {
      if (peek().equals(each.name().toLowerCase(Locale.ROOT) + ":")) {
        at++;
        return new Rule.Within(each, any());
      }
    }
    return any();
  }

  private Rule any() {
    List<Rule> rules = new ArrayList<>(List.of(all()));
    while (peek().equals("|")) {
      at++;
      rules.add(all());
    }
    return rules.size() == 1 ? rules.get(0) : new Rule.AnyOf(rules);
  }

  private Rule all() {
    List<Rule> rules = new ArrayList<>(List.of(operand()));
    while (peek().equals("&")) {
      at++;
      rules.add(peek().equals("not") ? not() : operand());
    }
    return rules.size() == 1 ? rules.get(0) : new Rule.AllOf(rules);
  }

  private Rule operand() {
    if (peek().equals("negated")) {
      at++;
      return new Rule.Negated(near());
    }
    return near();
  }

  private Rule not() {
    at++;
    return new Rule.Not(near());
  }

  private Rule near() {
    Rule left = phrase();
    while (peek().startsWith("NEAR/") || peek().startsWith("THEN/")) {
      String operator = tokens.get(at++);
      left = new Rule.Near(
          left, phrase(), Integer.parseInt(operator.substring(5)), operator.startsWith("THEN"));
    }
    return left;
  }

  private Rule phrase() {
    List<Rule> parts = new ArrayList<>();
    while (!peek().isEmpty()
        && !List.of(")", "|", "&").contains(peek())
        && !peek().startsWith("NEAR/")
        && !peek().startsWith("THEN/")) {
      parts.add(word());
    }
    return parts.size() == 1 ? parts.get(0) : new Rule.Phrase(parts);
  }

  private Rule word() {
    String word = tokens.get(at++);
    if (word.equals("(")) {
      Rule inner = any();
      at++;
      return inner;
    }
    if (word.startsWith("=")) {
      return new Rule.Exact(word.substring(1));
    }
    return word.endsWith("*")
        ? new Rule.Prefix(word.substring(0, word.length() - 1))
        : new Rule.Word(word);
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }
}
