package io.github.feedback4j.benchmarks;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Contact;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.EngineWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Tells how many bytes a history is in a store, which the specification wants to be 64 at most. */
final class HistoryReport {

  static final RespondentKey SOMEBODY = new RespondentKey(new People(1).key(0));

  private HistoryReport() {}

  /** A history and what it is. */
  record Line(String what, ContactHistory history) {

    int bytes() {
      return history.encode(SOMEBODY).length;
    }
  }

  static List<Line> lines() {
    return List.of(
        new Line("nothing", ContactHistory.EMPTY),
        new Line("opted out, nothing else", new ContactHistory(List.of(), Workload.LONG_AGO)),
        new Line("one ticket, invited, not shown yet", live(1)),
        new Line("one ticket, answered 10 days ago (typical)", answered(Workload.LATELY, 1)),
        new Line("one ticket, answered 100 days ago", answered(Workload.LONG_AGO, 1)),
        new Line("the same when the person was asked again", settled(1)),
        new Line("four such tickets", settled(4)),
        new Line("four tickets in 90 days, all answered", answered(Workload.LONG_AGO, 4)),
        new Line("ten tickets, all answered", answered(Workload.LONG_AGO, 10)));
  }

  private static ContactHistory settled(int contacts) {
    return EngineWork.settled(answered(Workload.LONG_AGO, contacts));
  }

  private static ContactHistory live(int contacts) {
    List<Contact> list = new ArrayList<>();
    for (int i = 0; i < contacts; i++) {
      list.add(Workload.liveContact(SOMEBODY, i, Workload.LATELY, new SplittableRandom(i)));
    }
    return new ContactHistory(list, null);
  }

  private static ContactHistory answered(Instant first, int contacts) {
    List<Contact> list = new ArrayList<>();
    for (int i = 0; i < contacts; i++) {
      Instant at = first.plus(Duration.ofDays(30L * i));
      list.add(Workload.answeredContact(SOMEBODY, i, at, new SplittableRandom(i)));
    }
    return new ContactHistory(list, null);
  }
}
