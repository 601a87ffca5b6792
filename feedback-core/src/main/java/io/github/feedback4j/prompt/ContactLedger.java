package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who was asked what and when; the only truth for throttling.
 *
 * <p>A ledger is dumb on purpose: it loads one person's history and exchanges it if nobody else did
 * in between. Every rule is evaluated by {@link PromptEngine}, the same for every store. Stores may
 * throw any unchecked exception for trouble of their own; the engine then asks nobody.
 *
 * <p>Implementations are safe for use by several threads, and by several processes where the store
 * is shared. {@code ContactLedgerContract} in the testkit is the test that each must pass.
 *
 * @since 0.1
 */
public interface ContactLedger {

  /** A history with the version that {@link #compareAndSet} must name. */
  record Versioned(ContactHistory history, long version) {

    /** What {@link ContactLedger#load} returns for somebody who is not known. */
    public static final Versioned ABSENT = new Versioned(ContactHistory.EMPTY, 0);
  }

  /** What has become of an exchange. */
  enum Commit {
    /** The new history is in force. */
    DONE,
    /** Somebody else was faster; load again. */
    CONFLICT,
    /** There is no room, and nothing that can still bind may be forgotten. */
    FULL
  }

  /** Returns the history of a person, {@link Versioned#ABSENT} if there is none. */
  Versioned load(RespondentKey respondent);

  /**
   * Returns what this node remembers of a person without asking the store, or null if nothing; null
   * unless a ledger has such a memory.
   *
   * <p>It may lack what other nodes did in the last seconds, so it is good for one thing: to leave
   * somebody alone. Never blocks.
   */
  default @Nullable ContactHistory recall(RespondentKey respondent) {
    return null;
  }

  /**
   * Puts {@code history} in the place of the one that had {@code version}, 0 for none.
   *
   * <p>Of several attempts with the same version for different histories exactly one is {@link
   * Commit#DONE}. A version is never used again for another history of the same person, except 0
   * after {@link #erase}.
   */
  Commit compareAndSet(RespondentKey respondent, long version, ContactHistory history);

  /** Removes every trace of a person, the opt-out included; does nothing if there is none. */
  void erase(RespondentKey respondent);

  /**
   * Returns the keys of the surveys that are paused at run time.
   *
   * <p>Called for each decision, so it must answer from memory; a shared store may be up to five
   * seconds behind another node.
   */
  Set<String> paused();

  /** Pauses or resumes a survey on every node that shares this store. */
  void setPaused(String survey, boolean paused);

  /**
   * Returns the secret key that is kept beside the histories, which becomes {@code proposed} if there
   * is none yet.
   *
   * <p>Pseudonyms depend on it, so it lives exactly as long as the histories do.
   */
  byte[] secretKey(byte[] proposed);
}
