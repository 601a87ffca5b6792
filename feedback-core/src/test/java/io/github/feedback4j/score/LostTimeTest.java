package io.github.feedback4j.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LostTimeTest {

  private static final LostTime NOW = new LostTime(Moments.of(10, 20, 30));
  private static final LostTime BEFORE = new LostTime(Moments.of(60, 45, 50, 80));

  @Test
  void hasAMeanWithTheIntervalOfStudent() {
    // s = 10, n = 3, and t with two degrees of freedom is 4.302653.
    assertThat(NOW.n()).isEqualTo(3);
    assertThat(NOW.mean()).hasValue(20);
    assertThat(NOW.standardError()).hasValueCloseTo(10 / Math.sqrt(3), within(1e-12));
    ConfidenceInterval interval = NOW.interval(0.95).orElseThrow();
    assertThat(interval.high()).isCloseTo(20 + 4.302652729911275 * 10 / Math.sqrt(3), within(1e-9));
    assertThat(interval.low()).isZero(); // 20 − 24.8 minutes do not exist
    assertThat(interval.method()).isEqualTo(IntervalMethod.STUDENT_T);
  }

  /** Gosset's own data in "The probable error of a mean" (Student 1908): additional hours of sleep. */
  @Test
  void agreesWithStudentsExample() {
    // Hours gained by drug 2: 1.9 0.8 1.1 0.1 −0.1 4.4 5.5 1.6 4.6 3.4, plus 0.1, in tenths of an
    // hour.
    LostTime sleep = new LostTime(Moments.of(20, 9, 12, 2, 0, 45, 56, 17, 47, 35));

    assertThat(sleep.mean().orElseThrow()).isCloseTo(23.3 + 1, within(1e-12));
    ConfidenceInterval interval = sleep.interval(0.95).orElseThrow();
    assertThat(interval.low()).isCloseTo(8.98 + 1, within(0.05));
    assertThat(interval.high()).isCloseTo(37.62 + 1, within(0.05));
  }

  @Test
  void addsUpToWorkDaysAndMoney() {
    LostTime lost = new LostTime(Moments.of(480, 240, 240));

    assertThat(lost.totalMinutes()).isEqualTo(960);
    assertThat(lost.workDays(LostTime.WORK_DAY_HOURS)).isEqualTo(2);
    assertThat(lost.workDays(7.5)).isCloseTo(960 / 450.0, within(1e-12));
    assertThat(lost.money(new BigDecimal("65"))).isEqualTo(new BigDecimal("1040.00"));
    assertThat(new LostTime(Moments.of(1)).money(new BigDecimal("0.30")))
        .isEqualTo(new BigDecimal("0.01"));
  }

  @Test
  void savesTimeAgainstABaseline() {
    // Means 58.75 and 20; variances 239.58/4 and 100/3; Welch's 4.96 degrees of freedom.
    LostTime.Saved saved = NOW.saved(BEFORE, 400, 0.95).orElseThrow();

    assertThat(saved.minutes()).isCloseTo(400 * 38.75, within(1e-9));
    assertThat(saved.workDays(8)).isCloseTo(400 * 38.75 / 480, within(1e-9));
    assertThat(saved.money(new BigDecimal("60"))).isEqualTo(new BigDecimal("15500.00"));
    assertThat(saved.n()).isEqualTo(3);
    assertThat(saved.baselineN()).isEqualTo(4);
    assertThat(saved.cannotTell()).isFalse();
    assertThat(BEFORE.saved(NOW, 400, 0.95).orElseThrow().minutes())
        .isCloseTo(-15_500, within(1e-9));
    assertThat(BEFORE.saved(NOW, 400, 0.95).orElseThrow().money(new BigDecimal("0.0003")))
        .isEqualTo(new BigDecimal("-0.08"));
    assertThat(NOW.saved(BEFORE, 400, 0.9999).orElseThrow().cannotTell()).isTrue();
  }

  @Test
  void cannotTellWithFewerThanTwoAnswersOrWithoutSpread() {
    LostTime none = new LostTime(Moments.none());
    LostTime one = new LostTime(Moments.of(30));
    LostTime same = new LostTime(Moments.of(30, 30));

    assertThat(none.mean()).isEmpty();
    assertThat(none.standardError()).isEmpty();
    assertThat(none.interval(0.95)).isEmpty();
    assertThat(none.totalMinutes()).isZero();
    assertThat(one.mean()).hasValue(30);
    assertThat(one.interval(0.95)).isEmpty();
    assertThat(same.standardError()).hasValue(0);
    assertThat(same.interval(0.95)).isEmpty();
    assertThat(one.saved(BEFORE, 1, 0.95)).isEmpty();
    assertThat(NOW.saved(none, 1, 0.95)).isEmpty();
    assertThat(same.saved(same, 1, 0.95)).isEmpty();
    assertThat(same.saved(BEFORE, 1, 0.95)).isPresent();
  }

  @Test
  void refusesMistakes() {
    refuses(() -> NOW.interval(95), "level must be between 0 and 1, both excluded, but was 95.0");
    refuses(() -> NOW.workDays(0), "hoursPerDay must be above 0 and at most 24, but was 0.0");
    refuses(
        () -> NOW.workDays(Double.NaN), "hoursPerDay must be above 0 and at most 24, but was NaN");
    refuses(() -> NOW.money(new BigDecimal("-1")), "ratePerHour must be at least 0, but was -1");
    refuses(() -> NOW.saved(BEFORE, -1, 0.95), "tickets must be at least 0, but was -1");
    refuses(() -> Moments.of(525_601), "minutes must be between 0 and 525600, but were 525601");
    refuses(() -> Moments.of(-1), "minutes must be between 0 and 525600, but were -1");
    refuses(() -> Moments.none().with(1, -1), "count of answers must be at least 0, but was -1");
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Nested
  class SumsOfMinutes {

    @Test
    void stayExactForBillionsOfYears() {
      Moments moments = Moments.none().with(Moments.MAX_MINUTES, 4_000_000_000L).with(0, 1);

      BigInteger squares =
          BigInteger.valueOf(525_600L * 525_600).multiply(BigInteger.valueOf(4_000_000_000L));
      assertThat(moments.squares()).isEqualTo(squares);
      // n Σx² − (Σx)² = 4·10⁹ · 525600², so s² = 525600² / (4·10⁹ + 1).
      assertThat(moments.variance().orElseThrow())
          .isCloseTo(525_600.0 * 525_600 / 4_000_000_001L, within(1e-9));
    }

    @Test
    void refuseWhatNobodyCanHaveAnswered() {
      refuses(
          () -> new Moments(2, 10, BigInteger.valueOf(49)),
          "no 2 numbers of minutes have the sum 10 and the sum of squares 49: keep the three together as they were counted");
      refuses(() -> new Moments(-1, 0, BigInteger.ZERO), "n must be at least 0, but was -1");
      assertThatIllegalArgumentException().isThrownBy(() -> new Moments(0, 1, BigInteger.ONE));
      assertThatIllegalArgumentException().isThrownBy(() -> new Moments(0, 0, BigInteger.ONE));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Moments(3, 5, BigInteger.valueOf(4)));
    }

    @Test
    void refuseToTakeOutWhatIsNotThere() {
      refuses(
          () -> Moments.of(5).minus(Moments.of(5, 1)),
          "cannot take 2 answers with 6 minutes out of 1 with 5: they are not among them");
      assertThatIllegalArgumentException().isThrownBy(() -> Moments.of(5, 5).minus(Moments.of(9)));
    }

    @Test
    void refuseToCountFurtherThanALongReaches() {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> Moments.none().with(2, Long.MAX_VALUE))
          .withMessage(
              "sum of minutes must be at most 9223372036854775807, but 9223372036854775807 answers of 2 are more");
    }
  }
}
