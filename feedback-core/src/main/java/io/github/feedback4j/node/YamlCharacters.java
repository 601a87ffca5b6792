package io.github.feedback4j.node;

/** What YAML 1.2 says about characters. */
public final class YamlCharacters {

  private YamlCharacters() {}

  /** Returns whether YAML 1.2 allows a character (production 1, {@code c-printable}). */
  static boolean isPrintable(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || character == 0x85
        || (character >= 0x20 && character <= 0x7E)
        || (character >= 0xA0 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  /** Returns whether a character may stand as it is in a YAML text, and is no kind of line end. */
  public static boolean isText(int character) {
    return isPrintable(character)
        && !Character.isISOControl(character)
        && character != 0x2028
        && character != 0x2029
        && character != 0xFEFF;
  }
}
