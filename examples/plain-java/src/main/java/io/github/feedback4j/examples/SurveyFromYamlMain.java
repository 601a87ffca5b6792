package io.github.feedback4j.examples;

import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyFormatException;
import io.github.feedback4j.survey.SurveyReader;
import io.github.feedback4j.survey.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads a survey from a file in English and French, and then one that is full of mistakes. */
public final class SurveyFromYamlMain {

  private SurveyFromYamlMain() {}

  /** Runs the example; there are no arguments. */
  public static void main(String[] args) throws IOException {
    // Always UTF-8: JDK 17 would print the accents as the console's settings say.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    Survey survey = read("examples/ticket-csat.yaml");
    out.println(survey + ", default language " + survey.defaultLocale().toLanguageTag());
    for (Trigger trigger : survey.triggers()) {
      Condition when = trigger.when();
      out.println("  on " + trigger.event() + (when == null ? "" : ", when " + when.definition()));
    }
    out.println("  sampling " + survey.sampling().definition());
    out.println("  contact rules " + survey.contactRules());
    for (Question question : survey.questions()) {
      out.println("  " + question.id() + (question.required() ? ", required" : ""));
      // There is no text for Canada alone, so the French one serves.
      out.println("    " + text(question, Locale.CANADA_FRENCH, survey));
      // There is none in German either, so the default language steps in.
      out.println("    " + text(question, Locale.GERMAN, survey));
    }

    // One run shows every mistake with its place, not only the first one.
    out.println();
    try {
      read("examples/ticket-csat-with-mistakes.yaml");
    } catch (SurveyFormatException e) {
      e.mistakes().forEach(out::println);
    }
  }

  private static String text(Question question, Locale wanted, Survey survey) {
    return question.text().resolve(wanted, survey.defaultLocale()).text();
  }

  private static Survey read(String resource) throws IOException {
    try (InputStream file = SurveyFromYamlMain.class.getResourceAsStream("/" + resource)) {
      if (file == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return SurveyReader.read(resource, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
