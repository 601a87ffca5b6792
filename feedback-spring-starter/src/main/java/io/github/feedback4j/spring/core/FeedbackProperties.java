package io.github.feedback4j.spring.core;

import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application can set about feedback4j as a whole.
 *
 * @param enabled whether feedback4j is there at all
 * @param surveyLocations where survey files are looked for
 * @param store where answers are kept
 * @param respondent how people are named in the stores
 * @param policy contact rules that apply to every survey
 * @since 0.1
 */
@ConfigurationProperties("feedback4j")
public record FeedbackProperties(
    @DefaultValue("true") boolean enabled,

    @DefaultValue({"classpath*:feedback4j/*.yaml", "classpath*:feedback4j/*.json"})
    List<String> surveyLocations,

    @DefaultValue("auto") Store store,
    @DefaultValue Respondent respondent,
    @DefaultValue Policy policy) {

  /** Where answers and contact histories are kept. */
  public enum Store {
    /** The application's DataSource if it has one, else an embedded database in a file. */
    AUTO,
    /** The application's DataSource. */
    JDBC,
    /** An embedded database in a file of its own, also beside a DataSource. */
    EMBEDDED,
    /** This process's memory; everything is forgotten when it ends. */
    MEMORY
  }

  /**
   * How people are named in the stores.
   *
   * @param mode whether a pseudonym or the user name is kept
   * @param pseudonymKey the secret behind the pseudonyms, at least 16 characters; applications that
   *     share contact limits share it. Without one a random key is kept in the store.
   */
  public record Respondent(
      @DefaultValue("pseudonymous") Mode mode, @Nullable String pseudonymKey) {

    /** What is kept of a person. */
    public enum Mode {
      /** A pseudonym that only the holder of the key can make again. */
      PSEUDONYMOUS,
      /** The user name. */
      IDENTIFIED
    }

    /** Returns the mode without the key. */
    @Override
    public String toString() {
      return "Respondent[" + mode + "]";
    }
  }

  /**
   * Contact rules for every survey; a survey's own rules add to them and the strictest wins.
   *
   * @param any how long nobody asks a person after an event of any survey
   * @param sameSurvey how long a survey does not ask a person after one of its own events
   */
  public record Policy(@Nullable Gaps any, @Nullable Gaps sameSurvey) {

    private static final Gaps DEFAULT_ANY = new Gaps(Duration.ofDays(30), null, null, null);
    private static final Gaps DEFAULT_SAME = new Gaps(Duration.ofDays(90), null, null, null);

    /** Returns the rules: 30 days after an invitation, 90 days for the same survey, unless set. */
    public ContactRules toRules() {
      ContactRules rules = ContactRules.none();
      Gaps anyGaps = any == null ? DEFAULT_ANY : any;
      Gaps sameGaps = sameSurvey == null ? DEFAULT_SAME : sameSurvey;
      for (Since since : Since.values()) {
        Duration gap = anyGaps.of(since);
        rules = gap == null ? rules : rules.any(since, gap);
        gap = sameGaps.of(since);
        rules = gap == null ? rules : rules.sameSurvey(since, gap);
      }
      return rules;
    }
  }

  /**
   * One gap for each event that can start it; zero or nothing is no gap.
   *
   * @param invited since the person was invited
   * @param shown since the question was on the person's screen
   * @param answered since the person answered
   * @param dismissed since the person closed the question
   */
  public record Gaps(
      @Nullable Duration invited,
      @Nullable Duration shown,
      @Nullable Duration answered,
      @Nullable Duration dismissed) {

    private @Nullable Duration of(Since since) {
      Duration gap = switch (since) {
        case INVITED -> invited;
        case SHOWN -> shown;
        case ANSWERED -> answered;
        case DISMISSED -> dismissed;
      };
      return gap == null || gap.isZero() ? null : gap;
    }
  }
}
