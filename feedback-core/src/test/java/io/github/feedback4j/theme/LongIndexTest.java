package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongIndexTest {

  @Test
  void keysAreNumberedInTheOrderInWhichTheyCome() {
    LongIndex index = new LongIndex(100_000);
    for (int i = 0; i < 50_000; i++) {
      assertThat(index.add(i * 0x100000001L)).isEqualTo(i);
    }
    for (int i = 0; i < 50_000; i++) {
      assertThat(index.add(i * 0x100000001L)).isEqualTo(i);
      assertThat(index.find(i * 0x100000001L)).isEqualTo(i);
    }
    assertThat(index.find(-1)).isEqualTo(LongIndex.NONE);
    assertThat(index.size()).isEqualTo(50_000);
  }

  @Test
  void thereIsRoomForSoManyKeysAndNoMore() {
    LongIndex index = new LongIndex(2);

    assertThat(index.add(7)).isEqualTo(0);
    assertThat(index.add(0)).isEqualTo(1);
    assertThat(index.add(8)).isEqualTo(LongIndex.NONE);
    assertThat(index.add(7)).isEqualTo(0);
  }
}
