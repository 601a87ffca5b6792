package io.github.feedback4j.privacy;

import io.github.feedback4j.privacy.Redaction.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of comments, before they are kept, what leads to a person, a machine or money.
 *
 * <ul>
 *   <li>E-mail addresses, of every script.
 *   <li>Phone numbers: international ({@code +33 6 12 34 56 78}, {@code 0033612345678}), French ({@code
 *       06 12 34 56 78}) and North American ({@code (514) 555-0199}), also with an extension. A bare
 *       run of ten digits is one only if it starts as French ones do, with 0 and then 1 to 9, one of
 *       12 to 17 digits only if it starts with 00 and a country code; every other bare run is left
 *       alone as a ticket or an order.
 *   <li>IP addresses of both versions, and URLs with a scheme or {@code www.}.
 *   <li>International bank account numbers with right check digits, and numbers of payment cards: 13 to
 *       19 digits of a known issuer with a right check digit.
 *   <li>{@linkplain #withEmployeeIds Employee ids} and {@linkplain #withAssetTags asset tags} of the
 *       forms that the application gives.
 *   <li>{@linkplain #withNames Names} that the application gives. No name is guessed.
 * </ul>
 *
 * <p>Seven-digit local numbers, short numbers, domains without {@code www.}, postal addresses and names
 * that nobody gave are not recognised. Of pieces that overlap, the longest is taken: a URL with an
 * e-mail address in it is a URL.
 *
 * <p>Immutable and safe for use by several threads. Redaction takes time in proportion to the
 * length of the text, never throws, and changes nothing when applied a second time.
 *
 * @since 0.1
 */
public final class Redactor {

  /** How many names a redactor can have of its own. */
  private static final int MAX_NAMES = 10_000;

  // In the order of the kinds; of two that find the same piece the first wins.
  private static final Map<Kind, Finder> BUILT_IN = new EnumMap<>(Map.of(
      Kind.EMAIL, new EmailFinder(),
      Kind.PHONE, new PhoneFinder(),
      Kind.IP, new IpFinder(),
      Kind.URL, new UrlFinder(),
      Kind.IBAN, new IbanFinder(),
      Kind.CARD, new CardFinder()));

  private static final Redactor STANDARD =
      new Redactor(EnumSet.allOf(Kind.class), List.of(), List.of(), List.of());

  private static final Redactor NONE =
      new Redactor(EnumSet.noneOf(Kind.class), List.of(), List.of(), List.of());

  private final Set<Kind> kinds;
  private final List<CodePattern> employeeIds;
  private final List<CodePattern> assetTags;
  private final List<String> names;
  private final List<Finder> finders;

  private Redactor(
      Set<Kind> kinds,
      List<CodePattern> employeeIds,
      List<CodePattern> assetTags,
      List<String> names) {
    this.kinds = kinds;
    this.employeeIds = employeeIds;
    this.assetTags = assetTags;
    this.names = names;
    this.finders = finders();
  }

  /** Returns a redactor for everything that needs no more to be known, and for names given later. */
  public static Redactor standard() {
    return STANDARD;
  }

  /** Returns a redactor that leaves every text as it is. */
  public static Redactor none() {
    return NONE;
  }

  /** Returns this redactor with one more kind of piece that it takes out. */
  public Redactor with(Kind kind) {
    return new Redactor(plus(kind), employeeIds, assetTags, names);
  }

  /** Returns this redactor with a kind of piece that it leaves where it is. */
  public Redactor without(Kind kind) {
    EnumSet<Kind> fewer = EnumSet.allOf(Kind.class);
    fewer.retainAll(kinds);
    fewer.remove(kind);
    return new Redactor(fewer, employeeIds, assetTags, names);
  }

  /**
   * Returns this redactor with the forms of employee ids, in the place of earlier ones.
   *
   * <p>In a form such as {@code EMP-######} a {@code #} is a digit, {@code @} a letter and {@code ?}
   * either; everything else is itself, in whatever case. An id is found where neither a letter nor a
   * digit stands beside it. Regular expressions are refused.
   *
   * @param patterns at most 50, each of 3 letters or digits up to 60 characters, not of letters alone
   * @throws IllegalArgumentException with everything that is wrong with the patterns
   */
  public Redactor withEmployeeIds(String... patterns) {
    List<CodePattern> parsed = CodePattern.parse("employee id", List.of(patterns));
    return new Redactor(plus(Kind.EMPLOYEE), parsed, assetTags, names);
  }

  /**
   * Returns this redactor with the forms of asset tags, such as {@code LT#####} and {@code @@-PC-####},
   * in the place of earlier ones.
   *
   * @param patterns as in {@link #withEmployeeIds}
   * @throws IllegalArgumentException with everything that is wrong with the patterns
   */
  public Redactor withAssetTags(String... patterns) {
    List<CodePattern> parsed = CodePattern.parse("asset tag", List.of(patterns));
    return new Redactor(plus(Kind.ASSET), employeeIds, parsed, names);
  }

  /**
   * Returns this redactor with names that it takes out of every text, in the place of earlier ones.
   *
   * <p>A name is found as whole words in whatever case, with or without accents, and with any space,
   * hyphen or apostrophe between its words. {@code "Zoé Martin"} is not found as {@code "Zoé"}: give
   * first names of their own where people use them, but none that is a word of the language.
   *
   * @param names at most 10,000, each with 2 letters up to 100 characters
   * @throws IllegalArgumentException with everything that is wrong with the names, but none of them
   */
  public Redactor withNames(Collection<String> names) {
    List<String> all = List.copyOf(names);
    List<String> wrong = new ArrayList<>();
    if (all.size() > MAX_NAMES) {
      wrong.add(
          "there must be at most %d names, but there are %d".formatted(MAX_NAMES, all.size()));
    }
    for (int i = 0; i < all.size(); i++) {
      String name = all.get(i);
      if (!NameFinder.isUsable(name)) {
        wrong.add(
            "name %d must have %d letters up to %d characters, but has %d letters and %d characters"
                .formatted(
                    i + 1,
                    NameFinder.MIN_LETTERS,
                    NameFinder.MAX_LENGTH,
                    NameFinder.letters(name),
                    name.length()));
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
    return new Redactor(plus(Kind.NAME), employeeIds, assetTags, all);
  }

  /** Returns the text with a token such as {@code <EMAIL>} in place of each recognised piece. */
  public Redaction redact(String text) {
    return redact(text, List.of());
  }

  /**
   * Returns the text with tokens also in place of names that belong to this text only, such as those of
   * the agent and of whoever wrote it.
   *
   * @param names as in {@link #withNames}; one that is too short or too long to be a name is left out
   */
  public Redaction redact(String text, Collection<String> names) {
    List<Finder> all = finders;
    if (!names.isEmpty() && kinds.contains(Kind.NAME)) {
      all = new ArrayList<>(finders);
      all.add(new NameFinder(names));
    }
    if (all.isEmpty()) {
      return new Redaction(text, Map.of());
    }
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    StringBuilder redacted = new StringBuilder(text.length());
    int done = 0;
    for (Span each : new Sweep(all).of(text)) {
      redacted.append(text, done, each.start()).append(each.kind().token());
      done = each.end();
      counts.merge(each.kind(), 1, Integer::sum);
    }
    return new Redaction(redacted.append(text, done, text.length()).toString(), counts);
  }

  private Set<Kind> plus(Kind kind) {
    EnumSet<Kind> more = EnumSet.of(kind);
    more.addAll(kinds);
    return more;
  }

  /** Returns the finders; what the application says an id is comes before what it may be else. */
  private List<Finder> finders() {
    List<Finder> all = new ArrayList<>();
    if (kinds.contains(Kind.EMPLOYEE) && !employeeIds.isEmpty()) {
      all.add(new CodeFinder(Kind.EMPLOYEE, employeeIds));
    }
    if (kinds.contains(Kind.ASSET) && !assetTags.isEmpty()) {
      all.add(new CodeFinder(Kind.ASSET, assetTags));
    }
    BUILT_IN.forEach((kind, finder) -> {
      if (kinds.contains(kind)) {
        all.add(finder);
      }
    });
    if (kinds.contains(Kind.NAME) && !names.isEmpty()) {
      all.add(new NameFinder(names));
    }
    return List.copyOf(all);
  }

  /** Returns what is taken out, but no pattern and no name. */
  @Override
  public String toString() {
    return "Redactor" + kinds;
  }
}
