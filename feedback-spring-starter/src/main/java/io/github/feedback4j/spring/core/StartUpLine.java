package io.github.feedback4j.spring.core;

import io.github.feedback4j.Feedback;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Says in one line what is asked, where the answers go, and who sees them. */
final class StartUpLine implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger("io.github.feedback4j");

  private final Feedback feedback;
  private final boolean isKept;
  private final List<StartUpNote> notes;

  StartUpLine(Feedback feedback, boolean isKept, List<StartUpNote> notes) {
    this.feedback = feedback;
    this.isKept = isKept;
    this.notes = notes;
  }

  @Override
  public void afterSingletonsInstantiated() {
    StringBuilder line = new StringBuilder("feedback4j asks ").append(feedback.ownSurveys());
    notes.forEach(each -> line.append("; ").append(each.startUpNote()));
    if (isKept) {
      log.info("{}", line);
    } else {
      log.warn("{}; answers are in memory only and end with this process", line);
    }
  }
}
