package io.github.feedback4j.testkit;

import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.response.ResponseStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

class InMemoryAnonymityTest extends AnonymityContract {

  private final InMemoryLedger ledger = new InMemoryLedger(100, InstantSource.system());
  private final RecordingStore store = new RecordingStore();

  @Override
  protected ContactLedger ledger() {
    return ledger;
  }

  @Override
  protected ResponseStore store() {
    return store;
  }

  /** Everything that the store was told, which is more than it keeps. */
  @Override
  protected List<String> dump() {
    List<String> dump = new ArrayList<>();
    store.contacts().forEach(each -> {
      dump(each.invitation(), dump);
      dump.add(each.outcome() + " at " + each.at());
    });
    store.responses().forEach(each -> {
      dump(each.invitation(), dump);
      dump.add(each.id() + " revision " + each.revision() + " at " + each.answeredAt());
      dump.add(each.answers() + " in " + each.locale());
    });
    return dump;
  }

  private static void dump(Invitation each, List<String> dump) {
    dump.add(each.id() + " " + each.survey() + " v" + each.surveyVersion());
    dump.add(each.respondent().value() + " " + each.event() + " " + each.subject());
    dump.add(each.invitedAt() + " " + each.expiresAt() + " " + each.locale());
    dump.add(each.attributes().toJson() + " " + each.accountability().dimensions());
    dump.add(each.accountability().openedAt() + " " + each.accountability().closedAt());
  }
}
