package io.github.feedback4j.theme;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The small words of English and French that tell how to read a text, by their folded letters. */
final class Words {

  /** Tells English: a word that French does not have. */
  static final int ENGLISH = 1;

  /** Tells French: a word that English does not have. */
  static final int FRENCH = 2;

  /** Cut short before a vowel and an apostrophe: "l'accès". */
  static final int ELIDED = 4;

  /** Has a full stop that ends no sentence: "Mr. Smith". */
  static final int ABBREVIATED = 8;

  /** Followed by 's, has "is" in it, not an owner: "it's". */
  static final int WITH_IS = 16;

  /** Stands for several words, with or without its apostrophe: "didn't". */
  static final int CONTRACTED = 32;

  /** Stands for several words only with an apostrophe: "we're". */
  static final int WITH_APOSTROPHE = 64;

  /** Without an apostrophe, stands for several words only in English text: "dont". */
  static final int IN_ENGLISH = 128;

  private static final SortedMap<String, Integer> FLAGS = new TreeMap<>();
  private static final SortedMap<String, String[]> PARTS = new TreeMap<>();
  private static final String[] NONE = {};

  static {
    mark(
        ENGLISH,
        "the and was were is are with to of it this that very they have has had my you be been "
            + "which from would could should there their when what how who i we he she your his "
            + "at by not did does just so too because after before while than then them these "
            + "those into also really always every only get got never still but for");
    mark(
        FRENCH,
        "le la les des du est et une un dans pour avec pas tres que qui je ai sont nous vous ce "
            + "cette il elle ne mais au aux sur par se sa ses mon ma mes leur leurs ils elles ete "
            + "etait cela ca deux toujours plus aussi trop bien tout tous toute sans chez donc "
            + "alors apres avant depuis quand comme encore jamais rien aucun aucune j l d qu c");
    mark(ELIDED, "l d j m t s c n qu jusqu lorsqu puisqu quoiqu");
    mark(ABBREVIATED, "mr mrs ms dr mme mlle pr prof vs eg ie tel approx");
    mark(WITH_IS, "it that what there here he she who where how everything nothing something this");
    contract(
        CONTRACTED,
        "doesnt does, didnt did, isnt is, arent are, wasnt was, werent were, hasnt has, "
            + "havent have, hadnt had, couldnt could, wouldnt would, shouldnt should, "
            + "mustnt must, neednt need, cant can, cannot can, wont will, aint is, "
            + "donot do, doesnot does, didnot did, isnot is, wasnot was",
        "not");
    contract(CONTRACTED | IN_ENGLISH, "dont do", "not");
    contract(WITH_APOSTROPHE, "shant shall", "not");
    contract(WITH_APOSTROPHE, "im i", "am");
    contract(WITH_APOSTROPHE, "youre you, were we, theyre they", "are");
    contract(WITH_APOSTROPHE, "ive i, youve you, weve we, theyve they", "have");
    contract(
        WITH_APOSTROPHE,
        "ill i, youll you, well we, theyll they, hell he, shell she, itll it",
        "will");
    contract(WITH_APOSTROPHE, "id i, youd you, wed we, theyd they, hed he", "would");
  }

  private Words() {}

  /** Returns every word with its flags. */
  static Map<String, Integer> flags() {
    return FLAGS;
  }

  /** Returns the words that a contraction stands for. */
  static String[] parts(String word) {
    return PARTS.getOrDefault(word, NONE);
  }

  /** Returns the flags of a word, 0 if it is none of these. */
  static int flags(String word) {
    return FLAGS.getOrDefault(word, 0);
  }

  private static void mark(int flag, String words) {
    for (String each : words.split(" ", -1)) {
      FLAGS.merge(each, flag, (known, more) -> known | more);
    }
  }

  private static void contract(int flags, String pairs, String second) {
    for (String each : pairs.split(", ", -1)) {
      String[] pair = each.split(" ", -1);
      FLAGS.merge(pair[0], flags, (known, more) -> known | more);
      PARTS.put(pair[0], new String[] {pair[1], second});
    }
  }
}
