package io.github.feedback4j.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of texts and locales in a database. */
class StoredTextProperties {

  private static final String ODD = "\u0000\ud83d\ude80\ufdd0a0";

  @Property
  void whatIsReadEqualsWhatWasWritten(@ForAll @From("texts") String text) {
    assertThat(StoredText.fromStored(StoredText.toStored(text))).isEqualTo(text);
  }

  @Property
  void everyDatabaseTakesWhatIsWritten(@ForAll @From("texts") String text) {
    String stored = StoredText.toStored(text);

    assertThat(stored).doesNotContain("\u0000");
    assertThat(new String(stored.getBytes(UTF_8), UTF_8)).isEqualTo(stored);
  }

  @Property
  void differentTextsStayDifferent(
      @ForAll @From("texts") String one, @ForAll @From("texts") String other) {
    assertThat(StoredText.toStored(one).equals(StoredText.toStored(other)))
        .isEqualTo(one.equals(other));
  }

  @Example
  void ordinaryTextsAreWrittenAsTheyAre() {
    String text = "R\u00e9seau \u6771\u4eac \ud83d\ude80\n";

    assertThat(StoredText.toStored(text)).isSameAs(text);
  }

  @Property
  void localesAreReadAsTheyWere(@ForAll @From("locales") Locale locale) {
    assertThat(StoredLocale.fromStored(StoredLocale.toStored(locale))).isEqualTo(locale);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.randomValue(StoredTextProperties::text);
  }

  @Provide
  Arbitrary<Locale> locales() {
    return Arbitraries.oneOf(
        Arbitraries.of(Locale.getAvailableLocales()),
        Arbitraries.of(
            Locale.ROOT,
            new Locale("no", "NO", "NY"),
            new Locale("ja", "JP", "JP"),
            new Locale("not a language", "x y", "a_b")));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(
          random.nextInt(3) == 0
              ? (char) random.nextInt(Character.MAX_VALUE + 1)
              : ODD.charAt(random.nextInt(ODD.length())));
    }
    return text.toString();
  }
}
