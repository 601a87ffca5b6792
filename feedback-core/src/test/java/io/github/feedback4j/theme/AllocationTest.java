package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AllocationTest {

  private static final int ROUNDS = 200;

  @Test
  void taggingMakesNothingBesideItsResult() throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    assumeThat(threads).isInstanceOf(com.sun.management.ThreadMXBean.class);
    var counters = (com.sun.management.ThreadMXBean) threads;
    Workspace workspace = new Workspace(RuleCompiler.compile(
        "p",
        RulePacks.items(RulePacks.CAPABILITIES).stream().map(Item::theme).toList(),
        RulePacks.items(RulePacks.CAPABILITIES)));
    // Letters beyond Latin are folded by the runtime: not in these.
    List<String> comments = Capabilities.rows().stream()
        .map(Capabilities.Row::text)
        .filter(each -> each.chars().allMatch(c -> c < 0x250))
        .toList();
    for (int i = 0; i < ROUNDS; i++) {
      comments.forEach(each -> tag(workspace, each));
    }

    long before = counters.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ROUNDS; i++) {
      for (String each : comments) {
        tag(workspace, each);
      }
    }
    long bytes = counters.getCurrentThreadAllocatedBytes() - before;

    // The counter itself and what the runtime does beside are some bytes in all.
    assertThat((double) bytes / ROUNDS / comments.size()).isLessThan(1);
  }

  private static void tag(Workspace workspace, String comment) {
    workspace.tag(comment, workspace.program.languages.indexOf(Locale.FRENCH.getLanguage()));
    for (int i = 0; i < workspace.chosen; i++) {
      workspace.judge(i, 0);
    }
  }
}
