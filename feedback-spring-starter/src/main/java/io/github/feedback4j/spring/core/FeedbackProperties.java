package io.github.feedback4j.spring.core;

import io.github.feedback4j.privacy.Redaction.Kind;
import io.github.feedback4j.privacy.Redactor;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.NearLedger;
import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application can set about feedback4j as a whole.
 *
 * @param enabled whether feedback4j is there at all
 * @param surveyLocations where survey files are looked for
 * @param store where answers are kept
 * @param ledger where contact histories and the counts of quotas and pacing are kept
 * @param nearCache how long a node may remember, without asking a ledger that others share, that a
 *     person is to be left alone; 0 to 60 seconds
 * @param redis the application's Redis, for a ledger there
 * @param respondent how people are named in the stores
 * @param policy what applies to every survey
 * @param themes what comments are about
 * @param redaction what is taken out of texts before they are kept, unless a Redactor bean says so
 * @since 0.1
 */
@ConfigurationProperties("feedback4j")
public record FeedbackProperties(
    @DefaultValue("true") boolean enabled,

    @DefaultValue({"classpath*:feedback4j/*.yaml", "classpath*:feedback4j/*.json"})
    List<String> surveyLocations,

    @DefaultValue("auto") Store store,
    @DefaultValue("auto") Ledger ledger,
    @DefaultValue("5s") Duration nearCache,
    @DefaultValue Redis redis,
    @DefaultValue Respondent respondent,
    @DefaultValue Policy policy,
    @DefaultValue Themes themes,
    @DefaultValue Redaction redaction) {

  /** Checks how long a node may remember. */
  public FeedbackProperties {
    if (nearCache.isNegative() || nearCache.compareTo(NearLedger.LONGEST_MAX_AGE) > 0) {
      throw new IllegalArgumentException(
          "feedback4j.near-cache must be between 0s and %ds, but was %s"
              .formatted(NearLedger.LONGEST_MAX_AGE.toSeconds(), nearCache));
    }
  }

  /** Returns a ledger that is shared by several nodes, behind a memory of this one if there is any. */
  public ContactLedger near(ContactLedger shared) {
    return nearCache.isZero()
        ? shared
        : new NearLedger(
            shared, nearCache, NearLedger.DEFAULT_MAX_RESPONDENTS, InstantSource.system());
  }

  /** Where answers and contact histories are kept. */
  public enum Store {
    /**
     * The application's DataSource if it has one, else a collector if feedback4j.remote.url names one,
     * else an embedded database in a file.
     */
    AUTO,
    /** The application's DataSource. */
    JDBC,
    /** An embedded database in a file of its own, also beside a DataSource. */
    EMBEDDED,
    /** This process's memory; everything is forgotten when it ends. */
    MEMORY,
    /** A collector, to which they are sent; contact histories stay here. */
    REMOTE
  }

  /** Where contact histories and counts are kept. */
  public enum Ledger {
    /** Where answers are kept; where they are sent to a collector, an embedded database in a file. */
    AUTO,
    /** The application's DataSource, also where answers are sent to a collector. */
    JDBC,
    /** The application's Redis. */
    REDIS
  }

  /**
   * The application's Redis, for a ledger there.
   *
   * @param keyPrefix what the keys start with; applications that share contact limits share it
   * @param connectionFactory the name of the RedisConnectionFactory bean, for an application with
   *     several
   */
  public record Redis(
      @DefaultValue("feedback4j:") String keyPrefix,
      @Nullable String connectionFactory) {}

  /**
   * How people are named in the stores.
   *
   * @param mode whether a pseudonym, the user name or, beside the answers, nothing is kept; of this and
   *     the survey's own anonymity the stricter wins
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
      IDENTIFIED,
      /** A pseudonym in the contact ledger, and nothing that leads from an answer to it. */
      ANONYMOUS
    }

    /** Returns the mode without the key. */
    @Override
    public String toString() {
      return "Respondent[" + mode + "]";
    }
  }

  /**
   * What is taken out of texts before they are kept.
   *
   * @param email whether e-mail addresses are taken out
   * @param phone whether phone numbers are taken out
   * @param ip whether IP addresses are taken out
   * @param url whether URLs are taken out
   * @param iban whether international bank account numbers are taken out
   * @param card whether numbers of payment cards are taken out
   * @param employeeIds forms of employee ids that are taken out, such as EMP-######: # is a digit, @ a
   *     letter, ? either
   * @param assetTags forms of asset tags that are taken out, such as LT#####
   */
  public record Redaction(
      @DefaultValue("true") boolean email,
      @DefaultValue("true") boolean phone,
      @DefaultValue("true") boolean ip,
      @DefaultValue("true") boolean url,
      @DefaultValue("true") boolean iban,
      @DefaultValue("true") boolean card,
      @DefaultValue List<String> employeeIds,
      @DefaultValue List<String> assetTags) {

    /** Checks all forms at once. */
    public Redaction {
      List<String> wrong = new ArrayList<>();
      try {
        Redactor.none().withEmployeeIds(employeeIds.toArray(String[]::new));
      } catch (IllegalArgumentException e) {
        wrong.add("feedback4j.redaction.employee-ids: " + e.getMessage());
      }
      try {
        Redactor.none().withAssetTags(assetTags.toArray(String[]::new));
      } catch (IllegalArgumentException e) {
        wrong.add("feedback4j.redaction.asset-tags: " + e.getMessage());
      }
      if (!wrong.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", wrong));
      }
    }

    /** Returns the redactor that takes all this out. */
    Redactor toRedactor() {
      Redactor redactor = Redactor.standard()
          .withEmployeeIds(employeeIds.toArray(String[]::new))
          .withAssetTags(assetTags.toArray(String[]::new));
      Map<Kind, Boolean> switches = new EnumMap<>(Map.of(
          Kind.EMAIL, email,
          Kind.PHONE, phone,
          Kind.IP, ip,
          Kind.URL, url,
          Kind.IBAN, iban,
          Kind.CARD, card));
      for (Map.Entry<Kind, Boolean> each : switches.entrySet()) {
        redactor = each.getValue() ? redactor : redactor.without(each.getKey());
      }
      return redactor;
    }
  }

  /**
   * What comments are about, unless a ThemeTagger bean says so.
   *
   * @param location where a theme pack is looked for; without one, comments are tagged with {@code
   *     it-service}
   * @param polarityFromScore whether the rating beside a text judges the themes that the text only names
   */
  public record Themes(
      @DefaultValue("classpath*:feedback4j/themes.yaml") String location,
      @DefaultValue("true") boolean polarityFromScore) {}

  /**
   * Contact rules for every survey; a survey's own rules add to them and the strictest wins.
   *
   * @param location where a policy file is looked for; with one, only what is set here adds to it
   * @param any how long nobody asks a person after an event of any survey
   * @param sameSurvey how long a survey does not ask a person after one of its own events
   * @param limit how many invitations a person gets at most
   */
  public record Policy(
      @DefaultValue("classpath*:feedback4j/policy.yaml") String location,
      @Nullable Gaps any,
      @Nullable Gaps sameSurvey,
      @Nullable Limit limit) {

    private static final Gaps DEFAULT_ANY = new Gaps(Duration.ofDays(30), null, null, null);
    private static final Gaps DEFAULT_SAME = new Gaps(Duration.ofDays(90), null, null, null);
    private static final Limit DEFAULT_LIMIT = new Limit(4, Duration.ofDays(90));

    /**
     * Returns the rules: 30 days after an invitation, 90 days for the same survey, and four invitations
     * in 90 days, each unless set.
     */
    public ContactRules toRules() {
      return rules(
          ContactRules.none(),
          any == null ? DEFAULT_ANY : any,
          sameSurvey == null ? DEFAULT_SAME : sameSurvey,
          limit == null ? DEFAULT_LIMIT : limit);
    }

    /** Returns the rules of a file and what is set beside it. */
    ContactRules addTo(ContactRules file) {
      return rules(file, any, sameSurvey, limit);
    }

    private static ContactRules rules(
        ContactRules start, @Nullable Gaps any, @Nullable Gaps same, @Nullable Limit limit) {
      ContactRules rules = start;
      for (Since since : Since.values()) {
        Duration gap = any == null ? null : any.of(since);
        rules = gap == null ? rules : rules.any(since, gap);
        gap = same == null ? null : same.of(since);
        rules = gap == null ? rules : rules.sameSurvey(since, gap);
      }
      return limit == null || limit.times() == 0
          ? rules
          : rules.atMost(limit.times(), limit.within());
    }
  }

  /**
   * How many invitations a person gets at most, whatever the survey.
   *
   * @param times the greatest number; 0 is no limit
   * @param within in which stretch of time, which moves along with the clock
   */
  public record Limit(
      @DefaultValue("4") int times, @DefaultValue("90d") Duration within) {}

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
