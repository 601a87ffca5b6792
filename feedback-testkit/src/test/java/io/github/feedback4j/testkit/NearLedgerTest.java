package io.github.feedback4j.testkit;

import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.NearLedger;

class NearLedgerTest extends ContactLedgerContract {

  private final ContactLedger shared = new InMemoryLedger();
  private final ContactLedger node = new NearLedger(shared);
  private final ContactLedger secondNode = new NearLedger(shared);

  @Override
  protected ContactLedger ledger() {
    return node;
  }

  @Override
  protected ContactLedger secondNode() {
    return secondNode;
  }
}
