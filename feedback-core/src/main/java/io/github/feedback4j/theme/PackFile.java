package io.github.feedback4j.theme;

import io.github.feedback4j.node.FileKind;
import io.github.feedback4j.node.Place;
import io.github.feedback4j.node.Unreadable;

/** What is said of pack files, where a star or another sign of a rule may be what is wrong. */
final class PackFile extends FileKind {

  PackFile() {
    super("pack", "start with 'pack:' and the name of the pack", 16, 250_000);
  }

  @Override
  protected String property(String name) {
    return "'" + name + "'";
  }

  @Override
  protected String unite() {
    return "make one of them";
  }

  @Override
  protected String alias(String name) {
    return "'*" + name + "' is an alias of YAML, which packs do not have";
  }

  @Override
  protected String unalias() {
    return "put it in quotes if it is a rule, or write the value out";
  }

  @Override
  protected String yamlAdvice() {
    return super.yamlAdvice() + ", and put rules that begin with a sign such as @ in quotes";
  }

  @Override
  protected Unreadable noName(Place at, Unreadable said) {
    return new Unreadable(
        at,
        "not YAML as a pack has it: the name of a property is a single word",
        "check braces, brackets and quotes; nothing after this place was read");
  }
}
