package io.github.feedback4j.theme;

/**
 * Takes the endings off folded words, so that the forms of a word compare equal.
 *
 * <p>Stems are not words and are never shown. The letters are without case and accents, as {@link
 * Folding} gives them.
 */
enum Stemmer {
  /** Leaves every word as it is. */
  NONE {
    @Override
    int stem(char[] word, int length) {
      return length;
    }

    @Override
    int kept(char[] text, int from, int length) {
      return length;
    }
  },

  /**
   * The S-stemmer of Harman (1991), and -ing and -ed. Not -ly: "promptly" is no command prompt.
   *
   * <p>A word that looks like a form of another one and is none is in {@link #KEPT_ENGLISH}.
   */
  ENGLISH {
    @Override
    int stem(char[] word, int length) {
      if (length < 4) {
        return length;
      }
      int kept = KEPT_ENGLISH.stem(word, length);
      if (kept != KeptWords.NONE) {
        return kept;
      }
      int singular = plural(word, length);
      kept = singular < length ? KEPT_ENGLISH.stem(word, singular) : KeptWords.NONE;
      if (kept != KeptWords.NONE) {
        return kept;
      }
      int cut = participle(word, singular);
      if (cut > 5 && word[cut - 1] == word[cut - 2] && !isVowel(word[cut - 1])) {
        return cut - 1;
      }
      return cut > 4 && word[cut - 1] == 'e' ? cut - 1 : cut;
    }

    @Override
    int kept(char[] text, int from, int length) {
      if (length < 4) {
        return length;
      }
      char last = text[from + length - 1];
      char before = text[from + length - 2];
      return switch (last) {
        case 's' -> before == 'g' ? length - 6 : length - 4;
        case 'g' -> before == 'n' ? length - 5 : length;
        case 'd' -> before == 'e' ? length - 4 : length;
        case 'e' -> length - 1;
        default -> last == before ? length - 1 : length;
      };
    }

    private int plural(char[] word, int length) {
      if (word[length - 1] != 's') {
        return length;
      }
      if (ends(word, length, "ies")) {
        if (length > 4 && !ends(word, length, "eies") && !ends(word, length, "aies")) {
          word[length - 3] = 'y';
          return length - 2;
        }
        return length - 1;
      }
      if (ends(word, length, "xes")
          || ends(word, length, "ches")
          || ends(word, length, "shes")
          || ends(word, length, "sses")) {
        return length - 2;
      }
      return ends(word, length, "us") || ends(word, length, "ss") ? length : length - 1;
    }

    private int participle(char[] word, int length) {
      if (length > 4 && ends(word, length, "ied")) {
        word[length - 3] = 'y';
        return length - 2;
      }
      int cut = length;
      if (ends(word, length, "ing")) {
        cut = length - 3;
      } else if (ends(word, length, "ed") && !ends(word, length, "eed")) {
        cut = length - 2;
      }
      if (cut == length || cut < 3 || !hasVowel(word, cut)) {
        return length;
      }
      char last = word[cut - 1];
      if (cut > 3 && last == word[cut - 2] && !isVowel(last)) {
        // "dropped" is of "drop", but "called" of "call".
        return last == 'l' || last == 's' || last == 'z' ? cut : cut - 1;
      }
      if (cut == 3 && !isVowel(word[0]) && isVowel(word[1]) && !isVowel(last)) {
        // "typed" is of "type": of "typ" it would be "typped".
        if (last != 'w' && last != 'x' && last != 'y') {
          word[cut] = 'e';
          return cut + 1;
        }
      }
      return cut;
    }
  },

  /**
   * After the light stemmer of Savoy (1999, 2006): plural, feminine, -ment, -ation, and the
   * participles and infinitives of verbs in -er.
   *
   * <p>A word that looks like a form of another one and is none is in {@link #KEPT_FRENCH}.
   */
  FRENCH {
    @Override
    int stem(char[] word, int length) {
      if (length < 4) {
        return length;
      }
      int kept = KEPT_FRENCH.stem(word, length);
      if (kept != KeptWords.NONE) {
        return kept;
      }
      int end = singular(word, length);
      kept = end < length ? KEPT_FRENCH.stem(word, end) : KeptWords.NONE;
      if (kept != KeptWords.NONE) {
        return kept;
      }
      end = derived(word, end);
      boolean lostE = false;
      if (end > 5 && ends(word, end, "er")) {
        end -= 2;
      } else {
        for (int i = 0; i < 2 && end > 4 && word[end - 1] == 'e'; i++) {
          end--;
          lostE = true;
        }
      }
      if (end > 4 && word[end - 1] == word[end - 2] && !isVowel(word[end - 1])) {
        end--;
      }
      if (lostE && end > 4 && word[end - 1] == 's') {
        return end - 1;
      }
      if (lostE && end >= 4 && word[end - 1] == 'v') {
        word[end - 1] = 'f';
      }
      return end;
    }

    @Override
    int kept(char[] text, int from, int length) {
      if (length < 4) {
        return length;
      }
      char last = text[from + length - 1];
      int end = last == 's' || last == 'x' ? length - 1 : length;
      char before = text[from + end - 1];
      return switch (before) {
        case 'e' -> end - 4;
        case 'r' -> end - 3;
        case 't' -> end > 6 && text[from + end - 2] == 'n' ? end - 11 : end - 1;
        case 'n' -> end > 8 && text[from + end - 2] == 'o' ? end - 9 : end - 1;
        default -> end == length && before != text[from + end - 2] ? length : end - 2;
      };
    }

    private int singular(char[] word, int length) {
      if (word[length - 1] == 'x') {
        if (length > 5 && ends(word, length, "aux") && word[length - 4] != 'e') {
          word[length - 2] = 'l';
        }
        return length - 1;
      }
      return word[length - 1] == 's' && word[length - 2] != 's' ? length - 1 : length;
    }

    private int derived(char[] word, int length) {
      if (length > 8 && ends(word, length, "ation")) {
        return length - 5;
      }
      if (length > 8 && ends(word, length, "issement")) {
        return length - 7;
      }
      if (length > 7 && (ends(word, length, "amment") || ends(word, length, "emment"))) {
        word[length - 5] = 'n';
        word[length - 4] = 't';
        return length - 3;
      }
      if (length > 6 && ends(word, length, "ement")) {
        int cut = length - 5;
        if (word[cut - 1] == 'v' && cut > 4) {
          word[cut - 1] = 'f';
        }
        return cut;
      }
      return length;
    }
  };

  // Words that look like forms of others, of which nobody who looks for the one wants the other.
  private static final KeptWords KEPT_ENGLISH = new KeptWords("""
      according accounting ages anything banking bearing boarding building caring ceiling charming
      cleared clothing concerned cooled cooling customs dated during evening everything following goods
      hearing housing hundred including interesting kinds lasting limited marketing means meeting morale
      morning news nothing outstanding parking paste patients plane pleased prompted prompting prompts
      quite regarding rights setting something sorted state suite tired training unite united
      warming wedding willing windows""");

  private static final KeptWords KEPT_FRENCH = new KeptWords("""
      appartement attentes carrement clairement completement coupe coupe|e course croix departement donnees
      droite element equipement evenement formation logement mois motive motive|e nullement
      patienter plus porte pratiquement prix reglement simplement supplement voix""");

  /**
   * Replaces a word by its stem and returns the stem's length, which is never 0 for a word.
   *
   * @param word the letters, with room for one more behind them
   */
  abstract int stem(char[] word, int length);

  /**
   * Returns how many letters at least are the same in a word and its stem; the word's length if it
   * is its own stem.
   */
  abstract int kept(char[] text, int from, int length);

  /** Returns the stemmer of a language. */
  static Stemmer of(String language) {
    return switch (language) {
      case "en" -> ENGLISH;
      case "fr" -> FRENCH;
      default -> NONE;
    };
  }

  /** Returns the stem of a folded word. */
  String stem(String word) {
    char[] letters = new char[word.length() + 1];
    word.getChars(0, word.length(), letters, 0);
    return new String(letters, 0, stem(letters, word.length()));
  }

  static boolean ends(char[] word, int length, String ending) {
    int from = length - ending.length();
    if (from < 0) {
      return false;
    }
    for (int i = ending.length() - 1; i >= 0; i--) {
      if (word[from + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean isVowel(char letter) {
    return letter == 'a'
        || letter == 'e'
        || letter == 'i'
        || letter == 'o'
        || letter == 'u'
        || letter == 'y';
  }

  static boolean hasVowel(char[] word, int length) {
    for (int i = 0; i < length; i++) {
      if (isVowel(word[i])) {
        return true;
      }
    }
    return false;
  }
}
