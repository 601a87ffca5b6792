package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a platform's policy from a YAML or JSON file, and reports every mistake at once.
 *
 * <p>A file named {@code *.json} is JSON, any other is YAML, with the same bounds as survey files.
 *
 * @since 0.1
 */
public final class PolicyReader {

  private PolicyReader() {}

  /**
   * Returns the policy of a file.
   *
   * @throws SurveyFormatException with every mistake of the file, each with line and column
   * @throws IOException if the file cannot be read
   */
  public static Policy read(Path file) throws IOException {
    Mistakes mistakes = new Mistakes(file.toString());
    String content = SurveyReader.content(file, mistakes);
    return done(content == null ? null : read(file.toString(), content, mistakes), mistakes);
  }

  /**
   * Returns the policy of a text that is already in memory.
   *
   * @param name what mistakes call the file; a name that ends in {@code .json} makes it JSON
   * @param content the text of the file
   * @throws SurveyFormatException with every mistake, each with line and column
   */
  public static Policy read(String name, String content) {
    Mistakes mistakes = new Mistakes(name);
    return done(read(name, content, mistakes), mistakes);
  }

  private static Policy done(@Nullable Policy policy, Mistakes mistakes) {
    if (policy == null || !mistakes.isEmpty()) {
      throw new SurveyFormatException(mistakes.sorted());
    }
    return policy;
  }

  private static @Nullable Policy read(String name, String content, Mistakes mistakes) {
    Node root = SurveyReader.node(name, content, mistakes);
    Fields fields = Fields.of(root, "a policy", mistakes);
    if (root == null || fields == null) {
      return null;
    }
    Node nameNode = fields.require("policy", "policy: and a name, such as the company's");
    String named = fields.text(nameNode, "policy");
    if (nameNode != null && named != null) {
      mistakes.attempt(nameNode, () -> Ids.requireName("policy", named));
    }
    Node contactNode = fields.take("contact");
    ContactRules contact = ContactFormat.read(contactNode, mistakes);
    Set<String> doNotAsk = readDoNotAsk(fields);
    InvitationBudget budget = BudgetFormat.readBudget(fields.take("budget"), mistakes);
    fields.done();
    if (named == null || !mistakes.isEmpty()) {
      return null;
    }
    ContactRules rules = contact == null ? ContactRules.none() : contact;
    return mistakes.attempt(
        contactNode == null ? root : contactNode, () -> new Policy(named, rules, doNotAsk, budget));
  }

  private static Set<String> readDoNotAsk(Fields fields) {
    List<Node> nodes = fields.list(fields.take("doNotAsk"), "doNotAsk");
    Set<String> doNotAsk = new HashSet<>();
    for (Node each : nodes) {
      String id = fields.text(each, "doNotAsk");
      if (id != null) {
        doNotAsk.add(id);
      }
    }
    return doNotAsk;
  }
}
