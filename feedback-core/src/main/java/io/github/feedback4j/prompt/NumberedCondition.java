package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.AttributeCondition;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.Truth;
import java.util.Arrays;
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

  /** The comparisons of an "all" of nothing else, which is what most surveys have; else null. */
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
        ? Arrays.stream(nested).mapToInt(each -> each.comparison).toArray()
        : null;
  }

  /** Returns its truth at this moment. */
  Truth at(Moment moment) {
    Facts facts = moment.facts;
    return facts.isOf(numbering) ? at(facts) : condition.evaluate(moment.touchpoint.attributes());
  }

  private Truth at(Facts facts) {
    if (plain != null) {
      return all(plain, facts);
    }
    return switch (kind) {
      case ONE -> facts.truth(comparison);
      case NOT -> nested[0].at(facts).not();
      case ALL -> {
        Truth truth = Truth.TRUE;
        for (int i = 0; i < nested.length && truth != Truth.FALSE; i++) {
          truth = truth.and(nested[i].at(facts));
        }
        yield truth;
      }
      case ANY -> {
        Truth truth = Truth.FALSE;
        for (int i = 0; i < nested.length && truth != Truth.TRUE; i++) {
          truth = truth.or(nested[i].at(facts));
        }
        yield truth;
      }
    };
  }

  private static Truth all(int[] comparisons, Facts facts) {
    Truth truth = Truth.TRUE;
    for (int each : comparisons) {
      Truth next = facts.truth(each);
      if (next == Truth.FALSE) {
        return next;
      }
      truth = next == Truth.UNKNOWN ? next : truth;
    }
    return truth;
  }
}
