#!/usr/bin/env python3
"""Makes the expected intervals of package score with other people's software.

    /usr/bin/python3 benchmarks/reference/score.py

Debian 12 packages that made the committed values: python3-statsmodels 0.13.5, python3-scipy 1.10.1,
python3-mpmath 1.2.1. The score interval is solved here from its definition with 60 digits, by a search
for the mean around a search for the shares, which is not how Java does it.
"""

import os

from mpmath import mp, mpf, sqrt, erfinv
from statsmodels.stats.proportion import proportion_confint

mp.dps = 60
TARGET = os.path.join(
    os.path.dirname(__file__), "../../feedback-core/src/test/resources/io/github/feedback4j/score")
BILLION = 10**9


def z_of(level):
    return sqrt(mpf(2)) * erfinv(mpf(level))


def variance_at(values, shares, mu):
    """The variance of the most likely shares with the mean mu."""
    distances = [v - mu for v in values]
    last = len(values) - 1

    def share(k, t):
        return shares[k] / (1 + t * distances[k]) if shares[k] > 0 else mpf(0)

    def imbalance(t):
        return sum(share(k, t) * distances[k] for k in range(last + 1) if shares[k] > 0)

    def with_rest(t, extreme):
        parts = [share(k, t) for k in range(last + 1)]
        total = sum(p * d * d for p, d in zip(parts, distances))
        return total + (1 - sum(parts)) * distances[extreme] ** 2

    low, high = -1 / distances[last], -1 / distances[0]
    if shares[last] == 0 and imbalance(low) < 0:
        return with_rest(low, last)
    if shares[0] == 0 and imbalance(high) > 0:
        return with_rest(high, 0)
    for _ in range(190):
        middle = (low + high) / 2
        if imbalance(middle) > 0:
            low = middle
        else:
            high = middle
    t = (low + high) / 2
    return sum(share(k, t) * distances[k] ** 2 for k in range(last + 1))


def score_interval(values, weights, n, level):
    """Returns the limits for category sums of weights that amount to n answers."""
    total = sum(mpf(w) for w in weights)
    shares = [mpf(w) / total for w in weights]
    values = [mpf(v) for v in values]
    mean = sum(v * p for v, p in zip(values, shares))
    z = z_of(level)

    def limit(end):
        if mean == end:
            return end
        inside, outside = mean, end
        for _ in range(150):
            middle = (inside + outside) / 2
            v = variance_at(values, shares, middle)
            if abs(mean - middle) <= z * sqrt(v / n):
                inside = middle
            else:
                outside = middle
        return (inside + outside) / 2

    return mean, limit(values[0]), limit(values[-1])


def number(x):
    return mp.nstr(mpf(x), 17, strip_zeros=False) if not isinstance(x, (int, str)) else str(x)


def write(name, origin, header, rows):
    os.makedirs(TARGET, exist_ok=True)
    with open(os.path.join(TARGET, name), "w") as out:
        out.write("# " + origin + "\n" + header + "\n")
        for row in rows:
            out.write(",".join(number(x) for x in row) + "\n")


def proportions():
    names = {
        "WALD": "normal", "WILSON": "wilson", "AGRESTI_COULL": "agresti_coull",
        "JEFFREYS": "jeffreys", "CLOPPER_PEARSON": "beta"}
    rows = []
    for x, n in [(0, 1), (1, 1), (0, 20), (1, 29), (15, 148), (81, 263), (7, 10), (10, 10), (93, 100),
                 (1, 10**4), (123456, 10**6)]:
        for level in (0.8, 0.95, 0.999):
            for method, theirs in names.items():
                low, high = proportion_confint(x, n, alpha=1 - level, method=theirs)
                # Brown, Cai & DasGupta (2001), section 4.1.2: the ends of the scale belong to it.
                if method == "JEFFREYS":
                    low, high = (0.0 if x == 0 else low), (1.0 if x == n else high)
                if method == "CLOPPER_PEARSON":
                    low, high = (0.0 if x == 0 else low), (1.0 if x == n else high)
                rows.append((method, x, n, repr(level), 100 * float(low), 100 * float(high)))
    # Where closed formulas serve, with 60 digits, since doubles lose some.
    for x, n in [(1, 4 * BILLION), (2 * BILLION, 4 * BILLION), (4 * BILLION - 1, 4 * BILLION),
                 (4 * BILLION, 4 * BILLION), (0, 4 * BILLION)]:
        for level in (0.95, 0.999):
            z = z_of(level)
            p, m = mpf(x) / n, n + z * z
            q = (x + z * z / 2) / m
            wilson = z / m * sqrt(x * (1 - p) + z * z / 4)
            agresti = z * sqrt(q * (1 - q) / m)
            for method, middle, half in (
                    ("WALD", p, z * sqrt(p * (1 - p) / n)), ("WILSON", q, wilson),
                    ("AGRESTI_COULL", q, agresti)):
                low, high = max(middle - half, mpf(0)), min(middle + half, mpf(1))
                rows.append((method, x, n, repr(level), 100 * low, 100 * high))
    write(
        "proportions.csv",
        "benchmarks/reference/score.py: statsmodels 0.13.5 proportion_confint up to a million answers,"
        " mpmath 1.2.1 beyond",
        "method,x,n,level,low,high", rows)


def score_intervals():
    nps, mean5, rating, nsat = [-100, 0, 100], [1, 2, 3, 4, 5], list(range(11)), [0, 100, 200]
    cases = [
        ("nps", nps, c, level)
        for c in ([0, 0, 1], [0, 1, 0], [1, 0, 0], [1, 0, 1], [0, 1, 1], [10, 0, 0], [0, 10, 0],
                  [5, 17, 2], [7, 13, 1], [0, 9, 11], [1, 4 * BILLION - 1, 0], [0, 4 * BILLION, 0],
                  [BILLION, BILLION, 2 * BILLION], [4 * BILLION, 0, 0], [1, 0, 4 * BILLION - 1])
        for level in (0.5, 0.95, 0.99999)]
    cases += [
        ("csat-mean", mean5, c, level)
        for c in ([0, 0, 1, 0, 0], [0, 0, 0, 0, 3], [2, 3, 5, 30, 40], [1, 0, 0, 0, 9],
                  [4 * BILLION, 3 * BILLION, 1, 0, 7])
        for level in (0.95, 0.999)]
    cases += [
        ("rating", rating, c, 0.95)
        for c in ([1, 0, 0, 0, 2, 3, 5, 8, 13, 21, 34], [0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0],
                  [4 * BILLION] * 11)]
    cases += [
        ("nsat", nsat, c, 0.95) for c in ([2, 1, 2], [0, 0, 3], [5, 4 * BILLION, 1])]
    rows = []
    for metric, values, counts, level in cases:
        mean, low, high = score_interval(values, counts, sum(counts), level)
        rows.append((metric, " ".join(map(str, counts)), repr(level), mean, low, high))
    write(
        "score-intervals.csv",
        "benchmarks/reference/score.py: the definition of the score interval, solved with mpmath 1.2.1",
        "metric,counts,level,mean,low,high", rows)


def weighted():
    """Weights as they are, with the effective n of Kish, on NPS and on a mean."""
    cases = [
        ("nps", [-100, 0, 100], [("0", "1e-12", 3), ("1", "1e12", 4), ("2", "1", 5)]),
        ("nps", [-100, 0, 100], [("0", "1", 10), ("1", "2", 20), ("2", "10", 30), ("2", "1", 5)]),
        ("nps", [-100, 0, 100], [("0", "1e12", 1), ("2", "1e-12", 4 * BILLION)]),
        ("nps", [-100, 0, 100], [("0", "1e-12", 4), ("1", "2e-12", 5), ("2", "3e-12", 6)]),
        ("nps", [-100, 0, 100], [("0", "1e12", 4), ("1", "2e12", 5), ("2", "3e12", 6)]),
        ("nps", [-100, 0, 100], [("2", "0.3", 7), ("2", "5", 2)]),
        ("csat-mean", [1, 2, 3, 4, 5], [("0", "0.7", 3), ("2", "1.3", 8), ("3", "1", 21), ("4", "0.9", 33)]),
        ("csat-mean", [1, 2, 3, 4, 5], [("1", "1e-12", 4 * BILLION), ("3", "1e-6", 1000), ("4", "1e-3", 1)]),
    ]
    rows = []
    for metric, values, cells in cases:
        sums = [mpf(0)] * len(values)
        squares = [mpf(0)] * len(values)
        n = 0
        for category, weight, count in cells:
            w = mpf(float(weight))  # the double that Java reads
            sums[int(category)] += count * w
            squares[int(category)] += count * w * w
            n += count
        total = sum(sums)
        kish = total**2 / sum(squares)
        mean, low, high = score_interval(values, sums, kish, 0.95)
        v = mpf(n) / (n - 1) * sum(q * (x - mean) ** 2 for q, x in zip(squares, values)) / total**2
        text = " ".join("%s:%s:%d" % cell for cell in cells)
        rows.append((metric, text, mean, kish, sqrt(v), low, high))
    write(
        "weighted.csv",
        "benchmarks/reference/score.py: mean, effective n, standard error and score interval of weighted"
        " answers, with mpmath 1.2.1; cells are category:weight:count",
        "metric,cells,mean,effectiveN,standardError,low,high", rows)


proportions()
score_intervals()
weighted()
