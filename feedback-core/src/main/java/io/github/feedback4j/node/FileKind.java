package io.github.feedback4j.node;

/** A kind of file: how much it may hold, and what is said where its syntax is not as it should be. */
public class FileKind {

  private final String noun;
  private final String start;
  private final int maxDepth;
  private final int maxNodes;

  /**
   * Makes a kind of file with the words that suit most.
   *
   * @param noun what it is called, such as {@code survey}
   * @param start how to start one, as advice for an empty file
   * @param maxDepth how deep its values may be nested
   * @param maxNodes how many values it may have
   */
  public FileKind(String noun, String start, int maxDepth, int maxNodes) {
    this.noun = noun;
    this.start = start;
    this.maxDepth = maxDepth;
    this.maxNodes = maxNodes;
  }

  final String noun() {
    return noun;
  }

  final String start() {
    return start;
  }

  final int maxDepth() {
    return maxDepth;
  }

  final int maxNodes() {
    return maxNodes;
  }

  /** Returns what messages call a property. */
  protected String property(String name) {
    return "property '" + name + "'";
  }

  /** Returns what to do about two properties of one name. */
  protected String unite() {
    return "keep one of them";
  }

  /** Returns what is wrong with an alias. */
  protected String alias(String name) {
    return "alias '*" + name + "' is not expanded in " + noun + " files";
  }

  /** Returns what to do about an alias. */
  protected String unalias() {
    return "write the value out";
  }

  /** Returns what to look at first where a file is no YAML. */
  protected String yamlAdvice() {
    return "check indentation (spaces, no tabs), quotes and brackets";
  }

  /**
   * Returns what is wrong where something else stands in the place of a name.
   *
   * @param at where it stands
   * @param said what is said of YAML that cannot be read
   */
  protected Unreadable noName(Place at, Unreadable said) {
    return said;
  }
}
