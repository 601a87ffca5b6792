package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Reads the text of a rule, one method for each strength of {@link Rule}'s table. */
final class RuleParser {

  private static final String SPLIT = "make several items of it";

  private final String text;
  private List<RuleToken> tokens = List.of();
  private int next;
  private int open;

  RuleParser(String text) {
    this.text = text;
  }

  Rule parse() {
    refuseForbidden();
    tokens = new RuleScanner(text).scan();
    RuleToken first = peek();
    if (first.is(RuleToken.Kind.SCOPE)) {
      take();
      Scope scope = Scope.valueOf(first.text().toUpperCase(Locale.ROOT));
      Rule rule = whole();
      return make(first, SPLIT, () -> new Rule.Within(scope, rule));
    }
    return whole();
  }

  private void refuseForbidden() {
    if (text.length() > Rule.MAX_LENGTH) {
      // Not behind the first half of a pair, where there is no column.
      throw mistake(
          text.offsetByCodePoints(0, text.codePointCount(0, Rule.MAX_LENGTH)),
          "it has %d characters, but may have %d".formatted(text.length(), Rule.MAX_LENGTH),
          "make several items of it");
    }
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int codePoint = text.codePointAt(i);
      next = i + Character.charCount(codePoint);
      if (Wording.isForbidden(codePoint)) {
        throw mistake(
            i,
            "character U+%04X is not allowed".formatted(codePoint),
            "write the rule in one line of plain text");
      }
    }
    if (text.codePoints().allMatch(Wording::isSpace)) {
      throw mistake(0, "it is blank", "write a word, or delete it");
    }
  }

  private Rule whole() {
    Rule rule = any();
    if (peek().is(RuleToken.Kind.CLOSE)) {
      throw unopened(peek());
    }
    return rule;
  }

  private Rule any() {
    List<Rule> rules = new ArrayList<>(List.of(all()));
    RuleToken first = peek();
    while (peek().is(RuleToken.Kind.OR)) {
      take();
      rules.add(all());
    }
    return rules.size() == 1 ? rules.get(0) : make(first, SPLIT, () -> new Rule.AnyOf(rules));
  }

  private Rule all() {
    RuleToken start = peek();
    List<Rule> rules = new ArrayList<>(List.of(near()));
    RuleToken first = peek();
    if (first.is(RuleToken.Kind.AND) && start.isWord("not")) {
      throw mistake(
          start,
          "'not' stands first",
          "write first what is wanted: 'wanted & not unwanted', or \"not\" in quotes for the word");
    }
    while (peek().is(RuleToken.Kind.AND)) {
      take();
      rules.add(operand());
    }
    return rules.size() == 1 ? rules.get(0) : make(first, SPLIT, () -> new Rule.AllOf(rules));
  }

  private Rule operand() {
    RuleToken not = peek();
    if (!not.isWord("not")) {
      return near();
    }
    take();
    if (peek().isWord("not")) {
      throw mistake(
          peek(), "'not' stands twice", "leave both out, or write \"not\" in quotes for the word");
    }
    Rule rule = near();
    return make(not, SPLIT, () -> new Rule.Not(rule));
  }

  private Rule near() {
    Rule left = negated();
    while (peek().is(RuleToken.Kind.NEAR) || peek().is(RuleToken.Kind.THEN)) {
      RuleToken sign = take();
      Rule before = left;
      Rule right = negated();
      left = make(
          sign,
          "join the rest to it with '&'",
          () -> new Rule.Near(
              before, right, Integer.parseInt(sign.text()), sign.is(RuleToken.Kind.THEN)));
    }
    return left;
  }

  private Rule negated() {
    RuleToken first = peek();
    if (!first.isWord("negated")) {
      return phrase();
    }
    take();
    Rule rule = phrase();
    String advice =
        RuleShape.hasNegated(rule) ? "leave one of them out" : "put it inside: a & negated b";
    return make(first, advice, () -> new Rule.Negated(rule));
  }

  private Rule phrase() {
    RuleToken first = peek();
    List<Rule> units = new ArrayList<>();
    RuleToken end = null;
    while (true) {
      RuleToken token = peek();
      if (!startsUnit(token)) {
        break;
      }
      // Mere punctuation does not count, unless a sentence ends with it.
      boolean counts = !isPunctuation(token);
      if (end != null && counts) {
        throw mistake(
            end,
            "a sentence ends between the words of a phrase",
            "make two items of it, or leave the punctuation out");
      }
      if (counts) {
        unit(units);
      } else {
        take();
      }
      if (!units.isEmpty() && !token.is(RuleToken.Kind.OPEN) && Wording.endsSentence(token.raw())) {
        end = token;
      }
    }
    if (units.isEmpty()) {
      throw isPunctuation(first) ? unseen(first) : nothing(first);
    }
    return units.size() == 1
        ? units.get(0)
        : make(first, "join the rest to it with '&' or '|'", () -> RuleShape.phrase(units));
  }

  private static boolean startsUnit(RuleToken token) {
    return switch (token.kind()) {
      case WORD, QUOTED, FORM, EXACT, PREFIX, SET, OPEN -> true;
      default -> false;
    };
  }

  private static boolean isPunctuation(RuleToken token) {
    return token.is(RuleToken.Kind.WORD) && !Wording.isSeen(token.text());
  }

  /** Reads a word, what stands in quotes or what stands in parentheses. */
  private void unit(List<Rule> units) {
    RuleToken token = take();
    switch (token.kind()) {
      case OPEN -> units.add(group(token));
      case SET -> units.add(new Rule.Named(token.text()));
      default -> words(token, units);
    }
  }

  private Rule group(RuleToken sign) {
    if (++open > Rule.MAX_DEPTH) {
      throw mistake(sign, "more than %d parentheses are open".formatted(Rule.MAX_DEPTH), SPLIT);
    }
    if (peek().is(RuleToken.Kind.CLOSE)) {
      throw mistake(sign, "nothing stands in '()'", "put a word there, or leave them out");
    }
    Rule rule = any();
    if (!peek().is(RuleToken.Kind.CLOSE)) {
      throw unclosed(sign);
    }
    take();
    open--;
    return rule;
  }

  private void words(RuleToken token, List<Rule> units) {
    List<String> words = new ArrayList<>();
    boolean ended = false;
    for (String each : spaced(token.text())) {
      if (Wording.isSeen(each)) {
        if (ended) {
          throw mistake(
              token,
              "a sentence ends between the words of a phrase",
              "make two items of it, or leave the punctuation out");
        }
        words.add(each);
      }
      ended |= !words.isEmpty() && Wording.endsSentence(each);
    }
    if (words.isEmpty()) {
      throw unseen(token);
    }
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean last = i == words.size() - 1;
      units.add(make(token, "write it in another way", () -> word(token.kind(), word, last)));
    }
  }

  private static Rule word(RuleToken.Kind kind, String word, boolean last) {
    return switch (kind) {
      case FORM -> new Rule.Form(word);
      case EXACT -> new Rule.Exact(word);
      // Of several words in quotes the star belongs to the last one.
      case PREFIX -> last ? new Rule.Prefix(word) : new Rule.Word(word);
      default -> new Rule.Word(word);
    };
  }

  private static List<String> spaced(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.codePoints().forEach(each -> {
      if (!Wording.isSpace(each)) {
        word.appendCodePoint(each);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    });
    words.add(word.toString());
    return words;
  }

  /** Returns what is wrong where a phrase should start, but none does. */
  private RuleException nothing(RuleToken here) {
    RuleToken before = next == 0 ? here : tokens.get(next - 1);
    if (before.is(RuleToken.Kind.OPEN) && here.is(RuleToken.Kind.END)) {
      return unclosed(before);
    }
    if (next == 0 && here.is(RuleToken.Kind.CLOSE)) {
      return unopened(here);
    }
    boolean isBefore = next == 0 || before.is(RuleToken.Kind.OPEN);
    RuleToken sign = isBefore ? here : before;
    return mistake(
        sign,
        "nothing stands %s '%s'".formatted(isBefore ? "before" : "behind", sign.raw()),
        Wording.isSeen(sign.raw())
            ? "put a word there, or write \"%s\" in quotes for the word".formatted(sign.raw())
            : "put a word there, or leave the '%s' out".formatted(sign.raw()));
  }

  private RuleException unclosed(RuleToken sign) {
    return mistake(sign, "'(' has no ')'", "close it, or leave it out");
  }

  private RuleException unopened(RuleToken sign) {
    return mistake(sign, "')' has no '('", "leave it out, or open it before");
  }

  private RuleException unseen(RuleToken token) {
    return mistake(
        token,
        "'" + token.raw() + "' has no letter, digit or emoji",
        "put a word there, or leave it out");
  }

  /** Returns what {@code maker} makes, or throws why it does not, with the place. */
  private Rule make(RuleToken token, String advice, Supplier<Rule> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      String problem = String.valueOf(e.getMessage());
      throw mistake(token, problem, RuleShape.isTooMuch(problem) ? SPLIT : advice);
    }
  }

  private RuleToken peek() {
    return tokens.get(next);
  }

  private RuleToken take() {
    return tokens.get(next++);
  }

  private RuleException mistake(RuleToken token, String problem, String advice) {
    return mistake(token.at(), problem, advice);
  }

  private RuleException mistake(int at, String problem, String advice) {
    return RuleScanner.mistake(text, at, problem, advice);
  }
}
