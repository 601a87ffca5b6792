package io.github.feedback4j.benchmarks;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.github.feedback4j.theme.Stance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Learns themes from labels as is usual: words and pairs of words weighted by how rare they are (tf-idf),
 * a linear support vector machine for each theme against the rest, with both sides weighted alike.
 *
 * <p>The penalty is chosen of three by cross-validation on the labels.
 */
final class Learner {

  private static final double[] PENALTIES = {0.1, 1, 10};
  private static final double TOLERANCE = 0.01;
  private static final int FOLDS = 4;

  /** A word must stand in so many comments to count. */
  private static final int LEAST_COMMENTS = 2;

  private final Map<String, Integer> features = new HashMap<>();
  private final List<Double> rarity = new ArrayList<>();
  private final SortedMap<String, Model> models = new TreeMap<>();

  private Learner() {}

  /** Returns what was learned of these themes. */
  static Learner of(List<Labelled> labels, Set<String> themes) {
    Linear.disableDebugOutput();
    double best = -1;
    double chosen = 1;
    for (double penalty : PENALTIES) {
      ThemeScores scores = new ThemeScores(themes);
      for (int fold = 0; fold < FOLDS; fold++) {
        List<Labelled> train = new ArrayList<>();
        List<Labelled> test = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
          (i % FOLDS == fold ? test : train).add(labels.get(i));
        }
        Learner learner = trained(train, themes, penalty);
        test.forEach(each -> scores.add(each, learner.themes(each.text())));
      }
      if (scores.macro() > best) {
        best = scores.macro();
        chosen = penalty;
      }
    }
    return trained(labels, themes, chosen);
  }

  private static Learner trained(List<Labelled> labels, Set<String> themes, double penalty) {
    Learner learner = new Learner();
    learner.readWords(labels);
    Feature[][] rows =
        labels.stream().map(each -> learner.vector(each.text())).toArray(Feature[][]::new);
    for (String theme : themes) {
      double[] isThere = labels.stream()
          .mapToDouble(each -> each.themes().containsKey(theme) ? 1 : -1)
          .toArray();
      learner.train(theme, rows, isThere, penalty);
    }
    return learner;
  }

  private void train(String theme, Feature[][] rows, double[] isThere, double penalty) {
    int positive = 0;
    for (double each : isThere) {
      positive += each > 0 ? 1 : 0;
    }
    if (positive == 0 || positive == isThere.length) {
      return;
    }
    Problem problem = new Problem();
    problem.l = rows.length;
    problem.n = features.size() + 1;
    problem.x = rows;
    problem.y = isThere;
    Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, penalty, TOLERANCE);
    double half = rows.length / 2.0;
    parameter.setWeights(
        new double[] {half / positive, half / (rows.length - positive)}, new int[] {1, -1});
    models.put(theme, Linear.train(problem, parameter));
  }

  private void readWords(List<Labelled> labels) {
    Map<String, Integer> comments = new TreeMap<>();
    for (Labelled each : labels) {
      counts(each.text()).keySet().forEach(word -> comments.merge(word, 1, Integer::sum));
    }
    comments.forEach((word, count) -> {
      if (count >= LEAST_COMMENTS) {
        features.put(word, features.size() + 1);
        rarity.add(1 + Math.log((1.0 + labels.size()) / (1 + count)));
      }
    });
  }

  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new TreeMap<>();
    String before = "";
    for (String each : Folded.of(text).strip().split(" +", -1)) {
      if (!each.equals(".") && !each.isEmpty()) {
        counts.merge(each, 1, Integer::sum);
        if (!before.isEmpty()) {
          counts.merge(before + " " + each, 1, Integer::sum);
        }
        before = each;
      } else {
        before = "";
      }
    }
    return counts;
  }

  /** Returns the weights of the known words, of length 1, and a constant. */
  private Feature[] vector(String text) {
    SortedMap<Integer, Double> weights = new TreeMap<>();
    counts(text).forEach((word, count) -> {
      Integer feature = features.get(word);
      if (feature != null) {
        weights.put(feature, (1 + Math.log(count)) * rarity.get(feature - 1));
      }
    });
    double length =
        Math.sqrt(weights.values().stream().mapToDouble(each -> each * each).sum());
    List<Feature> nodes = new ArrayList<>();
    weights.forEach((feature, weight) -> nodes.add(new FeatureNode(feature, weight / length)));
    nodes.add(new FeatureNode(features.size() + 1, 1));
    return nodes.toArray(Feature[]::new);
  }

  /** Returns the themes of a text; what it says of them was not learned. */
  Map<String, Stance> themes(String text) {
    Feature[] vector = vector(text);
    Map<String, Stance> found = new TreeMap<>();
    models.forEach((theme, model) -> {
      if (Linear.predict(model, vector) > 0) {
        found.put(theme, Stance.NEUTRAL);
      }
    });
    return found;
  }
}
