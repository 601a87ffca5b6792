package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import java.util.Set;

/** A ledger that can be broken, and that can be made to lose races at a chosen moment. */
public final class FragileLedger implements ContactLedger {

  private final InMemoryLedger ledger = new InMemoryLedger();
  private boolean broken;
  private Runnable betweenLoadAndCommit = () -> {};
  private int loads;

  public FragileLedger() {}

  /** Makes every call throw, or ends that. */
  public void broken(boolean broken) {
    this.broken = broken;
  }

  /** Runs something after each load, as another node would do it at the worst moment. */
  public void betweenLoadAndCommit(Runnable interference) {
    this.betweenLoadAndCommit = interference;
  }

  /** Returns the ledger without its troubles, whose histories an engine reads as bytes. */
  public InMemoryLedger inside() {
    return ledger;
  }

  /** Returns how often a history was loaded. */
  public int loads() {
    return loads;
  }

  @Override
  public Versioned load(RespondentKey respondent) {
    check();
    loads++;
    Versioned loaded = ledger.load(respondent);
    betweenLoadAndCommit.run();
    return loaded;
  }

  @Override
  public Commit compareAndSet(RespondentKey respondent, long version, ContactHistory history) {
    check();
    return ledger.compareAndSet(respondent, version, history);
  }

  @Override
  public void erase(RespondentKey respondent) {
    check();
    ledger.erase(respondent);
  }

  @Override
  public Set<String> paused() {
    check();
    return ledger.paused();
  }

  @Override
  public void setPaused(String survey, boolean paused) {
    check();
    ledger.setPaused(survey, paused);
  }

  @Override
  public byte[] secretKey(byte[] proposed) {
    return ledger.secretKey(proposed);
  }

  private void check() {
    if (broken) {
      throw new IllegalStateException("ledger gone");
    }
  }
}
