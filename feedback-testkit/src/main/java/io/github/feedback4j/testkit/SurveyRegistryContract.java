package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyRegistry;
import io.github.feedback4j.survey.SurveyRegistry.Registration;
import io.github.feedback4j.survey.Surveys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SurveyRegistry} must do; extend it and return one that is empty at the start of each
 * test.
 *
 * @since 0.1
 */
public abstract class SurveyRegistryContract {

  private static final String DESK = "https://desk.example";
  private static final String PORTAL = "https://portal.example";
  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");

  /** Creates the contract; JUnit does this for each test. */
  protected SurveyRegistryContract() {}

  /** Returns the registry under test, the same object for the whole of one test. */
  protected abstract SurveyRegistry registry();

  /** Returns a second view of the same registry, such as another node's; the same object by default. */
  protected SurveyRegistry secondNode() {
    return registry();
  }

  @Test
  void nothingIsRegisteredAtFirst() {
    assertThat(registry().all()).isEmpty();
    assertThat(registry().find("csat", 1)).isNull();
  }

  @Test
  void keepsEveryPartOfASurvey() {
    Survey whole = EveryQuestion.survey().withOnDemand(true).withVersion(17);

    assertThat(registry().register(whole, DESK)).isEqualTo(Registration.NEW);

    assertThat(secondNode().find(whole.key(), 17)).isEqualTo(whole);
    assertThat(secondNode().find(whole.key(), 16)).isNull();
    assertThat(secondNode().find("csat", 17)).isNull();
  }

  @Test
  void theSameContentAgainIsNoChangeWhoeverSaysSo() {
    registry().register(CSAT, DESK);
    long revision = registry().revision();

    assertThat(registry().register(CSAT, DESK)).isEqualTo(Registration.KNOWN);
    assertThat(secondNode().register(CSAT, PORTAL)).isEqualTo(Registration.KNOWN);

    assertThat(secondNode().revision()).isEqualTo(revision);
    assertThat(registry().all()).containsExactly(CSAT);
  }

  @Test
  void whoComesFirstStaysUnderAKeyAndVersion() {
    registry().register(CSAT, DESK);
    long revision = registry().revision();
    Survey other = CSAT.on("request.fulfilled");

    assertThat(secondNode().register(other, PORTAL)).isEqualTo(Registration.OTHER_CONTENT);
    assertThat(registry().register(other, DESK)).isEqualTo(Registration.OTHER_CONTENT);

    assertThat(registry().find("csat", 1)).isEqualTo(CSAT);
    assertThat(registry().revision()).isEqualTo(revision);
    assertThat(registry().register(other.withVersion(2), DESK)).isEqualTo(Registration.NEW);
  }

  @Test
  void listsAllByKeyAndVersion() {
    for (Survey each : List.of(
        CSAT.withVersion(10), Surveys.nps("nps"), CSAT.withVersion(9), Surveys.ces("a-ces"))) {
      registry().register(each, DESK);
    }

    assertThat(secondNode().all())
        .extracting(Survey::toString)
        .containsExactly("a-ces v1", "csat v9", "csat v10", "nps v1");
  }

  @Test
  void theRevisionIsAnotherOneAfterEachRegistration() {
    List<Long> revisions = new ArrayList<>();
    revisions.add(registry().revision());
    for (int version = 1; version <= 5; version++) {
      registry().register(CSAT.withVersion(version), DESK);
      revisions.add(secondNode().revision());
    }

    assertThat(revisions).doesNotHaveDuplicates();
    assertThat(registry().revision()).isEqualTo(revisions.get(5));
  }

  @Test
  void aFullRegistryKeepsWhatItHasAndKnowsIt() {
    for (int version = 1; version <= SurveyRegistry.MAX_SURVEYS; version++) {
      assertThat(registry().register(CSAT.withVersion(version), DESK)).isEqualTo(Registration.NEW);
    }

    assertThat(registry().register(Surveys.nps("nps"), DESK)).isEqualTo(Registration.FULL);
    assertThat(registry().register(CSAT.withVersion(7), DESK)).isEqualTo(Registration.KNOWN);
    assertThat(registry().find("nps", 1)).isNull();
    assertThat(registry().all()).hasSize(SurveyRegistry.MAX_SURVEYS);
  }

  @Test
  void ofSeveralWhoRegisterAtOnceOneIsTheFirst() throws Exception {
    for (int version = 1; version <= 10; version++) {
      List<Callable<Registration>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Survey mine = CSAT.withVersion(version).withPriority(i);
        SurveyRegistry node = i % 2 == 0 ? registry() : secondNode();
        calls.add(() -> node.register(mine, DESK));
      }

      List<Registration> done = AtOnce.run(calls);

      assertThat(Collections.frequency(done, Registration.NEW)).isEqualTo(1);
      assertThat(Collections.frequency(done, Registration.OTHER_CONTENT)).isEqualTo(3);
      assertThat(registry().find("csat", version))
          .isEqualTo(CSAT.withVersion(version).withPriority(done.indexOf(Registration.NEW)));
    }
  }
}
