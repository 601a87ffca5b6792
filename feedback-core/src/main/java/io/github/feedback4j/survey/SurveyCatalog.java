package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All surveys of an application, with the older versions that can still be answered.
 *
 * <p>The highest version of a key is the current one and the only one that asks. Immutable.
 *
 * @since 0.1
 */
public final class SurveyCatalog {

  private final Map<String, NavigableMap<Integer, Survey>> versions;
  private final List<Survey> current;

  private SurveyCatalog(Map<String, NavigableMap<Integer, Survey>> versions) {
    this.versions = versions;
    List<Survey> newest = new ArrayList<>();
    versions.values().forEach(each -> newest.add(each.lastEntry().getValue()));
    this.current = Collections.unmodifiableList(newest);
  }

  /**
   * Returns a catalogue of these surveys.
   *
   * @throws IllegalArgumentException that names every key and version which stands twice, every error
   *     that {@link Linter} finds, and all surveys that share a slot of a layer; the slot of a closed
   *     survey is free
   */
  public static SurveyCatalog of(Collection<Survey> surveys) {
    Map<String, NavigableMap<Integer, Survey>> versions = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    for (Survey each : surveys) {
      problems.addAll(Linter.errors(each));
      NavigableMap<Integer, Survey> ofKey =
          versions.computeIfAbsent(each.key(), k -> new TreeMap<>());
      if (ofKey.put(each.version(), each) != null) {
        twice.add(each.toString());
      }
    }
    if (!twice.isEmpty()) {
      problems.add(
          "each survey version must stand once; these stand twice: " + String.join(", ", twice));
    }
    SurveyCatalog catalog = new SurveyCatalog(versions);
    catalog.addOverlaps(problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return catalog;
  }

  private void addOverlaps(List<String> problems) {
    List<Survey> layered = current.stream()
        .filter(each -> each.status() != SurveyStatus.CLOSED)
        .filter(each -> each.sampling() instanceof Sampling.Layer)
        .toList();
    for (int i = 0; i < layered.size(); i++) {
      for (int j = i + 1; j < layered.size(); j++) {
        Survey one = layered.get(i);
        Survey other = layered.get(j);
        if (one.sampling() instanceof Sampling.Layer first
            && other.sampling() instanceof Sampling.Layer second
            && first.overlaps(second)) {
          problems.add(
              "'%s' (%s to %s) and '%s' (%s to %s) must not overlap in layer '%s'; move one"
                  .formatted(
                      one.key(),
                      first.from(),
                      first.end(),
                      other.key(),
                      second.from(),
                      second.end(),
                      first.name()));
        }
      }
    }
  }

  /** Returns the current version of each survey, by key. */
  public List<Survey> current() {
    return current;
  }

  /** Returns the current version of a survey, or null if the key is unknown. */
  public @Nullable Survey find(String key) {
    NavigableMap<Integer, Survey> ofKey = versions.get(key);
    return ofKey == null ? null : ofKey.lastEntry().getValue();
  }

  /** Returns every version of a survey, the oldest first; none if the key is unknown. */
  public List<Survey> versions(String key) {
    NavigableMap<Integer, Survey> ofKey = versions.get(key);
    return ofKey == null ? List.of() : List.copyOf(ofKey.values());
  }

  /** Returns one version of a survey, or null if it is unknown. */
  public @Nullable Survey find(String key, int version) {
    NavigableMap<Integer, Survey> ofKey = versions.get(key);
    return ofKey == null ? null : ofKey.get(version);
  }

  /** Returns the keys of all surveys, sorted. */
  public List<String> keys() {
    return List.copyOf(versions.keySet());
  }

  @Override
  public String toString() {
    return current.toString();
  }
}
