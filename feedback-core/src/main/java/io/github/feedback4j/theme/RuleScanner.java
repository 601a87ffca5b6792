package io.github.feedback4j.theme;

import io.github.feedback4j.node.EditDistance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts the text of a rule into tokens. */
final class RuleScanner {

  private static final List<String> SCOPES =
      Arrays.stream(Scope.values()).map(Scope::word).toList();

  private static final Pattern SCOPE =
      Pattern.compile("(" + String.join("|", SCOPES) + "):(.*)", Pattern.DOTALL);
  private static final Pattern NEAR = Pattern.compile("(NEAR|THEN)(?:/(.*))?");
  private static final Pattern SMALL_NEAR =
      Pattern.compile("(near|then)/[0-9]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern DISTANCE = Pattern.compile("[0-9]{1,4}");

  private final String text;
  private final List<RuleToken> tokens = new ArrayList<>();
  private int at;

  RuleScanner(String text) {
    this.text = text;
  }

  /** Returns the tokens, of which the last one is the end. */
  List<RuleToken> scan() {
    while (at < text.length()) {
      char next = text.charAt(at);
      switch (next) {
        case '(' -> sign(RuleToken.Kind.OPEN);
        case ')' -> sign(RuleToken.Kind.CLOSE);
        case '|' -> sign(RuleToken.Kind.OR);
        case '"' -> quoted(RuleToken.Kind.QUOTED, at);
        default -> {
          int codePoint = text.codePointAt(at);
          if (Wording.isSpace(codePoint)) {
            at += Character.charCount(codePoint);
          } else {
            run();
          }
        }
      }
    }
    add(RuleToken.Kind.END, text.length(), "");
    return tokens;
  }

  private void sign(RuleToken.Kind kind) {
    at++;
    add(kind, at - 1, text.substring(at - 1, at));
  }

  /** Reads what stands in quotes, and a star behind it. */
  private void quoted(RuleToken.Kind kind, int start) {
    int close = text.indexOf('"', at + 1);
    if (close < 0) {
      throw mistake(at, "the quote has no end", "close it with '\"' or leave it out");
    }
    String inside = text.substring(at + 1, close);
    at = close + 1;
    if (at < text.length() && text.charAt(at) == '*') {
      at++;
      if (kind != RuleToken.Kind.QUOTED) {
        throw formAndPrefix(start);
      }
      add(RuleToken.Kind.PREFIX, start, inside);
    } else {
      add(kind, start, inside);
    }
  }

  /** Reads characters up to a space or a sign. */
  private void run() {
    int start = at;
    while (at < text.length() && !endsRun(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    String raw = text.substring(start, at);
    boolean isSign = raw.equals("=") || raw.equals("~");
    if (isSign && at < text.length() && text.charAt(at) == '"') {
      quoted(raw.equals("=") ? RuleToken.Kind.EXACT : RuleToken.Kind.FORM, start);
    } else if (raw.indexOf('&') >= 0) {
      and(start, raw);
    } else {
      word(start, raw);
    }
  }

  private static boolean endsRun(int codePoint) {
    return Wording.isSpace(codePoint)
        || codePoint == '('
        || codePoint == ')'
        || codePoint == '|'
        || codePoint == '"';
  }

  private void and(int start, String raw) {
    if (!raw.equals("&")) {
      throw mistake(
          start + raw.indexOf('&'),
          "'&' needs a space on each side",
          "write 'a & b' for both of them, or \"" + raw + "\" in quotes for one word");
    }
    add(RuleToken.Kind.AND, start, raw);
  }

  private void word(int start, String raw) {
    Matcher scope = SCOPE.matcher(raw);
    if (scope.matches()) {
      scope(start, scope.group(1));
      return;
    }
    if (tokens.isEmpty() && raw.endsWith(":")) {
      String name = raw.substring(0, raw.length() - 1);
      String likely = EditDistance.nearest(name, SCOPES);
      if (likely != null) {
        throw mistake(
            start,
            "unknown scope '" + raw + "'",
            "did you mean '" + likely + ":'? Leave the colon out if it is a word");
      }
    }
    int star = raw.indexOf('*');
    if (raw.startsWith("@")) {
      set(start, raw);
    } else if (star >= 0) {
      prefix(start, raw, star);
    } else if (raw.startsWith("=")) {
      add(RuleToken.Kind.EXACT, start, raw.substring(1));
    } else if (raw.startsWith("~")) {
      add(RuleToken.Kind.FORM, start, raw.substring(1));
    } else {
      keyword(start, raw, Wording.trim(raw));
    }
  }

  private void scope(int start, String name) {
    if (!tokens.isEmpty()) {
      throw mistake(
          start,
          "'" + name + ":' stands within the rule",
          "move it to the beginning, or leave the colon out if it is a word");
    }
    at = start + name.length() + 1;
    add(RuleToken.Kind.SCOPE, start, name);
  }

  private void set(int start, String raw) {
    String name = raw.substring(1);
    if (!Labels.isId(name)) {
      throw mistake(
          start,
          "'" + raw + "' is no set",
          "the name of a set matches " + Labels.ID_RULE + ", and a word that begins with '@' needs"
              + " quotes");
    }
    add(RuleToken.Kind.SET, start, name);
  }

  private void prefix(int start, String raw, int star) {
    // A comma or a full stop behind it is punctuation, as behind any word.
    if (star == 0 || !Wording.trim(raw.substring(star)).equals("*")) {
      throw mistake(
          start + star,
          "'*' is not at the end of a word",
          "write disconnect* for whatever begins so, or \"" + raw + "\" in quotes for one word");
    }
    if (raw.startsWith("=") || raw.startsWith("~")) {
      throw formAndPrefix(start);
    }
    add(RuleToken.Kind.PREFIX, start, raw.substring(0, star));
  }

  private RuleException formAndPrefix(int start) {
    char sign = text.charAt(start);
    return mistake(
        start,
        "'%c' and '*' exclude each other".formatted(sign),
        "write %s for this very form, or word* for whatever begins so"
            .formatted(sign == '=' ? "=Word" : "~word"));
  }

  private void keyword(int start, String raw, String word) {
    Matcher near = NEAR.matcher(word);
    if (near.matches()) {
      near(start, near.group(1), near.group(2), word);
      return;
    }
    if (SMALL_NEAR.matcher(word).matches()) {
      throw mistake(
          start,
          "'" + word + "' is not in capitals",
          "write %S, or \"%s\" in quotes for the word".formatted(word, word));
    }
    String operator = switch (word) {
      case "AND" -> "&";
      case "OR" -> "|";
      case "NOT" -> "& not";
      default -> "";
    };
    if (!operator.isEmpty()) {
      throw mistake(
          start,
          "'" + word + "' is no operator",
          "write '%s', or \"%s\" in quotes for the word".formatted(operator, word));
    }
    add(RuleToken.Kind.WORD, start, raw);
  }

  private void near(int start, String name, @Nullable String distance, String word) {
    if (distance == null) {
      throw mistake(
          start,
          "'" + name + "' needs a distance",
          "write %s/1 to %s/%d, or \"%s\" in quotes for the word"
              .formatted(name, name, Rule.MAX_DISTANCE, name));
    }
    if (!DISTANCE.matcher(distance).matches() || !isInBounds(Integer.parseInt(distance))) {
      throw mistake(
          start,
          "the distance of '%s' must be 1 to %d".formatted(word, Rule.MAX_DISTANCE),
          "write such as %s/4, or \"%s\" in quotes for the word".formatted(name, word));
    }
    add(name.equals("NEAR") ? RuleToken.Kind.NEAR : RuleToken.Kind.THEN, start, distance);
  }

  private static boolean isInBounds(int distance) {
    return distance >= 1 && distance <= Rule.MAX_DISTANCE;
  }

  private void add(RuleToken.Kind kind, int start, String value) {
    tokens.add(new RuleToken(kind, start, text.substring(start, at), value));
  }

  private RuleException mistake(int where, String problem, String advice) {
    return mistake(text, where, problem, advice);
  }

  static RuleException mistake(String text, int where, String problem, String advice) {
    return new RuleException("", text, text.codePointCount(0, where) + 1, problem, advice);
  }
}
