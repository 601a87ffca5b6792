package io.github.feedback4j.spring.collector;

/** Is told what came in, in counts only. Called by several threads at once; must not throw. */
interface Watcher {

  /**
   * A request was answered.
   *
   * @param source the source of whoever sent it, or "unknown"
   * @param outcome "taken", or the code of the problem that it was answered with
   */
  void answered(String source, String outcome);

  /**
   * Events of a batch that was taken came to the same.
   *
   * @param type the short name of the type, such as "response", or "unreadable"
   * @param outcome "accepted", "duplicate" or "rejected"
   */
  void arrived(String source, String type, String outcome, int events);
}
