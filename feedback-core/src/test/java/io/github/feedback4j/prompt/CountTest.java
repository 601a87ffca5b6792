package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountTest {

  @Test
  void whatWasNotAnsweredComesBackWhenItsMomentHasPassed() {
    Count count = Count.NONE.take(5).opened(100, 3).answered(100);

    assertThat(count.at(99).taken()).isEqualTo(5);
    assertThat(count.at(100).taken()).isEqualTo(3);
    assertThat(count.at(100).at(200)).isEqualTo(count.at(100));
  }

  @Test
  void anAnswerThatIsToldBeforeItsInvitationCounts() {
    Count count = Count.NONE.take(1).answered(100).opened(100, 1);

    assertThat(count.at(100).taken()).isEqualTo(1);
  }

  @Test
  void anInvitationThatIsToldLateComesBackAtOnceUnlessItWasAnswered() {
    Count two = Count.NONE.take(2).opened(100, 1).at(100);

    assertThat(two.opened(100, 1).taken()).isZero();
    Count answered = Count.NONE.take(2).answered(100).at(100);
    assertThat(answered.opened(90, 1).taken()).isEqualTo(2);
    assertThat(answered.opened(90, 1).opened(100, 1).taken()).isEqualTo(1);
  }

  @Test
  void anAnswerAndItsInvitationThatAreBothToldLateLeaveOneUnitOut() {
    Count count = Count.NONE.take(2).opened(100, 1).at(100);

    assertThat(count.answered(50).opened(50, 1).taken()).isEqualTo(1);
    assertThat(count.opened(50, 1).answered(50).taken()).isEqualTo(1);
  }

  @Test
  void aDismissalThatIsToldBeforeItsInvitationFreesOneUnit() {
    Count count = Count.NONE.take(2).released(100L).at(100).opened(100, 1);

    assertThat(count.taken()).isEqualTo(1);
  }

  @Test
  void anAnswerAfterItsUnitCameBackTakesOneAgain() {
    assertThat(Count.NONE.take(1).opened(100, 1).at(100).answered(100).taken()).isEqualTo(1);
  }

  @Test
  void aUnitThatCameBackByExpiryDoesNotComeBackByDismissal() {
    Count count = Count.NONE.take(2).opened(100, 1).at(100);

    assertThat(count.released(100L)).isEqualTo(count);
    assertThat(Count.NONE.take(2).released(null).taken()).isEqualTo(1);
  }

  @Test
  void nothingComesBackThatWasNotOut() {
    assertThat(Count.NONE.giveBack(3)).isEqualTo(Count.NONE);
    assertThat(Count.NONE.take(1).giveBack(3).taken()).isZero();
  }

  @Test
  void doesNotNoteMoreThanAHundredMoments() {
    Count count = Count.NONE;
    for (int i = 0; i < 1_000; i++) {
      count = count.opened(i, 1);
    }

    assertThat(Count.decode(count.encode())).isEqualTo(count);
    assertThat(count.opened(5, 1)).isNotEqualTo(count);
    assertThat(count.take(1_000).at(10_000).taken()).isEqualTo(900);
  }

  @Test
  void notesWhatWasOutWhenADayBegan() {
    Count monday = Count.NONE.on(1).take(3);
    Count tuesday = monday.on(2).take(2);

    assertThat(monday.takenBefore(1)).isZero();
    assertThat(monday.takenBefore(2)).isEqualTo(3);
    assertThat(tuesday.takenBefore(2)).isEqualTo(3);
    assertThat(tuesday.isPast(1)).isTrue();
    assertThat(tuesday.on(1)).isEqualTo(tuesday);
  }

  @Test
  void saysHowManyAreOutAndNothingElse() {
    assertThat(Count.NONE.take(3)).hasToString("Count[3 out]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2 0 0 0 0 0",
        "1 0 0 0 0",
        "1 a 0 0 0 0",
        "1 0 0 0 0 0 5",
        "1 0 0 0 0 0 =5",
        "1 0 0 0 0 0 "
      })
  void refusesATextThatIsNoCount(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Count.decode(text))
        .withMessageStartingWith("count must ");
  }
}
