package io.github.feedback4j.node;

import java.util.Comparator;

/** What is wrong with a file of the tests, three mistakes at the most. */
final class Notes extends Diagnostics<Notes.Note> {

  static final FileKind MENU = new FileKind("menu", "start with 'menu:'", 4, 12);

  record Note(Place place, String message, String advice) {

    @Override
    public String toString() {
      return place.line() + ":" + place.column() + ": " + message + "; " + advice;
    }
  }

  Notes() {
    this(MENU);
  }

  Notes(FileKind kind) {
    super(
        kind,
        3,
        Comparator.<Note>comparingInt(each -> each.place().line())
            .thenComparingInt(each -> each.place().column()));
  }

  @Override
  protected Note mistake(Place at, String message, String advice) {
    return new Note(at, message, advice);
  }
}
