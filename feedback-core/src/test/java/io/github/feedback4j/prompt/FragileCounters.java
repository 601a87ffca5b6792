package io.github.feedback4j.prompt;

/** Counters that can be broken, and that can be made to lose races at a chosen moment. */
final class FragileCounters implements SurveyCounters {

  private final InMemorySurveyCounters counters = new InMemorySurveyCounters();
  private boolean broken;
  private Runnable betweenLoadAndExchange = () -> {};
  private int calls;

  /** Makes every call throw, or ends that. */
  void broken(boolean broken) {
    this.broken = broken;
  }

  /** Runs something after each load, as another node would do it at the worst moment. */
  void betweenLoadAndExchange(Runnable interference) {
    this.betweenLoadAndExchange = interference;
  }

  /** Returns how often the store was called. */
  int calls() {
    return calls;
  }

  @Override
  public Versioned load(Counter counter) {
    check();
    Versioned loaded = counters.load(counter);
    betweenLoadAndExchange.run();
    return loaded;
  }

  @Override
  public boolean compareAndSet(Counter counter, long version, Count next) {
    check();
    return counters.compareAndSet(counter, version, next);
  }

  private void check() {
    calls++;
    if (broken) {
      throw new Gone();
    }
  }

  /** Trouble that is met so often in the properties that its stack traces would fill the log. */
  private static final class Gone extends RuntimeException {

    private static final long serialVersionUID = 1;

    Gone() {
      super("counters gone", null, false, false);
    }
  }
}
