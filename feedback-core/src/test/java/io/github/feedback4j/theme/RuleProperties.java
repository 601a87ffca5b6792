package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RuleProperties {

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadAsTheSameRule(@ForAll("rules") Rule rule) {
    assertThat(Rule.parse(rule.toText())).isEqualTo(rule);
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void anyTextIsARuleOrARuleException(@ForAll("nearlyRules") String text) {
    try {
      Rule rule = Rule.parse(text);

      // Whoever reads a text may write it, unless phrases among alternatives made it long.
      if (rule.toText().length() <= Rule.MAX_LENGTH) {
        assertThat(Rule.parse(rule.toText())).isEqualTo(rule);
      }
    } catch (RuleException e) {
      assertThat(e.column()).isBetween(1, text.codePointCount(0, text.length()) + 1);
      assertThat(e.problem()).isNotBlank();
      assertThat(e.advice()).isNotBlank();
      assertThat(e).hasMessageStartingWith("rule '");
    }
  }

  @Example
  void takesHostileTextsInItsStride() {
    for (String each : new String[] {
      "(",
      ")",
      "\"",
      "*",
      "a ",
      "a|",
      "(a b|c) ",
      "not ",
      "& ",
      "negated ",
      "a NEAR/1 ",
      "@",
      "=",
      "😡",
      "\ud83d",
      "((a b|c) d|e) "
    }) {
      anyTextIsARuleOrARuleException(each.repeat(1_000 / each.length()));
      anyTextIsARuleOrARuleException(each.repeat(1_000_000 / each.length()));
    }
  }

  @Provide
  Arbitrary<Rule> rules() {
    return RuleArbitraries.rules();
  }

  @Provide
  Arbitrary<String> nearlyRules() {
    return RuleArbitraries.nearlyRules();
  }
}
