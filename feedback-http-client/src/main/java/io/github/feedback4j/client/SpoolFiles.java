package io.github.feedback4j.client;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The few things that the spool asks of a file system. A disk, the heap, and a disk that breaks at any
 * byte are all behind this.
 *
 * <p>Safe for use by several threads.
 */
interface SpoolFiles {

  /** Returns the names of all files, in no order. */
  List<String> names() throws IOException;

  /** Opens a file for reading and writing, and makes it if it is not there. */
  SpoolFile open(String name) throws IOException;

  /** Gives a file another name; a file that had it is gone. Never neither of them is there. */
  void replace(String from, String to) throws IOException;

  /** Removes a file, if it is there. */
  void delete(String name) throws IOException;

  /** Makes what was made, renamed and removed survive a power cut. */
  void syncNames() throws IOException;

  /**
   * An open file. For one thread at a time, except that it may be forced while it is written. What was
   * written is in the hands of the operating system when the method returns.
   */
  interface SpoolFile extends Closeable {

    long size() throws IOException;

    /** Reads exactly that many bytes; those beyond the end of the file are zero. */
    void read(long position, byte[] into, int length) throws IOException;

    void write(long position, byte[] from, int length) throws IOException;

    void truncate(long size) throws IOException;

    /** Returns when everything written so far survives a power cut. */
    void force() throws IOException;
  }
}
