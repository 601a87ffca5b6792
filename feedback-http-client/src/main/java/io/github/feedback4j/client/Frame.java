package io.github.feedback4j.client;

/**
 * How a record lies in a file, version 1. All numbers are big-endian.
 *
 * <pre>
 *  0  magic                  4 bytes that no UTF-8 text has, so that nobody's answer looks like a frame
 *  4  CRC32C                 of everything from byte 8 to the end of the frame
 *  8  length                 of the whole frame
 * 12  sequence
 * 20  milliseconds           since 1970
 * 28  id
 * 44  kind                   0 erased, else the code of the EventKind
 * 45  length of the reason   why it is a dead letter; 0 elsewhere
 * 46  length of the key      65535 if there is none
 * 48  key, reason, bytes
 * </pre>
 */
final class Frame {

  static final int MAGIC = 0xFBFAFDFE;
  static final int CRC = 4;
  static final int LENGTH = 8;
  static final int SEQUENCE = 12;
  static final int MILLIS = 20;
  static final int ID = 28;
  static final int KIND = 44;
  static final int REASON_LENGTH = 45;
  static final int KEY_LENGTH = 46;
  static final int HEADER = 48;

  /** The longest frame that any options allow, with the reason of a dead letter. */
  static final int MOST_BYTES = (8 << 20) + 256;

  static final int NO_KEY = 0xFFFF;
  static final int MOST_KEY_BYTES = NO_KEY - 1;
  static final int MOST_REASON_BYTES = 0xFF;
  static final int ERASED = 0;

  private Frame() {}
}
