package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.node.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is wrong, or not well, with surveys, each with its place and advice.
 *
 * <p>Errors are what no answer can come of: jumps back or to nowhere, questions that nobody reaches,
 * conditions on questions that come later. {@link SurveyReader} and {@link SurveyCatalog} refuse them.
 * Warnings are about texts, scales and contact rules; {@code docs/survey-files.md} says when. Safe for
 * use by several threads.
 *
 * @since 0.1
 */
public final class Linter {

  private static final Linter STANDARD = new Linter(ContactRules.none());

  private final ContactRules policy;

  private Linter(ContactRules policy) {
    this.policy = policy;
  }

  /** Returns a linter that knows of no contact policy. */
  public static Linter standard() {
    return STANDARD;
  }

  /** Returns a linter that also reports contact rules which this policy of the platform overrules. */
  public static Linter withPolicy(ContactRules policy) {
    return new Linter(policy);
  }

  /** Returns everything about a survey, errors first. */
  public List<Finding> lint(Survey survey) {
    List<Finding> findings = new ArrayList<>();
    for (Flaw each : flaws(survey)) {
      findings.add(finding(each, "survey '" + survey.key() + "' v" + survey.version(), 0, 0));
    }
    return List.copyOf(findings);
  }

  /**
   * Returns everything about a survey file, mistakes included; never throws for what is in it.
   *
   * @param name what findings call the file; a name that ends in {@code .json} makes it JSON
   * @param content the text of the file
   */
  public List<Finding> lint(String name, String content) {
    Mistakes mistakes = new Mistakes(name);
    Node root = SurveyReader.node(name, content, mistakes);
    Survey survey = root == null ? null : SurveyFormat.read(root, mistakes);
    List<Finding> findings = new ArrayList<>();
    for (Mistake each : mistakes.sorted()) {
      findings.add(new Finding(
          Finding.Severity.ERROR,
          each.file(),
          each.line(),
          each.column(),
          "",
          each.message(),
          each.advice()));
    }
    if (root != null && survey != null) {
      for (Flaw each : flaws(survey)) {
        Place at = Flaw.locate(root, each.path()).place();
        findings.add(finding(each, name, at.line(), at.column()));
      }
    }
    return List.copyOf(findings);
  }

  /** Returns the errors of a survey as texts, for whoever refuses it. */
  static List<String> errors(Survey survey) {
    return FlowRules.check(survey.questions()).stream()
        .map(each -> finding(each, "survey '" + survey.key() + "' v" + survey.version(), 0, 0)
            .toString())
        .toList();
  }

  private List<Flaw> flaws(Survey survey) {
    List<Flaw> flaws = new ArrayList<>(FlowRules.check(survey.questions()));
    flaws.addAll(TextRules.check(survey));
    flaws.addAll(ScaleRules.check(survey));
    flaws.addAll(ThrottleRules.check(survey, policy));
    return flaws;
  }

  private static Finding finding(Flaw flaw, String source, int line, int column) {
    return new Finding(
        flaw.severity(), source, line, column, flaw.place(), flaw.message(), flaw.advice());
  }
}
