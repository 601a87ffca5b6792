package io.github.feedback4j.benchmarks.delivery;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures one contender in a process of its own, and prints lines of label, number and unit.
 *
 * <p>Arguments: contender, port of the {@link CountingCollector}, part, number of records, number of
 * threads that hand records over.
 */
public final class Deliver {

  /** What is measured. */
  enum Part {
    /** How much comes through, and what it costs, as fast as it goes. */
    THROUGHPUT,
    /** How long the caller waits with a record that was just made, as fast as it goes. */
    CALL,
    /** How long the caller waits at 2,000 records a second. */
    PACED,
    /** What is lost while the network misbehaves, at 500 records a second. */
    FAULTS,
    /** The heap while a collector never answers. */
    HUNG
  }

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Long enough without any progress to call the rest lost. */
  private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final long FAULT_SECONDS = 10;
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(12);

  /** Fewer records than this only show that it runs. */
  private static final int SMOKE = 10_000;

  private static final int FAULT_RATE = 500;
  private static final int FAULT_RECORDS = (int) (FAULT_RATE * (FAULT_SECONDS + 2));
  private static final int PACE = 2_000;

  private final Contender contender;
  private final Remote remote;
  private final int records;
  private final int producers;
  private int sent;

  private Deliver(Contender contender, Remote remote, int records, int producers) {
    this.contender = contender;
    this.remote = remote;
    this.records = records;
    this.producers = producers;
  }

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    Deliver deliver = new Deliver(
        Contender.valueOf(args[0]),
        new Remote(Integer.parseInt(args[1])),
        Integer.parseInt(args[3]),
        Integer.parseInt(args[4]));
    switch (Part.valueOf(args[2])) {
      case THROUGHPUT -> deliver.throughput();
      case CALL -> deliver.call();
      case PACED -> deliver.paced();
      case FAULTS -> deliver.faults();
      case HUNG -> deliver.hung();
    }
    // Some contenders leave threads that would keep this process alive.
    System.exit(0);
  }

  private void throughput() throws Exception {
    try (Sender sender = contender.open(remote, records)) {
      long warm = warmUntil();
      do {
        // Until everything is compiled: compiling costs more processor time than sending.
        remote.clear();
        measured(sender, false);
      } while (System.nanoTime() < warm);
      remote.clear();
      measured(sender, true);
    }
  }

  private long warmUntil() {
    return System.nanoTime() + (records < SMOKE ? 0 : WARM_UP_NANOS);
  }

  private void call() {
    try (Sender sender = contender.open(remote, records)) {
      long warm = warmUntil();
      do {
        called(sender);
      } while (System.nanoTime() < warm);
      waits(called(sender));
    }
  }

  private void measured(Sender sender, boolean print) throws Exception {
    long cpu = SYSTEM.getProcessCpuTime();
    long allocated = allocated();
    long start = System.nanoTime();
    CountDownLatch measured = new CountDownLatch(1);
    handOver(sender, measured);
    long accepted = System.nanoTime() - start;
    sender.flush();
    long end = drain(records);
    Remote.State state = remote.state();
    double bytes = allocated() - allocated;
    measured.countDown();
    if (!print) {
      return;
    }
    put("handed over", records / (accepted / 1e9), "records/s");
    put("through", state.unique() / ((end - start) / 1e9), "records/s");
    put("lost", (double) records - state.unique(), "records");
    put("cpu", (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / records, "µs/record");
    put("allocated", bytes / records, "B/record");
    put("wire", (double) state.bytes() / records, "B/record");
  }

  /**
   * Hands all records over with all threads.
   *
   * @param measured until when the threads stay, since what they allocated is forgotten with them
   */
  private void handOver(Sender sender, CountDownLatch measured) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(producers);
    for (int i = 0; i < producers; i++) {
      Thread thread = new Thread(
          () -> {
            for (int number = next.getAndIncrement();
                number < records;
                number = next.getAndIncrement()) {
              sender.send(number);
            }
            done.countDown();
            stay(measured);
          },
          "producer");
      thread.setDaemon(true);
      thread.start();
    }
    done.await();
  }

  private static void stay(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until everything has come, or nothing comes any more, and returns when the last one came. */
  private long drain(int count) {
    int before = -1;
    long last = System.nanoTime();
    while (true) {
      long now = System.nanoTime();
      int unique = remote.state().unique();
      if (unique != before) {
        before = unique;
        last = now;
      }
      if (unique >= count || now - last > STALL_NANOS) {
        return last;
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  private static long allocated() {
    long sum = 0;
    for (long each : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, each);
    }
    return sum;
  }

  /** Returns how long each call took, and lets all of it arrive. */
  private long[] called(Sender sender) {
    remote.clear();
    long[] waits = new long[records];
    for (int i = 0; i < records; i++) {
      sender.makeAnew(i);
      long before = System.nanoTime();
      sender.send(i);
      waits[i] = System.nanoTime() - before;
    }
    sender.flush();
    drain(records);
    return waits;
  }

  private void paced() {
    try (Sender sender = contender.open(remote, records)) {
      remote.clear();
      at(sender, PACE, records / 5);
      sent = 0;
      waits(at(sender, PACE, records));
    }
  }

  /** Hands records over at a rate, and returns how long each call took. */
  private long[] at(Sender sender, int rate, int count) {
    long[] waits = new long[count];
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / rate;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      sender.makeAnew(sent);
      long before = System.nanoTime();
      sender.send(sent++);
      waits[i] = System.nanoTime() - before;
    }
    return waits;
  }

  private void waits(long[] waits) {
    Arrays.sort(waits);
    put("call p50", waits[waits.length / 2] / 1e3, "µs");
    put("call p99", waits[(int) (waits.length * 0.99)] / 1e3, "µs");
    put("call max", waits[waits.length - 1] / 1e3, "µs");
  }

  private void faults() {
    for (Fault each : new Fault[] {
      Fault.UNAVAILABLE, Fault.DOWN, Fault.THROTTLED, Fault.SLOW, Fault.RESET, Fault.SMALL
    }) {
      fault(each);
    }
  }

  private void fault(Fault fault) {
    try (Sender sender = contender.open(remote, FAULT_RECORDS)) {
      remote.clear();
      sent = 0;
      at(sender, FAULT_RATE, FAULT_RATE);
      if (fault == Fault.DOWN) {
        remote.down(TimeUnit.SECONDS.toMillis(FAULT_SECONDS));
      } else {
        remote.fault(fault);
      }
      at(sender, FAULT_RATE, (int) (FAULT_RATE * FAULT_SECONDS));
      if (fault != Fault.DOWN && fault != Fault.SMALL) {
        remote.fault(Fault.NONE);
      }
      long over = System.nanoTime();
      at(sender, FAULT_RATE, FAULT_RATE);
      sender.flush();
      long end = drain(sent);
      remote.fault(Fault.NONE);
      String name = fault.name().toLowerCase(Locale.ROOT);
      put(name + " lost", (double) sent - remote.state().unique(), "records");
      put(name + " caught up", Math.max(0, (end - over) / 1e9), "s after it");
    }
  }

  private void hung() {
    Sender sender = contender.open(remote, records);
    remote.clear();
    remote.fault(Fault.SILENT);
    try {
      long before = heap();
      int taken = 0;
      for (int i = 0; i < records; i++) {
        taken += sender.send(i) ? 1 : 0;
      }
      put("hung, taken", taken, "records");
      put("hung, heap", (heap() - before) / 1e6, "MB");
    } finally {
      // What it was handed must not go from the heap before it was measured.
      Reference.reachabilityFence(sender);
    }
    remote.fault(Fault.NONE);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void put(String label, double value, String unit) {
    String who = contender.name().toLowerCase(Locale.ROOT);
    String threads = producers == 1 ? "" : " " + producers + " threads";
    System.out.printf(Locale.ROOT, "%s%s, %s\t%s\t%s%n", who, threads, label, value, unit);
  }
}
