package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.Collection;
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
  private final Map<String, Survey> currentByKey = new TreeMap<>();
  private final List<Survey> current;

  /** Creates a catalogue in which the highest version of a key is current unless {@code own} has the key. */
  private SurveyCatalog(
      Map<String, NavigableMap<Integer, Survey>> versions, Map<String, Survey> own) {
    this.versions = versions;
    versions.forEach((key, ofKey) -> currentByKey.put(key, ofKey.lastEntry().getValue()));
    this.currentByKey.putAll(own);
    this.current = List.copyOf(currentByKey.values());
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
    SurveyCatalog catalog = new SurveyCatalog(versions, Map.of());
    catalog.addOverlaps(problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return catalog;
  }

  /**
   * Returns this catalogue with surveys of other applications beside its own, for those who know what to
   * do with answers and ask nobody.
   *
   * <p>What is in this catalogue stays: of a key that it has, its current version is the current one, and
   * of two surveys of the same key and version its own counts. The others are taken as they are, whatever
   * {@link Linter} says of them, and two applications may use the same slot of a layer.
   */
  public SurveyCatalog beside(Collection<Survey> others) {
    Map<String, NavigableMap<Integer, Survey>> all = new TreeMap<>();
    versions.forEach((key, ofKey) -> all.put(key, new TreeMap<>(ofKey)));
    for (Survey each : others) {
      all.computeIfAbsent(each.key(), key -> new TreeMap<>()).putIfAbsent(each.version(), each);
    }
    return new SurveyCatalog(all, currentByKey);
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
    return currentByKey.get(key);
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
