package io.github.feedback4j.prompt;

import static io.github.feedback4j.prompt.EngineFixture.ANNA;
import static io.github.feedback4j.prompt.EngineFixture.START;
import static io.github.feedback4j.prompt.EngineFixture.closed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever two nodes do: a memory never makes an ask, and never holds one back for long. */
class NearLedgerProperties {

  private static final Duration MAX_AGE = Duration.ofSeconds(5);

  @Property
  void decidesAsWithoutAMemoryButForSkipsRightAfterAChangeElsewhere(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 7) Integer> acts, @ForAll long seed) {
    new World(seed).live(acts);
  }

  /** Two nodes, of which one remembers, and one person. */
  private static final class World {

    private final SplittableRandom dice;
    private final ContactLedger shared = new InMemoryLedger();
    private final ContactLedger near = new NearLedger(shared, MAX_AGE, 4, () -> now());
    private final ContactRecorder hereContacts = recorder(near);
    private final ContactRecorder elsewhereContacts = recorder(shared);
    private final PromptEngine here = engine(near, hereContacts, 1);
    private final PromptEngine elsewhere = engine(shared, elsewhereContacts, 2);
    private Instant now = START;
    private Instant changedElsewhere = Instant.MIN;

    World(long seed) {
      dice = new SplittableRandom(seed);
    }

    private Instant now() {
      return now;
    }

    void live(List<Integer> acts) {
      for (int act : acts) {
        now = now.plus(step());
        boolean isHere = dice.nextBoolean();
        ContactRecorder contacts = isHere ? hereContacts : elsewhereContacts;
        switch (act) {
          case 0, 1, 2 -> ask(isHere);
          case 3 -> contacts.optOut(ANNA);
          case 4 -> contacts.optIn(ANNA);
          case 5 -> contacts.cancel(ANNA, ticket());
          case 6 -> (isHere ? near : shared).erase(ANNA);
          default -> close(contacts);
        }
        if (!isHere) {
          changedElsewhere = now;
        }
      }
    }

    private Duration step() {
      return dice.nextInt(3) == 0
          ? Duration.ofDays(dice.nextInt(20))
          : Duration.ofMillis(dice.nextInt(7_000));
    }

    private String ticket() {
      return "INC-" + dice.nextInt(3);
    }

    private void close(ContactRecorder contacts) {
      List<Contact> all = shared.load(ANNA).history().contacts();
      if (!all.isEmpty()) {
        Invitation any = all.get(dice.nextInt(all.size())).invitation();
        switch (dice.nextInt(3)) {
          case 0 -> contacts.answered(any, new UUID(1, 1), 1, true);
          case 1 -> contacts.dismiss(any, Dismissal.LATER);
          default -> contacts.dismiss(any, Dismissal.CLOSED);
        }
      }
    }

    private void ask(boolean isHere) {
      Touchpoint touchpoint = closed(ticket());
      Explanation truth = elsewhere.explain(touchpoint, ANNA);
      Decision decision = (isHere ? here : elsewhere).ask(touchpoint, ANNA);
      boolean mayBeOld = isHere && now.isBefore(changedElsewhere.plus(MAX_AGE));

      if (truth.asks() == null) {
        assertThat(decision).isInstanceOf(Decision.Skip.class);
        if (!mayBeOld) {
          assertThat(decision).isEqualTo(truth.skip());
        }
      } else if (!mayBeOld) {
        assertThat(decision).isInstanceOf(Decision.Ask.class);
      }
    }

    private ContactRecorder recorder(ContactLedger ledger) {
      return new ContactRecorder(
          catalog(),
          Policy.of(policy()),
          ledger,
          new InMemorySurveyCounters(),
          this::now,
          event -> {});
    }

    private PromptEngine engine(ContactLedger ledger, ContactRecorder contacts, long seed) {
      return new PromptEngine(
          catalog(), Policy.of(policy()), ledger, this::now, new SplittableRandom(seed), contacts);
    }

    private static SurveyCatalog catalog() {
      return SurveyCatalog.of(List.of(
          Surveys.csat("ticket-csat").on("ticket.closed"), Surveys.nps("nps").on("ticket.closed")));
    }

    private static ContactRules policy() {
      return ContactRules.atMostOncePer(Duration.ofDays(7));
    }
  }
}
