package io.github.feedback4j.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sampling in a file. */
final class SamplingFormat {

  private SamplingFormat() {}

  /** Returns the sampling, or null if there is none or after a mistake. */
  static @Nullable Sampling read(@Nullable Node node, Mistakes mistakes) {
    Fields fields = Fields.of(node, "'sampling'", mistakes);
    if (node == null || fields == null) {
      return null;
    }
    Node people = fields.take("people");
    Node touchpoints = fields.take("touchpoints");
    Node saltNode = fields.take("salt");
    String salt = fields.text(saltNode, "salt");
    fields.done();
    if (fields.has("people") == fields.has("touchpoints")) {
      mistakes.add(
          node,
          "'sampling' must have exactly one of people and touchpoints",
          "write sampling: {people: 0.25}");
      return null;
    }
    Node rateNode = people == null ? touchpoints : people;
    Double rate = fields.number(rateNode, people == null ? "touchpoints" : "people");
    if (rateNode == null || rate == null) {
      return null;
    }
    Sampling plain = mistakes.attempt(
        rateNode, () -> people == null ? Sampling.touchpoints(rate) : Sampling.people(rate));
    return plain == null || saltNode == null || salt == null
        ? plain
        : mistakes.attempt(saltNode, () -> plain.withSalt(salt));
  }

  static Map<String, Object> write(Sampling sampling) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(sampling instanceof Sampling.People ? "people" : "touchpoints", sampling.rate());
    if (sampling.salt() != null) {
      tree.put("salt", sampling.salt());
    }
    return tree;
  }
}
