package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What RFC 4180 writes is what is read. */
class CsvRecordsProperties {

  @Property
  void whatWasWrittenIsRead(
      @ForAll("records") List<List<String>> records, @ForAll("ends") String end) throws Exception {
    String text = records.stream()
        .map(each -> each.stream()
            .map(CsvRecordsProperties::quoted)
            .collect(Collectors.joining(",", "", end)))
        .collect(Collectors.joining());

    List<List<String>> read = new ArrayList<>();
    CsvRecords csv = new CsvRecords(new StringReader(text));
    for (List<String> next = csv.next(); next != null; next = csv.next()) {
      read.add(next);
    }

    assertThat(read).isEqualTo(records);
  }

  /** Everything is quoted: an empty line and a byte order mark would be passed over otherwise. */
  private static String quoted(String field) {
    return '"' + field.replace("\"", "\"\"") + '"';
  }

  @Provide
  Arbitrary<List<List<String>>> records() {
    return Arbitraries.strings()
        .withChars('a', ',', '"', '\n', '\r', ' ', 'é', '\uFEFF')
        .ofMaxLength(6)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> ends() {
    return Arbitraries.of("\n", "\r\n", "\r");
  }
}
