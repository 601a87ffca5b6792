package io.github.feedback4j.spring.core;

import io.github.feedback4j.Feedback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Says in one line what is asked and where the answers go. */
final class StartUpLine implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger("io.github.feedback4j");

  private final Feedback feedback;
  private final @Nullable StorePlace place;

  StartUpLine(Feedback feedback, @Nullable StorePlace place) {
    this.feedback = feedback;
    this.place = place;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (place != null) {
      log.info("feedback4j asks {}; answers are kept in {}", feedback.surveys(), place.text());
    } else {
      log.warn(
          "feedback4j asks {}; answers are kept in memory or by the application, and what is in "
              + "memory ends with this process",
          feedback.surveys());
    }
  }
}
