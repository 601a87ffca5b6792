package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the phrases of a pack, all of them in one pass; rules that are no phrases it passes over. */
final class PhraseTagger implements ThemeTagger {

  // Text and phrases are reduced to their letters, without anything between them, and every phrase
  // is a path in one tree. A match can only start where a word starts, so the tagger walks the tree
  // from each word of the text until no phrase goes on, which is usually within that word. Where a
  // phrase ends and the text's word ends too, the gaps decide: the phrase's words must be the
  // text's words, apart from the freedom that PackPhrase.isLoose grants.
  //
  // A walk reads at most the letters of the longest phrase, however many phrases there are. The
  // failure links of Aho and Corasick (1975) would save rereading those few letters, but they find
  // matches by their end, and what counts here is the leftmost start and then the longest.

  private static final Comparator<Mention> ORDER = Comparator.comparingInt(Mention::start)
      .thenComparingInt(Mention::end)
      .thenComparing(Mention::theme);

  private final String packId;
  private final List<Theme> themes;
  private final Set<String> languages;
  private final PhraseTrie trie;

  PhraseTagger(ThemePack pack) {
    packId = pack.id();
    themes = pack.themes();
    languages = new TreeSet<>();
    List<PackPhrase> compiled = new ArrayList<>();
    for (Item each : pack.items()) {
      languages.add(each.language());
      if (!each.hides() && isPhrase(each.rule())) {
        compiled.add(new PackPhrase(each.theme(), each.language(), each.polarity(), each.text()));
      }
    }
    trie = new PhraseTrie(compiled);
  }

  private static boolean isPhrase(Rule rule) {
    return rule instanceof Rule.Word
        || (rule instanceof Rule.Phrase phrase
            && phrase.parts().stream().allMatch(Rule.Word.class::isInstance));
  }

  @Override
  public String packId() {
    return packId;
  }

  @Override
  public List<Theme> themes() {
    return themes;
  }

  @Override
  public List<Mention> tag(String text, @Nullable Locale locale) {
    String language = known(locale);
    FoldedText folded = FoldedText.of(text);
    List<Mention> mentions = new ArrayList<>();
    Map<String, Integer> taken = new HashMap<>();
    for (int at = 0; at < folded.length(); at++) {
      if (folded.isBoundary(at)) {
        for (Mention each : longestAt(folded, at, language)) {
          if (each.start() >= taken.getOrDefault(each.theme(), 0)) {
            mentions.add(each);
            taken.put(each.theme(), each.end());
          }
        }
      }
    }
    mentions.sort(ORDER);
    return Collections.unmodifiableList(mentions);
  }

  /** Returns the language to look for, or null for every one. */
  private @Nullable String known(@Nullable Locale locale) {
    return locale != null && languages.contains(locale.getLanguage()) ? locale.getLanguage() : null;
  }

  /** Returns the longest match of each theme that starts at a letter. */
  private Iterable<Mention> longestAt(FoldedText text, int at, @Nullable String language) {
    Map<String, Mention> longest = Map.of();
    int node = PhraseTrie.ROOT;
    for (int i = at; i < text.length(); i++) {
      if (i > at && text.gapBefore(i) == Gap.BREAK) {
        break;
      }
      node = trie.next(node, text.letter(i));
      if (node == PhraseTrie.NOWHERE) {
        break;
      }
      if (text.isBoundary(i + 1)) {
        for (PackPhrase each : trie.phrasesAt(node)) {
          if (each.isOf(language) && each.fits(text, at)) {
            longest = longest.isEmpty() ? new TreeMap<>() : longest;
            longest.merge(each.theme(), mention(each, text, at, i), PhraseTagger::longer);
          }
        }
      }
    }
    return longest.values();
  }

  private static Mention mention(PackPhrase phrase, FoldedText text, int first, int last) {
    return new Mention(
        phrase.theme(), text.start(first), text.end(last), phrase.polarity(), phrase.text());
  }

  private static Mention longer(Mention known, Mention next) {
    if (next.end() > known.end()) {
      return next;
    }
    // Two languages, or "wifi" and "wi fi", may disagree about the same place: then it only names.
    return known.polarity() == next.polarity()
        ? known
        : new Mention(known.theme(), known.start(), known.end(), Polarity.NEUTRAL, known.phrase());
  }
}
