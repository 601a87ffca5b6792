package io.github.feedback4j.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.feedback4j.privacy.Pseudonymizer;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Attributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryCodecTest {

  private static final Instant INVITED = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final RespondentKey PSEUDONYM =
      Pseudonymizer.hmacSha256("a key for tests only".getBytes(UTF_8)).pseudonymize("anna");

  /** Bytes that format 1 wrote; they must be readable for ever, so never change them. */
  private static final String GOLDEN =
      "01aa085e1c0b01fb87f4e505ff93ebdc031021a6ba2379cb7e9e9b4137c793a15630c280c0d3cc09"
          + "153f47c84070726f6a6563742e66696e69736865645204340435043b043e0020d83dde800020d800"
          + "00211c52c3a97365617518706f7274616c0c6d65740c56504e20612e647572616e640d8628210d2f"
          + "2a27144348472d311466722d43410d6a79da386e6f742061206c616e6775616765000258fbff0f0b"
          + "5ad0b64c434d2f9a5c1d0f6a3f7a110007010203038289f313c0c40780d0ce04e8070809f4030802"
          + "a1c21e27998cebdc03022a4e9a528f474f4a8a4e2b9f6f0c7d2204ff010405060708090a0bcc05f5"
          + "01e7070c45879812ffffffffffffffff000000000000000100080d02fba6f7c5048180fca103fbcf"
          + "8df6c3d2b9c003fe93ebdc03003fd5555555555555ffffffff0ffeffffff0f0e0f0f";

  @Test
  void readsWhatTheFirstFormatWrote() {
    byte[] bytes = HexFormat.of().parseHex(GOLDEN);

    assertThat(ContactHistory.decode(bytes, PSEUDONYM)).isEqualTo(everything());
  }

  /** Bytes that format 2 writes; they must be readable for ever, so never change them. */
  private static final String GOLDEN_2 =
      "0233290beb0b01fb87f4e505ff93ebdc03ad01bbc77f5d43a6ba2379cb7e9e9b810170726f6a6563"
          + "742e66696e697368656407e807ff013952c3a97365617531706f7274616c196d65741956504e4161"
          + "2e647572616e641b8628211b2f2a27294348472d312966722d4341a50104340435043b043e0020d8"
          + "3dde800020d8000021038289f313c0c4070809f4030802a1c21e27998cebdc030b5ad0b64c434d2f"
          + "9a5c1d0f6a3f7a112a4e9a528f474f4a8a4e2b9f6f0c7d220402cc05f501e7075487819410650002"
          + "08003fd5555555555555716e6f742061206c616e6775616765011a83b0ead90401fbcf8df6c3d2b9"
          + "c003fe93ebdc03ffffffffffffffff0000000000000001feffffff0fffffffff0f1b6a79da";

  @Test
  void writesTheSecondFormatAsBefore() {
    byte[] bytes = everything().encode(PSEUDONYM);

    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(GOLDEN_2);
    assertThat(ContactHistory.decode(bytes, PSEUDONYM)).isEqualTo(everything());
  }

  /** What format 1 wrote since invitations freeze attributes; never change these bytes either. */
  private static final String GOLDEN_WITH_ATTRIBUTES =
      "01a4ca35b000092c7469636b65742d637361744137c793a15630c280c0d3cc09153f47c834746963"
          + "6b65742e636c6f7365641920d0bed76df41535eb70a2b918706f7274616c0c6d65740866729c017b"
          + "22766970223a747275652c2274696572223a22676f6c64222c2272656f70656e6564223a327d012a"
          + "a8400b5ad0b64c434d2f9a5c1d0f6a3f7a100001010203018289f313c0c40780d0ce040704050607"
          + "0108";

  @Test
  void readsTheAttributesThatAnInvitationFrozeInEitherFormat() {
    ContactHistory history = withAttributes();

    assertThat(ContactHistory.decode(history.encode(PSEUDONYM), PSEUDONYM)).isEqualTo(history);
    assertThat(ContactHistory.decode(HexFormat.of().parseHex(GOLDEN_WITH_ATTRIBUTES), PSEUDONYM))
        .isEqualTo(history);
  }

  @Test
  void anEmptyHistoryIsSixBytes() {
    assertThat(ContactHistory.EMPTY.encode(PSEUDONYM)).hasSize(6);
    assertThat(ContactHistory.decode(ContactHistory.EMPTY.encode(PSEUDONYM), PSEUDONYM))
        .isEqualTo(ContactHistory.EMPTY);
  }

  @Test
  void aTypicalHistoryIsSmall() {
    // 32 of them are the random bits of invitation and response, without which nobody could answer.
    assertThat(typical(1).encode(PSEUDONYM)).hasSize(107);
    assertThat(settled(1).encode(PSEUDONYM)).hasSize(43);
    assertThat(settled(2).encode(PSEUDONYM)).hasSize(66);
  }

  @Test
  void whatIsReadSharesTheTextsOfAllContacts() {
    List<Contact> contacts =
        ContactHistory.decode(typical(2).encode(PSEUDONYM), PSEUDONYM).contacts();

    assertThat(contacts.get(0).invitation().survey())
        .isSameAs(contacts.get(1).invitation().survey());
  }

  @Test
  void keepsLocalesThatHaveNoLanguageTag() {
    for (Locale each : List.of(
        Locale.ROOT,
        new Locale("ja", "JP", "JP"),
        new Locale("no", "NO", "NY"),
        new Locale("not a language", "", "nor_a variant"),
        Locale.forLanguageTag("fr-Latn-CA-u-ca-gregory-x-private"))) {
      Invitation plain = typical(1).contacts().get(0).invitation();
      Invitation invitation = new Invitation(
          plain.id(),
          plain.survey(),
          1,
          PSEUDONYM,
          plain.event(),
          null,
          plain.invitedAt(),
          plain.expiresAt(),
          1,
          Accountability.none(),
          each);

      ContactHistory history =
          new ContactHistory(List.of(Contact.invited(invitation, false)), null);

      assertThat(ContactHistory.decode(history.encode(PSEUDONYM), PSEUDONYM)).isEqualTo(history);
    }
  }

  @Test
  void leavesAloneWhatALaterVersionAppendedToARecord() {
    Contact contact = typical(1).contacts().get(0);
    HistoryInput in = new HistoryInput(typical(1).encode(PSEUDONYM), 5);
    in.record();
    HistoryInput oldRecord = in.record();
    HistoryOutput head = new HistoryOutput();
    head.number(0);
    head.integer(4711);
    HistoryOutput record = new HistoryOutput();
    while (oldRecord.hasMore()) {
      record.put((int) oldRecord.fixed(1));
    }
    record.integer(1 << 20); // a flag of a later version, without those of this one
    record.id(new UUID(1, 2));
    HistoryOutput later = new HistoryOutput();
    later.record(head);
    later.record(record);

    assertThat(ContactHistory.decode(later.framed(2), PSEUDONYM))
        .isEqualTo(new ContactHistory(List.of(contact), null));
  }

  @Test
  void refusesAnotherFormat() {
    byte[] bytes = typical(1).encode(PSEUDONYM);
    bytes[0] = 3;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactHistory.decode(bytes, PSEUDONYM))
        .withMessage(
            "contact history has format 3, but this version of feedback4j reads formats 1 to 2 only");
  }

  @Test
  void refusesEveryFlippedBitAndEveryCut() {
    byte[] bytes = everything().encode(PSEUDONYM);
    for (int bit = 8; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ContactHistory.decode(flipped, PSEUDONYM))
          .withMessage("contact history is damaged: its checksum differs");
    }
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ContactHistory.decode(cut, PSEUDONYM))
          .withMessageStartingWith("contact history is damaged: ");
    }
  }

  @Test
  void refusesLengthsThatReachBeyondTheEnd() {
    for (long length : new long[] {1, 1000, Integer.MAX_VALUE, 1L << 62, -1}) {
      HistoryOutput head = new HistoryOutput();
      head.number(length);
      HistoryOutput contact = new HistoryOutput();
      contact.number(0);
      contact.number(length);
      HistoryOutput text = new HistoryOutput();
      text.number(0); // the flags of a contact
      text.number(0); // and of its frame
      text.number(length << 3 | 1);
      HistoryOutput inContact = new HistoryOutput();
      inContact.number(0);
      inContact.record(text);
      for (HistoryOutput each : List.of(head, contact, inContact)) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> ContactHistory.decode(each.framed(2), PSEUDONYM))
            .withMessageStartingWith("contact history is damaged: ");
      }
    }
  }

  /** People who were asked about a ticket each half a year, on a real clock, and answered. */
  private static ContactHistory typical(int contacts) {
    List<Contact> all = new ArrayList<>();
    for (int i = 0; i < contacts; i++) {
      Instant at = INVITED.plus(Duration.ofDays(180L * i));
      Invitation invitation = new Invitation(
          UUID.fromString("0b5ad0b6-4c43-4d2f-9a5c-1d0f6a3f7a1" + i),
          "ticket-csat",
          1,
          PSEUDONYM,
          "ticket.closed",
          new Subject("INC-123" + i, 1),
          at,
          at.plus(Duration.ofDays(14)),
          1,
          Accountability.none().team("Network").channel("portal").slaMet(true),
          null);
      Instant answered = at.plus(Duration.ofMillis(25_250));
      all.add(Contact.invited(invitation, false)
          .shown(at.plus(Duration.ofMillis(900)))
          .answered(new UUID(5, i), 1, true, answered));
    }
    return new ContactHistory(all, null);
  }

  /** The same people when nobody can answer any more. */
  private static ContactHistory settled(int contacts) {
    return new ContactHistory(
        typical(contacts).contacts().stream().map(each -> each.settled(false)).toList(), null);
  }

  private static ContactHistory withAttributes() {
    Invitation plain = typical(1).contacts().get(0).invitation();
    Invitation invitation = new Invitation(
        plain.id(),
        plain.survey(),
        1,
        PSEUDONYM,
        plain.event(),
        plain.subject(),
        plain.invitedAt(),
        plain.expiresAt(),
        1,
        plain.accountability(),
        Locale.FRENCH,
        Attributes.none().with("vip", true).with("tier", "gold").with("reopened", 2));
    return new ContactHistory(List.of(Contact.invited(invitation, false)), null);
  }

  /** Two contacts with every field set, texts of every kind and times of every precision. */
  private static ContactHistory everything() {
    Invitation first = new Invitation(
        UUID.fromString("0b5ad0b6-4c43-4d2f-9a5c-1d0f6a3f7a11"),
        "project-nps",
        7,
        PSEUDONYM,
        "project.finished",
        new Subject("дело \ud83d\ude80 \ud800!", 3),
        INVITED,
        INVITED.plus(Duration.ofDays(14)),
        0.1,
        Accountability.none()
            .team("Réseau")
            .agent("a.durand")
            .service("VPN")
            .channel("portal")
            .location("Lyon")
            .priority("high")
            .change("CHG-1")
            .slaMet(true)
            .openedAt(INVITED.minusSeconds(90))
            .closedAt(INVITED.minusMillis(30_001)),
        Locale.CANADA_FRENCH);
    Invitation second = new Invitation(
        new UUID(-1, 1),
        "project-nps",
        8,
        new RespondentKey("anna"),
        "project.finished",
        null,
        Instant.parse("2031-01-01T00:00:00.000000001Z"),
        Instant.MAX,
        1 / 3.0,
        Accountability.none(),
        new Locale("not a language"));
    return new ContactHistory(
        List.of(
            new Contact(
                first,
                Outcome.ANSWERED,
                true,
                INVITED.plusSeconds(1),
                INVITED.plusMillis(2_500),
                INVITED.plusMillis(3_500),
                INVITED.plusNanos(4_000_001_000L),
                INVITED.plusNanos(1),
                2,
                UUID.fromString("2a4e9a52-8f47-4f4a-8a4e-2b9f6f0c7d22"),
                4,
                1,
                INVITED.plusSeconds(1)),
            new Contact(
                second,
                Outcome.CANCELLED,
                false,
                null,
                null,
                null,
                null,
                null,
                -1,
                null,
                -2,
                0,
                null)),
        Instant.parse("2032-02-29T23:59:59.999999999Z"));
  }
}
