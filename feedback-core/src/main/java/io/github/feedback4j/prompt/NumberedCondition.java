package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.AttributeCondition;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.Truth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition whose comparisons have numbers, so that surveys share them. Means the same as {@link
 * Condition#evaluate}; immutable.
 */
final class NumberedCondition {

  private enum Kind {
    ONE,
    ALL,
    ANY,
    NOT
  }

  private static final int NONE = -1;

  private final Numbering numbering;
  private final Condition condition;
  private final Kind kind;
  private final int comparison;
  private final NumberedCondition[] nested;

  /**
   * The comparisons of an "all" of nothing else, which is what most surveys have; else null. What the
   * fewest surveys ask comes first: that is where they differ, so it is the soonest to say no.
   */
  private final int @Nullable [] plain;

  NumberedCondition(Condition condition, Numbering numbering) {
    this.numbering = numbering;
    this.condition = condition;
    if (condition instanceof AttributeCondition one) {
      kind = Kind.ONE;
      comparison = numbering.comparison(one);
      nested = new NumberedCondition[0];
    } else {
      comparison = NONE;
      List<Condition> inside;
      if (condition instanceof Condition.All all) {
        kind = Kind.ALL;
        inside = all.conditions();
      } else if (condition instanceof Condition.Any any) {
        kind = Kind.ANY;
        inside = any.conditions();
      } else if (condition instanceof Condition.Not not) {
        kind = Kind.NOT;
        inside = List.of(not.condition());
      } else {
        throw new IllegalStateException("no form for " + condition.getClass());
      }
      nested = inside.stream()
          .map(each -> new NumberedCondition(each, numbering))
          .toArray(NumberedCondition[]::new);
    }
    plain = kind == Kind.ALL && Arrays.stream(nested).allMatch(each -> each.kind == Kind.ONE)
        ? Arrays.stream(nested)
            .sorted(Comparator.comparingInt(each -> numbering.uses(each.condition)))
            .mapToInt(each -> each.comparison)
            .toArray()
        : null;
  }

  /** Returns its truth at this moment. */
  Truth at(Moment moment) {
    Attributes attributes = moment.touchpoint.attributes();
    return moment.facts.isOf(numbering)
        ? of(attributes, moment.facts)
        : condition.evaluate(attributes);
  }

  /** Returns its truth for the attributes of which the facts, which have its numbers, are. */
  Truth of(Attributes attributes, Facts facts) {
    if (plain != null) {
      return all(plain, attributes, facts);
    }
    return switch (kind) {
      case ONE -> facts.truth(comparison, attributes);
      case NOT -> nested[0].of(attributes, facts).not();
      case ALL -> {
        Truth truth = Truth.TRUE;
        for (int i = 0; i < nested.length && truth != Truth.FALSE; i++) {
          truth = truth.and(nested[i].of(attributes, facts));
        }
        yield truth;
      }
      case ANY -> {
        Truth truth = Truth.FALSE;
        for (int i = 0; i < nested.length && truth != Truth.TRUE; i++) {
          truth = truth.or(nested[i].of(attributes, facts));
        }
        yield truth;
      }
    };
  }

  private static Truth all(int[] comparisons, Attributes attributes, Facts facts) {
    Truth truth = Truth.TRUE;
    for (int each : comparisons) {
      Truth next = facts.truth(each, attributes);
      if (next == Truth.FALSE) {
        return next;
      }
      truth = next == Truth.UNKNOWN ? next : truth;
    }
    return truth;
  }
}
