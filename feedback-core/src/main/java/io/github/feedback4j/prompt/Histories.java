package io.github.feedback4j.prompt;

import io.github.feedback4j.prompt.ContactLedger.Commit;
import io.github.feedback4j.prompt.ContactLedger.Versioned;
import java.util.Objects;

/** Where an engine finds the history of a person, and puts what becomes of it. */
sealed interface Histories {

  /** Loads the history of the moment's person into the moment. */
  void load(Moment moment);

  /** Returns the history that was loaded. */
  ContactHistory loaded(Moment moment);

  /** Returns one contact of the history that was loaded, by its row in the past. */
  Contact contact(Moment moment, int row);

  /** Puts a history in the place of that which was loaded. */
  Commit exchange(Moment moment, ContactHistory next);

  /** Adds a new invitation to the history that was loaded, of which everything else stays. */
  Commit append(Moment moment, Invitation invitation, boolean kept);

  /** Returns where the histories of a ledger are. */
  static Histories of(ContactLedger ledger, Numbering numbering) {
    return ledger instanceof InMemoryLedger memory
        ? new InMemory(memory, new SurveyNumbers(memory.words(), numbering))
        : new InLedger(ledger);
  }

  /** In any ledger. */
  record InLedger(ContactLedger ledger) implements Histories {

    @Override
    public void load(Moment moment) {
      Versioned loaded = ledger.load(moment.respondent);
      moment.version = loaded.version();
      moment.inform(loaded.history());
    }

    @Override
    public ContactHistory loaded(Moment moment) {
      throw new IllegalStateException("the moment has it");
    }

    @Override
    public Contact contact(Moment moment, int row) {
      return moment.history().contacts().get(row);
    }

    @Override
    public Commit exchange(Moment moment, ContactHistory next) {
      return ledger.compareAndSet(moment.respondent, moment.version, next);
    }

    @Override
    public Commit append(Moment moment, Invitation invitation, boolean kept) {
      return exchange(moment, moment.history().and(Contact.invited(invitation, kept)));
    }
  }

  /** In this process's memory, where gates read the bytes and no history is made. */
  record InMemory(InMemoryLedger ledger, SurveyNumbers surveys) implements Histories {

    @Override
    public void load(Moment moment) {
      HistoryOutput key = InMemoryLedger.key(moment.respondent, moment.key);
      byte[] entry = ledger.find(key, moment.respondentHash());
      moment.entry = entry;
      moment.beginPast();
      if (entry == null) {
        return;
      }
      HistoryInput in = moment.in;
      in.begin(entry, key.size());
      moment.past.optedOut = HistoryCodec.readsOptOut(in);
      Subject about = moment.touchpoint.about();
      while (in.hasMore()) {
        ContactForm.scan(in, moment.past, about, surveys);
      }
    }

    @Override
    public ContactHistory loaded(Moment moment) {
      byte[] entry = moment.entry;
      return entry == null ? ContactHistory.EMPTY : ledger.history(entry, moment.respondent);
    }

    @Override
    public Contact contact(Moment moment, int row) {
      HistoryInput in = moment.in;
      in.begin(Objects.requireNonNull(moment.entry), moment.key.size());
      // The head, and the contacts before it.
      for (int i = 0; i <= row; i++) {
        in.skip(in.count());
      }
      return ContactForm.read(in.record(), moment.respondent, ledger.words());
    }

    @Override
    public Commit exchange(Moment moment, ContactHistory next) {
      HistoryOutput out = moment.out.clear();
      out.append(moment.key);
      HistoryCodec.write(next, moment.respondent, out, ledger.words());
      return ledger.exchange(moment.key, moment.respondentHash(), moment.entry, out.toBytes());
    }

    @Override
    public Commit append(Moment moment, Invitation invitation, boolean kept) {
      HistoryOutput record = moment.record.clear();
      ContactForm.writeNew(invitation, kept, record, ledger.words());
      HistoryOutput out = moment.out.clear();
      byte[] entry = moment.entry;
      if (entry == null) {
        out.append(moment.key);
        out.number(0); // an empty head
      } else {
        out.appended(entry);
      }
      out.record(record);
      return ledger.exchange(moment.key, moment.respondentHash(), entry, out.toBytes());
    }
  }
}
