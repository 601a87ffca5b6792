package io.github.feedback4j.testkit;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.survey.Surveys;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A response store, and people whose responses it can be given. */
abstract class ResponseStoreFixture {

  static final ResponseFilter ALL = ResponseFilter.of("ticket-csat");

  /** The real door makes the responses; it is not the store under test that it keeps them in. */
  final FakeFeedback fake =
      FakeFeedback.of(Surveys.csat("ticket-csat").on("ticket.closed").withOnDemand(true));

  private int tickets;

  /** Returns the store under test, the same object for the whole of one test. */
  protected abstract ResponseStore store();

  final Invitation invite(String respondent, String team) {
    return fake.invite(Touchpoint.of("ticket.closed", respondent)
        .subject("INC-" + ++tickets)
        .accountable(a -> a.team(team).channel("portal").slaMet(true)));
  }

  /** Lets the real intake check, redact and tag the response. */
  final AcceptedResponse accepted(Response response) {
    fake.feedback().submit(response).orElseThrow();
    List<AcceptedResponse> all = fake.responses();
    return all.get(all.size() - 1);
  }

  /** Lets the intake of another node, which knows of no other response, accept it. */
  final AcceptedResponse acceptedElsewhere(Response response) {
    RespondentKey respondent = response.invitation().respondent();
    FakeFeedback node = FakeFeedback.of(Surveys.csat("ticket-csat").on("ticket.closed"));
    node.ledger().compareAndSet(respondent, 0, fake.ledger().load(respondent).history());
    node.feedback().submit(response).orElseThrow();
    return node.responses().get(0);
  }

  static ResponseFilter by(String dimension, String value) {
    return new ResponseFilter("ticket-csat", null, null, Map.of(dimension, Set.of(value)));
  }
}
