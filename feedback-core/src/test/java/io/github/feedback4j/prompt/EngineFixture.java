package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** An engine and a recorder on one ledger and one clock that the test moves. */
final class EngineFixture {

  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  static final RespondentKey ANNA = new RespondentKey("anna");

  final FragileLedger ledger;
  final FragileCounters counters;
  final List<ContactEvent> events = new ArrayList<>();
  final ContactRecorder contacts;
  final PromptEngine engine;
  private Instant now = START;
  private int responses;

  EngineFixture(ContactRules policy, Survey... surveys) {
    this(new FragileLedger(), 1, policy, surveys);
  }

  EngineFixture(FragileLedger ledger, long seed, ContactRules policy, Survey... surveys) {
    this(ledger, new FragileCounters(), seed, policy, surveys);
  }

  EngineFixture(
      FragileLedger ledger,
      FragileCounters counters,
      long seed,
      ContactRules policy,
      Survey... surveys) {
    this(ledger, counters, seed, Policy.of(policy), surveys);
  }

  EngineFixture(Policy policy, Survey... surveys) {
    this(new FragileLedger(), new FragileCounters(), 1, policy, surveys);
  }

  EngineFixture(
      FragileLedger ledger, FragileCounters counters, long seed, Policy policy, Survey... surveys) {
    this(ledger, ledger, counters, seed, policy, surveys);
  }

  private EngineFixture(
      FragileLedger ledger,
      ContactLedger decidedOn,
      FragileCounters counters,
      long seed,
      Policy policy,
      Survey... surveys) {
    this.ledger = ledger;
    this.counters = counters;
    SurveyCatalog catalog = SurveyCatalog.of(List.of(surveys));
    contacts = new ContactRecorder(catalog, policy, ledger, counters, () -> now, events::add);
    engine = new PromptEngine(
        catalog, policy, decidedOn, () -> now, new SplittableRandom(seed), contacts);
  }

  /** Makes an engine that reads the bytes of its ledger, where others are handed histories. */
  static EngineFixture inMemory(Policy policy, Survey... surveys) {
    FragileLedger ledger = new FragileLedger();
    return new EngineFixture(ledger, ledger.inside(), new FragileCounters(), 1, policy, surveys);
  }

  void advance(Duration by) {
    now = now.plus(by);
  }

  Instant now() {
    return now;
  }

  Decision ask(Touchpoint touchpoint) {
    return engine.ask(touchpoint, new RespondentKey(touchpoint.respondent()));
  }

  Invitation invite(Touchpoint touchpoint) {
    return ask(touchpoint).fold(Decision.Ask::invitation, skip -> {
      throw new AssertionError("expected to ask, but " + skip);
    });
  }

  Decision.Skip skip(Touchpoint touchpoint) {
    return ask(touchpoint)
        .fold(
            ask -> {
              throw new AssertionError("expected to skip, but " + ask);
            },
            skip -> skip);
  }

  void answer(Invitation invitation) {
    contacts.answered(invitation, new UUID(0, ++responses), 1, true);
  }

  static Touchpoint closed(String ticket) {
    return Touchpoint.of("ticket.closed", "anna").subject(ticket);
  }
}
