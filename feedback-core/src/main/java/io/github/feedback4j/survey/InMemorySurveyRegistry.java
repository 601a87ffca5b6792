package io.github.feedback4j.survey;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps registered surveys in this process's memory, until it ends.
 *
 * @since 0.1
 */
public final class InMemorySurveyRegistry implements SurveyRegistry {

  private final NavigableMap<String, NavigableMap<Integer, Survey>> surveys = new TreeMap<>();
  private int size;

  /** Creates a registry without surveys. */
  public InMemorySurveyRegistry() {}

  @Override
  public synchronized Registration register(Survey survey, String source) {
    Survey known = find(survey.key(), survey.version());
    if (known != null) {
      return known.equals(survey) ? Registration.KNOWN : Registration.OTHER_CONTENT;
    }
    if (size == MAX_SURVEYS) {
      return Registration.FULL;
    }
    surveys.computeIfAbsent(survey.key(), key -> new TreeMap<>()).put(survey.version(), survey);
    size++;
    return Registration.NEW;
  }

  @Override
  public synchronized @Nullable Survey find(String key, int version) {
    NavigableMap<Integer, Survey> versions = surveys.get(key);
    return versions == null ? null : versions.get(version);
  }

  @Override
  public synchronized List<Survey> all() {
    return surveys.values().stream().flatMap(each -> each.values().stream()).toList();
  }

  @Override
  public synchronized long revision() {
    return size;
  }
}
