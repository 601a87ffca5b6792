package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Surveys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The laws of the binary form. */
class HistoryCodecProperties {

  private static final RespondentKey OWNER = new RespondentKey("AAAAAAAAAAAAAAAAAAAAAA");

  @Property
  void whatIsReadEqualsWhatWasWritten(@ForAll @From("histories") ContactHistory history) {
    byte[] bytes = history.encode(OWNER);

    assertThat(ContactHistory.decode(bytes, OWNER)).isEqualTo(history);
    assertThat(history.encode(OWNER)).isEqualTo(bytes);
  }

  @Property
  void anyBytesAreRefusedOrRead(@ForAll byte[] bytes) {
    assertRefusedOrRead(bytes);
  }

  @Property
  void anyBytesWithTheRightChecksumAreRefusedOrRead(@ForAll byte[] bytes) {
    HistoryOutput body = new HistoryOutput();
    for (byte each : bytes) {
      body.put(each);
    }

    assertRefusedOrRead(body.framed(1));
    assertRefusedOrRead(body.framed(2));
  }

  @Property
  void damageBeneathTheChecksumIsRefusedOrRead(
      @ForAll @From("histories") ContactHistory history, @ForAll List<Integer> damage) {
    byte[] bytes = history.encode(OWNER);
    for (int each : damage) {
      int at = 5 + Math.floorMod(each >> 8, bytes.length - 5);
      bytes[at] = (byte) each;
    }
    HistoryOutput body = new HistoryOutput();
    for (int i = 5; i < bytes.length; i++) {
      body.put(bytes[i]);
    }

    assertRefusedOrRead(body.framed(2));
  }

  @Property
  void aContactThatIsJustMadeIsWrittenAsAnyOther(
      @ForAll @From("histories") ContactHistory history, @ForAll boolean kept) {
    for (Contact each : history.contacts()) {
      HistoryOutput made = new HistoryOutput();
      ContactForm.writeNew(owned(each.invitation()), kept, made, new Words.OfOne());
      HistoryOutput any = new HistoryOutput();
      ContactForm.write(
          Contact.invited(owned(each.invitation()), kept), OWNER, any, new Words.OfOne());

      assertThat(made.toBytes()).isEqualTo(any.toBytes());
    }
  }

  private static Invitation owned(Invitation of) {
    return new Invitation(
        of.id(),
        of.survey(),
        of.surveyVersion(),
        OWNER,
        of.event(),
        of.subject(),
        of.invitedAt(),
        of.expiresAt(),
        of.inclusionProbability(),
        of.accountability(),
        of.locale(),
        of.attributes());
  }

  @Property
  void theLedgerInMemoryKeepsAnyHistory(
      @ForAll @From("histories") ContactHistory one,
      @ForAll @From("histories") ContactHistory other) {
    InMemoryLedger ledger = new InMemoryLedger();

    ledger.compareAndSet(OWNER, 0, one);
    assertThat(ledger.load(OWNER).history()).isEqualTo(one);
    ledger.compareAndSet(OWNER, ledger.load(OWNER).version(), other);

    assertThat(ledger.load(OWNER).history()).isEqualTo(other);
  }

  @Property
  void gatesSeeTheSameInBytesAndInObjects(
      @ForAll @From("histories") ContactHistory history, @ForAll int which) {
    List<Contact> contacts = history.contacts();
    Subject about = contacts.isEmpty()
        ? null
        : contacts.get(Math.floorMod(which, contacts.size())).invitation().subject();
    Touchpoint plain = Touchpoint.of("ticket.closed", "anna");
    Touchpoint touchpoint = about == null ? plain : plain.subject(about.id(), about.resolution());
    Numbering numbering = new Numbering(List.of(Surveys.csat("ticket-csat")));
    InMemoryLedger ledger = new InMemoryLedger();
    ledger.compareAndSet(OWNER, 0, history);

    Past objects = Moment.of(numbering, touchpoint, OWNER, history, Instant.EPOCH).past;
    Moment moment = new Moment(numbering, () -> Instant.EPOCH);
    moment.begin(touchpoint, OWNER);
    moment.load(Histories.of(ledger, numbering));

    assertThat(moment.past).usingRecursiveComparison().isEqualTo(objects);
    assertThat(moment.history()).isEqualTo(history);
  }

  private static void assertRefusedOrRead(byte[] bytes) {
    ContactHistory read;
    try {
      read = ContactHistory.decode(bytes, OWNER);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).startsWith("contact history ");
      return;
    }
    assertThat(ContactHistory.decode(read.encode(OWNER), OWNER)).isEqualTo(read);
  }

  @Provide
  Arbitrary<ContactHistory> histories() {
    Arbitrary<Contact> contacts = Arbitraries.randomValue(Any::new).map(Any::contact);
    return contacts
        .list()
        .ofMaxSize(6)
        .flatMap(list -> Arbitraries.randomValue(Any::new)
            .map(any -> new ContactHistory(list, any.maybe(any.instant()), any.encounters())));
  }

  /** Makes any value that the types allow, the odd ones as often as the usual ones. */
  private record Any(java.util.Random random) {

    Map<String, Encounters> encounters() {
      Map<String, Encounters> encounters = new HashMap<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        encounters.put(
            value(),
            new Encounters(
                random.nextInt(Integer.MAX_VALUE),
                random.nextInt(Integer.MAX_VALUE),
                random.nextBoolean()));
      }
      return encounters;
    }

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private static final List<String> TEXTS = List.of(
        "ticket-csat",
        Invitation.ON_DEMAND,
        "INC-1234",
        "ABCD",
        "Zm9vYmFy",
        "AAAAAAAAAAAAAAAAAAAAAA",
        "r\u00e9seau",
        "\u6771\u4eac \ud83d\ude80",
        "\ud83d",
        "\ude80\ud83d",
        "\u0000",
        "\uffff\ufffe\ufeff",
        "e\u0301",
        "=");

    String text() {
      if (random.nextBoolean()) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
      }
      StringBuilder text = new StringBuilder();
      int bound = random.nextBoolean() ? 128 : Character.MAX_VALUE + 1;
      for (int i = random.nextInt(20); i >= 0; i--) {
        text.append((char) random.nextInt(bound));
      }
      return text.toString();
    }

    String value() {
      String text = text();
      return text.isBlank() ? "-" : text;
    }

    int integer() {
      return random.nextBoolean() ? random.nextInt(10) : random.nextInt();
    }

    Instant instant() {
      long second = switch (random.nextInt(4)) {
        case 0 -> Instant.MIN.getEpochSecond() + random.nextInt(2);
        case 1 -> Instant.MAX.getEpochSecond() - random.nextInt(2);
        default -> 1_780_000_000L + random.nextInt(100_000_000);
      };
      int nano = switch (random.nextInt(4)) {
        case 0 -> 0;
        case 1 -> random.nextInt(1_000) * 1_000_000;
        case 2 -> random.nextInt(1_000_000) * 1_000;
        default -> random.nextInt(1_000_000_000);
      };
      return Instant.ofEpochSecond(second, nano);
    }

    <T> @Nullable T maybe(T value) {
      return random.nextBoolean() ? value : null;
    }

    Locale locale() {
      Locale[] known = Locale.getAvailableLocales();
      return random.nextInt(4) > 0
          ? known[random.nextInt(known.length)]
          : new Locale(text(), text(), text());
    }

    double probability() {
      return switch (random.nextInt(4)) {
        case 0 -> 1;
        case 1 -> (1 + random.nextInt(10_000)) / 10_000.0;
        case 2 -> Double.MIN_VALUE;
        default -> 1 - random.nextDouble();
      };
    }

    Accountability accountability() {
      Accountability accountable = Accountability.none();
      for (String each : Accountability.DIMENSIONS) {
        if (random.nextBoolean()) {
          accountable = accountable.with(each, value());
        }
      }
      if (random.nextBoolean()) {
        accountable = accountable.openedAt(instant());
      }
      return random.nextBoolean() ? accountable : accountable.closedAt(instant());
    }

    Attributes attributes() {
      Attributes attributes = Attributes.none();
      for (int i = random.nextInt(3); i > 0; i--) {
        attributes = switch (random.nextInt(5)) {
          case 0 -> attributes.with("a" + i, value());
          case 1 -> attributes.with("a" + i, random.nextInt());
          case 2 -> attributes.with("a" + i, random.nextBoolean());
          case 3 -> attributes.with("a" + i, instant());
          default -> attributes.with("a" + i, List.of(value(), value()));
        };
      }
      return attributes;
    }

    Contact contact() {
      List<Instant> times = new ArrayList<>(List.of(instant(), instant()));
      times.sort(null);
      Instant invitedAt = times.get(0);
      Instant expiresAt = times.get(1);
      if (expiresAt.equals(invitedAt)) {
        expiresAt = Instant.MAX;
      }
      Invitation invitation = new Invitation(
          new UUID(random.nextLong(), random.nextLong()),
          text(),
          integer(),
          new RespondentKey(value().replaceAll("\\p{Cntrl}|[\\x80-\\x9f]", "*")),
          text(),
          maybe(new Subject(value(), 1 + random.nextInt(Integer.MAX_VALUE))),
          invitedAt,
          expiresAt,
          probability(),
          accountability(),
          maybe(locale()),
          attributes());
      return new Contact(
          invitation,
          OUTCOMES.get(random.nextInt(OUTCOMES.size())),
          random.nextBoolean(),
          maybe(instant()),
          maybe(instant()),
          maybe(instant()),
          maybe(instant()),
          maybe(instant()),
          integer(),
          maybe(new UUID(random.nextLong(), random.nextLong())),
          integer(),
          integer(),
          maybe(instant()));
    }
  }
}
