package io.github.feedback4j.examples.servicedesk;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.examples.History;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.Recorded;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Gives the dashboard something to show: replays half a year of made-up tickets at the first start.
 *
 * <p>The tickets are those of the plain Java example, with the same teams, services and channels as
 * the tickets here. They go through the same surveys and contact rules into the same stores as every
 * other answer; only the clock is that of the replay. Runs before the first request is served.
 */
@Component
@ConditionalOnProperty(name = "service-desk.history", matchIfMissing = true)
class DemoHistory implements SmartInitializingSingleton {

  // Once and completely, whenever the process is killed. Two marks in the ledger tell how far it
  // came: they are opt-outs of two people who do not exist, because an opt-out is what every ledger
  // keeps for ever, and it counts in no figure. One is made before the first ticket and one after
  // the last answer.
  //
  //   no mark      the first start, or somebody used these stores before: replayed if no answer is
  //                there
  //   begun        the process ended in between: what is there of the history is erased, and it is
  //                replayed anew
  //   begun, done  nothing to do
  //
  // A half history is not continued, because the next start may be on another day, when every date
  // in it is another one. Erasing is by person and nobody who signs in is one of them, so answers
  // that were given here in between stay. The embedded database admits one process at a time.

  private static final String BEGUN = "history begun";
  private static final String DONE = "history done";

  private static final Logger log = LoggerFactory.getLogger(DemoHistory.class);

  private final List<Survey> surveys;
  private final Policy policy;
  private final ObjectProvider<ContactLedger> ledgers;
  private final ObjectProvider<ResponseStore> stores;
  private final InstantSource time;
  private final Environment environment;

  DemoHistory(
      Feedback feedback,
      ObjectProvider<ContactLedger> ledgers,
      ObjectProvider<ResponseStore> stores,
      InstantSource time,
      Environment environment) {
    this.surveys = feedback.surveys();
    this.policy = feedback.policy();
    this.ledgers = ledgers;
    this.stores = stores;
    this.time = time;
    this.environment = environment;
  }

  @Override
  public void afterSingletonsInstantiated() {
    ContactLedger ledger = ledgers.getIfAvailable();
    ResponseStore store = stores.getIfAvailable();
    if (ledger == null || store == null || surveys.isEmpty()) {
      log.info("the history is not replayed: it needs a survey, and a store other than memory");
      return;
    }
    // Not closed: the stores are not ours.
    Feedback feedback = parts(ledger, store).time(time).build();
    if (isMarked(feedback, DONE)) {
      return;
    }
    // Only whole days that are over everywhere the figures are read by days, which are those of
    // UTC.
    Instant end = time.instant().truncatedTo(ChronoUnit.DAYS);
    History history = History.endingBefore(end);
    if (isMarked(feedback, BEGUN)) {
      log.info("the history was replayed in part when the application ended; it begins anew");
      history.erase(feedback);
    } else if (hasAnswers(store)) {
      log.info("the history is not replayed: there are answers already");
      return;
    }
    mark(feedback, BEGUN);
    HistoryDay.remember(environment, end);
    replay(history, ledger, store);
    mark(feedback, DONE);
  }

  private void replay(History history, ContactLedger ledger, ResponseStore store) {
    log.info(
        "replaying six months of made-up tickets, once: {} tickets, {} to {}",
        history.tickets(),
        history.firstDay(),
        history.lastDay());
    History.Replayed replayed = history.replay(parts(ledger, store));
    log.info(
        "replayed {} tickets: asked about {}, {} answers; new laptops arrived on {}, new travel expenses on {}",
        replayed.tickets(),
        replayed.invitations(),
        replayed.answers(),
        history.newLaptops(),
        history.newExpenses());
  }

  /**
   * Returns the parts of the application's own {@link Feedback}, but for the clock and the key of its
   * pseudonyms: nobody signs in who is part of the history.
   */
  private Feedback.Builder parts(ContactLedger ledger, ResponseStore store) {
    return Feedback.builder().surveys(surveys).policy(policy).ledger(ledger).store(store);
  }

  private boolean hasAnswers(ResponseStore store) {
    return surveys.stream()
        .anyMatch(each -> !store.newest(ResponseFilter.of(each.key()), 1).isEmpty());
  }

  private boolean isMarked(Feedback feedback, String mark) {
    // Whoever has opted out is never eligible.
    return feedback.nextEligibleAt(mark, surveys.get(0).key()).isEmpty();
  }

  private static void mark(Feedback feedback, String mark) {
    if (feedback.optOut(mark) != Recorded.DONE) {
      throw new IllegalStateException(
          "the ledger cannot be written, so nobody could be asked either; look at the log above");
    }
  }
}
