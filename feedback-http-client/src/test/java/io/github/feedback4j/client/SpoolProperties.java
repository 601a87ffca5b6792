package io.github.feedback4j.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever is done to a spool, and wherever it is interrupted, it is what its model says. */
class SpoolProperties {

  private final SpoolOptions options =
      SpoolOptions.defaults().withMaxBytes(1L << 20).withFsync(FsyncPolicy.OS);

  @Property(tries = 300)
  void isWhatItsModelSays(
      @ForAll @Size(min = 1, max = 120) List<@IntRange(max = 103) Integer> acts,
      @ForAll long seed) {
    SpoolModel model = new SpoolModel(options, new Random(seed));

    for (int act : acts) {
      if (act < 100) {
        model.act(act);
      } else {
        model.closeAndReopen();
      }
    }

    model.checkAll();
  }

  @Property(tries = 1_000)
  void aKillAtAnyByteLosesNothingThatWasAccepted(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 99) Integer> acts,
      @ForAll @LongRange(max = 300_000) long bytesToLive,
      @ForAll long seed) {
    Random random = new Random(seed);
    SpoolModel model = new SpoolModel(options, random);

    for (int life = 0; life < 3; life++) {
      model.actUntilDeath(some(acts, random), bytesToLive >> (4 * random.nextInt(4)));
      model.kill();
    }
  }

  @Property(tries = 1_000)
  void aPowerCutAtAnyByteLosesNothingThatWasForced(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 99) Integer> acts,
      @ForAll @LongRange(max = 300_000) long bytesToLive,
      @ForAll long seed) {
    Random random = new Random(seed);
    SpoolModel model = new SpoolModel(options, random);

    for (int life = 0; life < 3; life++) {
      model.actUntilDeath(some(acts, random), bytesToLive >> (4 * random.nextInt(4)));
      model.cutPower();
    }
  }

  private static List<Integer> some(List<Integer> acts, Random random) {
    List<Integer> shuffled = new ArrayList<>(acts);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(acts.size()));
  }
}
