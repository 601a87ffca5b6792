package io.github.feedback4j.client;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Files on the heap, which take what was written to them and at most {@value #CHUNK} bytes more each. A
 * megabyte of what was deleted is kept for the next ones, so that a spool which is written and emptied
 * all day is no work for the garbage collector.
 */
final class MemoryFiles implements SpoolFiles {

  private static final int CHUNK = 16 << 10;

  private static final int KEPT_CHUNKS = 64;

  private final Map<String, MemoryFile> files = new ConcurrentHashMap<>();
  private final BlockingQueue<byte[]> unused = new ArrayBlockingQueue<>(KEPT_CHUNKS);

  @Override
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  @Override
  public SpoolFile open(String name) {
    return files.computeIfAbsent(name, n -> new MemoryFile(unused));
  }

  @Override
  public void replace(String from, String to) throws IOException {
    MemoryFile file = files.remove(from);
    if (file == null) {
      throw new FileNotFoundException(from);
    }
    files.put(to, file);
  }

  @Override
  public void delete(String name) {
    MemoryFile file = files.remove(name);
    if (file != null) {
      file.recycle();
    }
  }

  @Override
  public void syncNames() {
    // The heap survives no power cut.
  }

  /** One thread may read what another has written, when it has learnt in a safe way that it was. */
  private static final class MemoryFile implements SpoolFile {

    // An array of arrays, of which those are missing that were never written or were cut off.
    private volatile byte[] @Nullable [] chunks = new byte[8] @Nullable [];
    private volatile long size;

    private final BlockingQueue<byte[]> unused;

    MemoryFile(BlockingQueue<byte[]> unused) {
      this.unused = unused;
    }

    /** Gives back what it had; whoever still reads it reads zeros. */
    void recycle() {
      byte[] @Nullable [] before = chunks;
      chunks = new byte[0] @Nullable [];
      size = 0;
      for (byte[] each : before) {
        if (each != null) {
          Arrays.fill(each, (byte) 0);
          if (!unused.offer(each)) {
            return;
          }
        }
      }
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public void read(long position, byte[] into, int length) {
      for (int done = 0; done < length; ) {
        long at = position + done;
        int offset = (int) (at % CHUNK);
        int count = Math.min(length - done, CHUNK - offset);
        int index = (int) (at / CHUNK);
        byte[] chunk = index < chunks.length ? chunks[index] : null;
        if (chunk == null || at >= size) {
          Arrays.fill(into, done, done + count, (byte) 0);
        } else {
          System.arraycopy(chunk, offset, into, done, count);
        }
        done += count;
      }
    }

    @Override
    public void write(long position, byte[] from, int length) {
      for (int done = 0; done < length; ) {
        long at = position + done;
        int offset = (int) (at % CHUNK);
        int count = Math.min(length - done, CHUNK - offset);
        System.arraycopy(from, done, chunk((int) (at / CHUNK)), offset, count);
        done += count;
      }
      size = Math.max(size, position + length);
    }

    private byte[] chunk(int index) {
      if (index >= chunks.length) {
        chunks = Arrays.copyOf(chunks, Math.max(2 * chunks.length, index + 1));
      }
      byte[] chunk = chunks[index];
      if (chunk == null) {
        byte[] used = unused.poll();
        chunk = used == null ? new byte[CHUNK] : used;
        chunks[index] = chunk;
      }
      return chunk;
    }

    @Override
    public void truncate(long to) {
      for (int i = (int) ((to + CHUNK - 1) / CHUNK); i < chunks.length; i++) {
        chunks[i] = null;
      }
      int offset = (int) (to % CHUNK);
      if (offset > 0 && to < size) {
        Arrays.fill(chunk((int) (to / CHUNK)), offset, CHUNK, (byte) 0);
      }
      size = Math.min(size, to);
    }

    @Override
    public void force() {
      // As with the names.
    }

    @Override
    public void close() {
      // It lives until it is deleted.
    }
  }
}
