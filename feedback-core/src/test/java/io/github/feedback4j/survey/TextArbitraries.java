package io.github.feedback4j.survey;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts of any Unicode, with a preference for what YAML and JSON could take for something else. */
final class TextArbitraries {

  private static final List<String> TRICKY = List.of(
      "yes",
      "No",
      "on",
      "true",
      "False",
      "null",
      "~",
      "1.0",
      "1_000",
      "0x1F",
      "1e3",
      ".inf",
      ".nan",
      "12:30",
      "2026-01-31",
      "- a",
      "a: b",
      "a :b",
      "a #b",
      "# a",
      " a",
      "a ",
      "\ta",
      "a\t",
      "'",
      "''",
      "\"",
      "\\",
      "\\u0041",
      "a\nb",
      "a\n",
      "\n\na",
      "a\r\nb",
      "\r",
      "  \n b",
      "|",
      "> a",
      "{a}",
      "[a",
      "], b",
      "@a",
      "`a",
      "%a",
      "%YAML",
      "&a",
      "*a",
      "!a",
      "? a",
      ":",
      ",",
      "---",
      "...",
      "=",
      "<<",
      "\u0000",
      "\u0007",
      "\u001B[31m",
      "\u007F",
      "\u0085",
      "\u00A0",
      "\u00AD",
      "\u2028",
      "\u2029",
      "\u200F",
      "\uFEFF",
      "\uFFFE",
      "\uFFFF",
      "é",
      "e\u0301",
      "漢字",
      "عربى",
      "😀",
      "👩‍💻",
      "\uD83D\uDE00\uD83D\uDE00");

  private TextArbitraries() {}

  static Arbitrary<String> texts() {
    Arbitrary<String> characters = Arbitraries.integers()
        .between(0, Character.MAX_CODE_POINT)
        .filter(each -> each < Character.MIN_SURROGATE || each > Character.MAX_SURROGATE)
        .map(Character::toString);
    return Arbitraries.oneOf(Arbitraries.of(TRICKY), characters)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(each -> String.join("", each));
  }
}
