package io.github.feedback4j.survey;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something to read between the questions; it is not answered.
 *
 * @param id the statement's id
 * @param text what is said
 * @param rules when it is shown and what comes next; never required
 * @param links where to go from here, at most {@value #MAX_LINKS}
 * @since 0.1
 */
public record StatementQuestion(
    String id, LocalizedText text, QuestionRules rules, List<Link> links) implements Question {

  /** The greatest number of links. */
  public static final int MAX_LINKS = 10;

  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

  private static final int MAX_URL = 2_000;

  /**
   * A link under a statement.
   *
   * @param text what the link says
   * @param url an absolute address that starts with http, https, mailto or tel
   */
  public record Link(LocalizedText text, String url) {

    /** Refuses every address that a page could run as a script or open as a file. */
    public Link {
      String scheme = scheme(url);
      if (!SCHEMES.contains(scheme)) {
        throw new IllegalArgumentException(
            "link must be an address that starts with http://, https://, mailto: or tel:, but %s"
                .formatted(
                    scheme.isEmpty() ? "is no such address" : "starts with " + scheme + ":"));
      }
    }

    private static String scheme(String url) {
      if (url.length() > MAX_URL) {
        return "";
      }
      try {
        URI uri = new URI(url);
        String scheme = uri.getScheme();
        boolean web = scheme != null && scheme.toLowerCase(Locale.ROOT).startsWith("http");
        return scheme == null || (web && uri.getHost() == null)
            ? ""
            : scheme.toLowerCase(Locale.ROOT);
      } catch (URISyntaxException e) {
        return "";
      }
    }
  }

  /** Checks the links and that nothing is required. */
  public StatementQuestion {
    Ids.requireId("question id", id);
    links = List.copyOf(links);
    if (links.size() > MAX_LINKS) {
      throw new IllegalArgumentException("question '%s' must have at most %d links, but has %d"
          .formatted(id, MAX_LINKS, links.size()));
    }
    if (rules.required() || rules.requiredWhen() != null) {
      throw new IllegalArgumentException(
          "question '%s': a statement is not answered, so no answer can be required".formatted(id));
    }
  }

  @Override
  public StatementQuestion withRules(QuestionRules rules) {
    return new StatementQuestion(id, text, rules, links);
  }
}
