package io.github.feedback4j.theme;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Numbers the words that items and lexicons are made of, and makes a trie of them. */
final class Vocabulary {

  private record Term(TermKind kind, String letters, String form) {}

  private final Map<Term, Integer> numbers = new HashMap<>();
  private final List<Term> terms = new ArrayList<>();

  /** Returns the number of a term; {@code letters} are folded, and stemmed where the kind is. */
  int term(TermKind kind, String letters) {
    return number(new Term(kind, letters, ""));
  }

  /** Returns the number of a word that must be written as {@code form}. */
  int exact(String letters, String form) {
    return number(new Term(TermKind.EXACT, letters, form));
  }

  private int number(Term term) {
    return numbers.computeIfAbsent(term, key -> {
      terms.add(key);
      return terms.size() - 1;
    });
  }

  /** Returns the letters with the entry of each, from 1 on, in alphabetical order. */
  SortedMap<String, Integer> entries() {
    TreeMap<String, Integer> entries = new TreeMap<>();
    Words.flags().keySet().forEach(each -> entries.put(each, 0));
    terms.forEach(each -> entries.put(each.letters(), 0));
    int entry = 1;
    for (Map.Entry<String, Integer> each : entries.entrySet()) {
      each.setValue(entry++);
    }
    return entries;
  }

  static int[] wordFlags(Map<String, Integer> entries) {
    int[] flags = new int[entries.size() + 1];
    entries.forEach((letters, entry) -> flags[entry] = Words.flags(letters));
    return flags;
  }

  static String[][] contractions(Map<String, Integer> entries) {
    String[][] contractions = new String[entries.size() + 1][];
    contractions[0] = new String[0];
    entries.forEach((letters, entry) -> contractions[entry] = Words.parts(letters));
    return contractions;
  }

  /** Returns the term of a kind that each entry has, or {@link Program#NONE}. */
  int[] terms(TermKind kind, Map<String, Integer> entries) {
    int[] found = new int[entries.size() + 1];
    Arrays.fill(found, Program.NONE);
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (term.kind() == kind) {
        found[entry(entries, term)] = i;
      }
    }
    return found;
  }

  /** Returns which terms are of small words, which stand in nearly every text. */
  boolean[] small() {
    boolean[] small = new boolean[terms.size()];
    for (int i = 0; i < small.length; i++) {
      int flags = Words.flags(terms.get(i).letters());
      small[i] = (flags & (Words.ENGLISH | Words.FRENCH)) != 0;
    }
    return small;
  }

  /** Returns the term of the stem of each entry's word, or {@link Program#NONE}. */
  static int[] stems(Stemmer stemmer, int[] termOf, Map<String, Integer> entries) {
    int[] stems = new int[entries.size() + 1];
    Arrays.fill(stems, Program.NONE);
    entries.forEach(
        (letters, entry) -> stems[entry] = termOf[entries.getOrDefault(stemmer.stem(letters), 0)]);
    return stems;
  }

  /** Returns the exact terms of each entry. */
  int[][] exact(Map<String, Integer> entries) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i <= entries.size(); i++) {
      lists.add(List.of());
    }
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (term.kind() == TermKind.EXACT) {
        List<Integer> more = new ArrayList<>(lists.get(entry(entries, term)));
        more.add(i);
        lists.set(entry(entries, term), more);
      }
    }
    return lists.stream()
        .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** Returns how each exact term may be written, nothing for the others. */
  String[][] forms() {
    return terms.stream().map(Vocabulary::forms).toArray(String[][]::new);
  }

  private static String[] forms(Term term) {
    if (term.kind() != TermKind.EXACT) {
      return new String[0];
    }
    Set<String> forms = new LinkedHashSet<>();
    String form = term.form();
    for (String each : List.of(form, form.replace('\'', '’'), form.replace('’', '\''))) {
      forms.add(Normalizer.normalize(each, Normalizer.Form.NFC));
      forms.add(Normalizer.normalize(each, Normalizer.Form.NFD));
    }
    return forms.toArray(String[]::new);
  }

  /** Returns the trie of all letters. */
  WordTrie trie(SortedMap<String, Integer> entries) {
    boolean[] isPrefix = new boolean[entries.size() + 1];
    for (Term each : terms) {
      if (each.kind() == TermKind.PREFIX) {
        isPrefix[entry(entries, each)] = true;
      }
    }
    return WordTrie.of(entries, isPrefix);
  }

  private static int entry(Map<String, Integer> entries, Term term) {
    return entries.getOrDefault(term.letters(), 0);
  }
}
