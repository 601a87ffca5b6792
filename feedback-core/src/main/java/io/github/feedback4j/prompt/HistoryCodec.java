package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** Writes a contact history as bytes, and reads every history that any version wrote. */
final class HistoryCodec {

  // In a store:
  //
  //   1 byte    the format, 2
  //   4 bytes   CRC-32C of all that follows, big-endian
  //   record    the head: nothing, or flags (bit 0: opted out, bit 1: encounters), the time of the
  //             opt-out, the number of encounters and for each the text of its survey and what is
  //             counted
  //   records   one for each contact, see ContactForm
  //
  // A record is a varint length and as many bytes. A later 1.x may append fields at the end of a
  // record, behind a flag word of their own: an older reader leaves the rest of a record alone.
  // Such
  // fields write their texts by themselves and not as Words, which number them in the order of
  // reading.
  // Whatever else changes needs another format number, which an older reader refuses. Numbers are
  // LEB128 varints. Whose history it is stands beside it and not in it.
  //
  // The checksum is there because this is the only truth for throttling. Without it a flipped bit
  // would be another, equally plausible time.

  private static final int FORMAT = 2;
  private static final int HEADER = 5;

  private static final int OPTED_OUT = 1;
  private static final int ENCOUNTERS = 1 << 1;

  private HistoryCodec() {}

  static byte[] encode(ContactHistory history, RespondentKey owner) {
    HistoryOutput body = new HistoryOutput();
    write(history, owner, body, new Words.OfOne());
    return body.framed(FORMAT);
  }

  static ContactHistory decode(byte[] bytes, RespondentKey owner) {
    int format = bytes.length == 0 ? FORMAT : bytes[0];
    if (format != FORMAT && format != FirstHistoryFormat.FORMAT) {
      throw new IllegalArgumentException(
          "contact history has format %d, but this version of feedback4j reads formats %d to %d only"
              .formatted(format & 0xff, FirstHistoryFormat.FORMAT, FORMAT));
    }
    if (bytes.length < HEADER) {
      throw HistoryInput.damaged("it has " + bytes.length + " bytes");
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes, HEADER, bytes.length - HEADER);
    HistoryInput in = new HistoryInput(bytes, 1);
    if (in.fixed(4) != crc.getValue()) {
      throw HistoryInput.damaged("its checksum differs");
    }
    try {
      return format == FORMAT ? read(in, owner, new Words.OfOne()) : FirstHistoryFormat.read(in);
    } catch (DateTimeException | ArithmeticException e) {
      throw HistoryInput.damaged("a time is out of range");
    }
  }

  /** Appends head and contacts. */
  static void write(ContactHistory history, RespondentKey owner, HistoryOutput out, Words words) {
    HistoryOutput record = new HistoryOutput();
    writeHead(history, record, words);
    out.record(record);
    for (Contact each : history.contacts()) {
      record.clear();
      ContactForm.write(each, owner, record, words);
      out.record(record);
    }
  }

  /** Reads head and contacts up to the end. */
  static ContactHistory read(HistoryInput in, RespondentKey owner, Words words) {
    HistoryInput head = in.record();
    long flags = head.hasMore() ? head.number() : 0;
    Instant optedOutAt = has(flags, OPTED_OUT) ? head.time(HistoryOutput.EPOCH) : null;
    Map<String, Encounters> encounters =
        has(flags, ENCOUNTERS) ? readEncounters(head, words) : Map.of();
    List<Contact> contacts = new ArrayList<>(2);
    while (in.hasMore()) {
      contacts.add(ContactForm.read(in.record(), owner, words));
    }
    return new ContactHistory(contacts, optedOutAt, encounters);
  }

  /** Returns whether the head that begins here says that the person opted out, and goes behind it. */
  static boolean readsOptOut(HistoryInput in) {
    int length = in.count();
    int end = in.position() + length;
    boolean optedOut = length > 0 && has(in.number(), OPTED_OUT);
    in.skipTo(end);
    return optedOut;
  }

  private static void writeHead(ContactHistory history, HistoryOutput head, Words words) {
    Map<String, Encounters> encounters = new TreeMap<>(history.encounters());
    int flags =
        (history.optedOutAt() != null ? OPTED_OUT : 0) | (encounters.isEmpty() ? 0 : ENCOUNTERS);
    if (flags == 0) {
      return;
    }
    head.number(flags);
    head.optionalTime(HistoryOutput.EPOCH, history.optedOutAt());
    if (!encounters.isEmpty()) {
      head.number(encounters.size());
      encounters.forEach((survey, met) -> {
        words.common(head, survey);
        head.number(((long) met.invited() << 1) | (met.answered() ? 1 : 0));
        head.integer(met.shown());
      });
    }
  }

  private static Map<String, Encounters> readEncounters(HistoryInput head, Words words) {
    Map<String, Encounters> encounters = new HashMap<>();
    int count = head.count();
    for (int i = 0; i < count; i++) {
      String survey = words.text(head);
      long invited = head.number();
      int shown = head.integer();
      if (invited >>> 1 > Integer.MAX_VALUE || shown < 0) {
        throw HistoryInput.damaged("an encounter has an impossible number");
      }
      encounters.put(survey, new Encounters((int) (invited >>> 1), shown, (invited & 1) != 0));
    }
    return encounters;
  }

  private static boolean has(long flags, int flag) {
    return (flags & flag) != 0;
  }
}
