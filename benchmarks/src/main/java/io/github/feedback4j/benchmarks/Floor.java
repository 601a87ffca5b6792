package io.github.feedback4j.benchmarks;

/**
 * What a decision cannot be cheaper than: the hash of the fresh key, one look-up that misses the caches,
 * and compares of numbers.
 *
 * <p>The attributes of the ticket are numbers already. The look-up is made on every call, also where the
 * draw has said no, so that the floor is that of memory.
 */
final class Floor {

  private static final int CHANNEL = 1;
  private static final int PRIORITY = 3;
  private static final int VIP = 0;

  private final PackedTable table;
  private final long[] salts;
  private final int[][] conditions;
  private final int service;
  private final long now = Workload.NOW.toEpochMilli();
  private final long gap = Workload.GAP.toMillis();

  Floor(People people, int surveys) {
    table = packed(people);
    salts = new long[surveys];
    conditions = new int[surveys][];
    for (int i = 0; i < surveys; i++) {
      salts[i] = PackedTable.hash(Workload.surveyKey(i));
      conditions[i] = new int[] {0b10, Workload.PRIORITY_ABOVE, VIP, i};
    }
    service = Workload.matching(surveys);
  }

  static PackedTable packed(People people) {
    PackedTable table = new PackedTable(people.size());
    for (int person = 0; person < people.size(); person++) {
      table.put(PackedTable.hash(people.key(person)), Workload.lastAsked(person).toEpochMilli());
    }
    return table;
  }

  boolean asks(String key) {
    long hash = PackedTable.hash(key);
    boolean allowed = now - table.get(hash) >= gap;
    for (int i = 0; i < salts.length; i++) {
      int[] wanted = conditions[i];
      if ((wanted[0] >> CHANNEL & 1) == 1
          && PRIORITY > wanted[1]
          && VIP == wanted[2]
          && service == wanted[3]
          && (PackedTable.mix(hash ^ salts[i]) >>> 11) * 0x1.0p-53 < Workload.RATE) {
        return allowed;
      }
    }
    return false;
  }
}
