package io.github.feedback4j.prompt;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a touchpoint would or would not be asked about: every survey, every gate, nothing reserved.
 *
 * @param event the event of the touchpoint
 * @param at the time for which this holds
 * @param asks the key of the survey that {@code ask} would ask at this time, or null
 * @param skip what {@code ask} would answer if it asked nothing; null if {@code asks} is set
 * @param surveys every current survey, in the order in which they are considered
 * @since 0.1
 */
public record Explanation(
    String event,
    Instant at,
    @Nullable String asks,
    Decision.@Nullable Skip skip,
    List<SurveyExplanation> surveys) {

  /** Copies the list. */
  public Explanation {
    surveys = List.copyOf(surveys);
  }

  /**
   * What each gate says to one survey.
   *
   * @param survey the survey's key
   * @param gates the gates in order; each was asked, also behind a closed one
   */
  public record SurveyExplanation(String survey, List<GateExplanation> gates) {

    /** Copies the list. */
    public SurveyExplanation {
      gates = List.copyOf(gates);
    }

    /** Returns the first reason against asking, or null if every gate lets the survey pass. */
    public @Nullable SkipReason reason() {
      for (GateExplanation each : gates) {
        if (each.reason() != null) {
          return each.reason();
        }
      }
      return null;
    }
  }

  /**
   * What one gate says.
   *
   * @param gate the gate's name, such as {@code SAMPLING}
   * @param reason why it stops the survey, or null if it lets it pass
   * @param rule the rule that decided, empty if it passes
   * @param eligibleAt when time alone will have cured it, or null
   */
  public record GateExplanation(
      String gate,
      @Nullable SkipReason reason,
      String rule,
      @Nullable Instant eligibleAt) {

    private static final Map<Gate.Name, GateExplanation> PASSED = new EnumMap<>(Gate.Name.class);

    static {
      for (Gate.Name each : Gate.Name.values()) {
        PASSED.put(each, new GateExplanation(each.name(), null, "", null));
      }
    }

    static GateExplanation passed(Gate.Name gate) {
      return Objects.requireNonNull(PASSED.get(gate));
    }
  }

  /** Returns the whole explanation as lines that people read. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(event).append(" at ").append(at).append(": ");
    if (skip == null) {
      text.append("ask ").append(asks);
    } else {
      text.append("skip, ").append(skip.reason());
      if (skip.eligibleAt() != null) {
        text.append(" until ").append(skip.eligibleAt());
      }
    }
    for (SurveyExplanation survey : surveys) {
      text.append("\n  ").append(survey.survey());
      for (GateExplanation gate : survey.gates()) {
        text.append("\n    ").append(gate.reason() == null ? "pass " : "STOP ").append(gate.gate());
        if (gate.reason() != null) {
          text.append(": ").append(gate.reason()).append(", ").append(gate.rule());
        }
        if (gate.eligibleAt() != null) {
          text.append(", eligible at ").append(gate.eligibleAt());
        }
      }
    }
    return text.toString();
  }
}
