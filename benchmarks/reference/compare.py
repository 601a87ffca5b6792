"""Expected values for the comparisons of feedback4j's insight package.

Made with Debian 12: python3-mpmath 1.2.1-2, python3-statsmodels 0.13.5+dfsg-7, python3-scipy 1.10.1-2,
python3-numpy 1:1.24.2-1+deb12u1, python3-pandas 1.5.3+dfsg-2. Deterministic. Run it as

    /usr/bin/python3 benchmarks/reference/compare.py

from the root of the repository; it writes the CSV files in
feedback-core/src/test/resources/io/github/feedback4j/insight.

Score intervals come from their definition (shares of greatest likelihood under each possible mean),
solved with 32 digits by nested searches, and not from the short cut that the library takes. Two
categories are compared with statsmodels as well: its Newcombe interval, and its p-value by inversion
with scipy. Kitagawa's parts are compared with the Oaxaca-Blinder decomposition of statsmodels.
"""

import functools
import os

import mpmath as mp
import numpy as np
from scipy.optimize import brentq
from scipy.stats import gamma, hypergeom, norm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.oaxaca import OaxacaBlinder
from statsmodels.stats.proportion import confint_proportions_2indep

mp.mp.dps = 32
OUT = "feedback-core/src/test/resources/io/github/feedback4j/insight"
ORIGIN = "# benchmarks/reference/compare.py, Debian 12: mpmath 1.2.1, statsmodels 0.13.5, scipy 1.10.1"

# Value of each point, in units of the metric.
METRICS = {
    "csat": {1: 0, 2: 0, 3: 0, 4: 100, 5: 100},
    "nps": {**{p: -100 for p in range(7)}, 7: 0, 8: 0, 9: 100, 10: 100},
    "csat-mean": {p: p for p in range(1, 6)},
    "rating": {p: p for p in range(11)},
    "effort": {p: p for p in range(1, 6)},  # lower is better
}


def parse(text):
    """point:probability:count;… as (point, probability, count)"""
    cells = []
    for cell in filter(None, text.split(";")):
        point, probability, count = cell.split(":")
        cells.append((int(point), mp.mpf(float(probability)), int(count)))
    return cells


class Score:
    def __init__(self, metric, cells):
        table = METRICS[metric]
        self.values = [mp.mpf(v) for v in sorted(set(table.values()))]
        total = sum(c / p for _, p, c in cells)
        self.total = total
        self.n = sum(c for _, _, c in cells)
        if self.n == 0:
            return
        self.effective = total ** 2 / sum(c / p ** 2 for _, p, c in cells)
        self.shares = [sum(c / p for point, p, c in cells if table[point] == v) / total for v in self.values]
        self.mean = sum(q * v for q, v in zip(self.shares, self.values))

    @functools.lru_cache(maxsize=None)
    def reach(self, z):
        """How far the interval of z standard errors reaches, upwards for a positive z."""
        n = self.effective
        if z < 0:
            shares, distances = self.shares[::-1], [self.mean - v for v in self.values[::-1]]
        else:
            shares, distances = self.shares, [v - self.mean for v in self.values]
        if distances[-1] == 0:
            return mp.mpf(0)
        return bisect(lambda w: w * mp.sqrt(n) < abs(z) * mp.sqrt(variance(shares, distances, w)), mp.mpf(0), distances[-1])

    def at(self, n):
        """The same shares, with another number of answers."""
        other = object.__new__(Score)
        other.values, other.shares, other.mean, other.effective = self.values, self.shares, self.mean, n
        return other


def bisect(is_below, low, high):
    for _ in range(75):
        middle = (low + high) / 2
        if is_below(middle):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def variance(shares, distances, w):
    """Variance of the likeliest shares whose mean lies w above the observed one."""
    if len(distances) == 2:
        return (w - distances[0]) * (distances[1] - w)  # the mean leaves no choice
    e = [d - w for d in distances]
    if e[-1] <= 0:
        return mp.mpf(0)

    def excess(t):
        return sum(q * x / (1 + t * x) for q, x in zip(shares, e) if q > 0)

    bound = -1 / e[-1]
    if shares[-1] == 0 and excess(bound) < 0:
        t = bound
    else:
        t = -bisect(lambda s: s < -bound and excess(-s) < 0, mp.mpf(0), -bound)
    p = [q / (1 + t * x) if q > 0 else mp.mpf(0) for q, x in zip(shares, e)]
    if t == bound:
        p[-1] = 1 - sum(p[:-1])
    return sum(each * x ** 2 for each, x in zip(p, e))


def upper_z(tail):
    """The z that a standard normal number exceeds with this probability."""
    start = mp.mpf(norm.isf(float(tail)))
    return mp.findroot(lambda z: mp.log(mp.erfc(z / mp.sqrt(2)) / 2) - mp.log(tail), start)


def z_of(level):
    # The level is the double that the library gets.
    return upper_z((1 - mp.mpf(level)) / 2)


def reach(terms, z):
    return mp.sqrt(sum((a * s.reach(mp.sign(a) * z)) ** 2 for a, s in terms if a != 0))


def interval(terms, z):
    value = sum(a * s.mean for a, s in terms)
    return value, value - reach(terms, -z), value + reach(terms, z)


def p_value(terms):
    value = sum(a * s.mean for a, s in terms)
    if value == 0:
        return mp.mpf(1)
    side = -mp.sign(value)
    low, high = mp.mpf(0), mp.mpf(40)
    if reach(terms, side * high) < abs(value):
        return mp.mpf("1e-300")
    f_low, f_high = -abs(value), reach(terms, side * high) - abs(value)
    for i in range(200):  # false position with halved ends (Illinois)
        z = high - f_high * (high - low) / (f_high - f_low)
        f = reach(terms, side * z) - abs(value)
        if f < 0:
            low, f_low, f_high = z, f, f_high / 2
        else:
            high, f_high, f_low = z, f, f_low / 2
        if abs(f) < mp.mpf("1e-18") * abs(value) or high - low < mp.mpf("1e-18"):
            break
    return max(mp.mpf("1e-300"), mp.erfc(z / mp.sqrt(2)))


def detectable(metric, reference, compared, level):
    pooled = Score(metric, reference + compared)
    n1, n2 = Score(metric, reference).effective, Score(metric, compared).effective
    z = z_of(level)
    terms = [(-1, pooled.at(n1)), (1, pooled.at(n2))]
    half = (reach(terms, z) + reach(terms, -z)) / 2
    found = (z + upper_z(mp.mpf("0.2"))) / z * half
    return found if found < pooled.values[-1] - pooled.values[0] else None


def text(x):
    return "" if x is None else mp.nstr(x, 17, strip_zeros=False, min_fixed=-5, max_fixed=15)


def write(name, header, rows):
    with open(os.path.join(OUT, name), "w", encoding="utf-8") as out:
        out.write(ORIGIN + "\n" + header + "\n")
        for row in rows:
            out.write(",".join(row) + "\n")


def csat(x, n):
    return f"2:1:{n - x};5:1:{x}"


def nps(d, n, p):
    return f"3:1:{d};7:1:{n};10:1:{p}"


B = 10 ** 9

DIFFERENCES = [
    ("csat", 0.95, csat(48, 80), csat(56, 70)),
    ("csat", 0.95, csat(3, 10), csat(9, 10)),
    ("csat", 0.95, csat(2, 7), csat(6, 7)),
    ("csat", 0.95, csat(0, 29), csat(5, 56)),
    ("csat", 0.95, csat(0, 20), csat(0, 10)),
    ("csat", 0.95, csat(0, 10), csat(10, 10)),
    ("csat", 0.95, csat(0, 1), csat(1, 1)),
    ("csat", 0.95, csat(1, 1), csat(1, 1)),
    ("csat", 0.5, csat(17, 40), csat(11, 30)),
    ("csat", 0.999, csat(300, 400), csat(200, 300)),
    ("csat", 0.95, csat(2 * B, 4 * B), csat(2 * B + 100000, 4 * B)),
    ("csat", 0.95, csat(2 * B, 4 * B), csat(2 * B + 400000, 4 * B)),
    ("csat", 0.95, csat(4 * B, 4 * B), csat(4 * B - 1, 4 * B)),
    ("csat", 0.95, csat(10, 4 * B), csat(60, 4 * B)),
    ("csat", 0.95, csat(400, 1000), csat(800, 1000)),
    ("csat", 0.95, csat(1000, 4000), csat(2700, 4000)),
    ("csat", 0.95, csat(1, 10 ** 6), csat(10 ** 6 - 1, 10 ** 6)),
    ("nps", 0.95, nps(20, 30, 50), nps(10, 30, 60)),
    ("nps", 0.95, nps(0, 10, 0), nps(0, 0, 10)),
    ("nps", 0.95, nps(0, 1, 0), nps(0, 0, 1)),
    ("nps", 0.95, nps(1, 0, 0), nps(0, 0, 1)),
    ("nps", 0.9, nps(8, 13, 15), nps(12, 7, 12)),
    ("nps", 0.95, nps(5, 17, 2), nps(2, 17, 5)),
    ("nps", 0.95, nps(B, B, 2 * B), nps(B - 50000, B, 2 * B + 50000)),
    ("nps", 0.95, nps(400, 300, 300), nps(100, 300, 600)),
    ("nps", 0.95, nps(0, 40, 60), nps(3, 40, 57)),
    ("csat-mean", 0.95, "1:1:5;2:1:8;3:1:20;4:1:40;5:1:27", "1:1:2;2:1:4;3:1:15;4:1:30;5:1:49"),
    ("csat-mean", 0.95, "4:1:12", "5:1:9"),
    ("rating", 0.95, "0:1:3;2:1:1;5:1:10;7:1:20;8:1:22;9:1:11;10:1:9", "1:1:1;6:1:7;8:1:9;10:1:30"),
    ("effort", 0.95, "1:1:20;2:1:30;3:1:10;5:1:4", "1:1:40;2:1:20;3:1:2;5:1:1"),
    ("csat", 0.95, "2:1:40;2:0.1:5;5:1:60;5:0.1:20", "2:1:10;2:0.1:9;5:1:50;5:0.1:9"),
    ("csat", 0.95, "2:1:1000;5:1:3000;5:1e-12:1;2:1e-12:1", "5:1e-12:2;2:1:500;5:1:900"),
    ("csat", 0.95, "2:1e-12:30;5:1e-12:30", "2:1e-12:10;5:1e-12:50"),
    ("nps", 0.95, "3:0.5:10;7:0.25:20;10:1:40", "3:0.5:4;7:0.25:9;10:1:70"),
    ("rating", 0.99, "0:0.3:3;4:0.7:8;9:1:40;10:0.05:2", "0:0.3:1;4:0.7:2;9:1:20;10:0.05:9"),
]


def differences():
    rows = []
    for metric, level, reference, compared in DIFFERENCES:
        one, other = Score(metric, parse(reference)), Score(metric, parse(compared))
        terms = [(-1, one), (1, other)]
        value, low, high = interval(terms, z_of(level))
        p = p_value(terms)
        found = detectable(metric, parse(reference), parse(compared), level)
        check_newcombe(metric, level, reference, compared, low, high, p)
        rows.append([metric, repr(level), reference, compared, text(value), text(low), text(high), text(p), text(found)])
    write("differences.csv", "metric,level,reference,compared,value,low,high,p,detectable", rows)


def check_newcombe(metric, level, reference, compared, low, high, p):
    if metric != "csat" or any(cell[1] != 1 for cell in parse(reference) + parse(compared)):
        return
    (_, _, bad1), (_, _, x1) = parse(reference)
    (_, _, bad2), (_, _, x2) = parse(compared)
    counts = tuple(map(float, (x2, bad2 + x2, x1, bad1 + x1)))

    def newcombe(alpha):
        return confint_proportions_2indep(*counts, method="newcomb", compare="diff", alpha=alpha)

    expected = newcombe(1 - level)
    assert abs(expected[0] * 100 - low) < 1e-9 and abs(expected[1] * 100 - high) < 1e-9, (counts, expected, low, high)
    value = x2 / counts[1] - x1 / counts[3]
    # Differences of near doubles leave scipy few digits, so that only wide ones are compared.
    if 1e-3 < abs(value) and float(p) > 1e-280:
        limit = 0 if value > 0 else 1
        inverted = np.exp(brentq(lambda a: newcombe(np.exp(a))[limit], np.log(1e-290), np.log(0.9999999), xtol=1e-14))
        assert abs(inverted / float(p) - 1) < 1e-6, (counts, inverted, p)


DOUBLE_DIFFERENCES = [
    ("csat", 0.95, csat(60, 100), csat(80, 100), csat(70, 100), csat(75, 100)),
    ("csat", 0.95, csat(600, 1000), csat(800, 1000), csat(7000, 10000), csat(7100, 10000)),
    ("nps", 0.95, nps(20, 30, 50), nps(10, 30, 60), nps(40, 60, 100), nps(30, 60, 110)),
    ("csat", 0.95, csat(5, 5), csat(7, 7), csat(3, 3), csat(9, 9)),
    ("effort", 0.9, "1:1:20;3:1:30", "1:1:40;3:1:10", "2:1:50;4:1:50", "2:1:45;4:1:55"),
]


def double_differences():
    rows = []
    for metric, level, *texts in DOUBLE_DIFFERENCES:
        scores = [Score(metric, parse(each)) for each in texts]
        terms = list(zip((-1, 1, 1, -1), scores))
        value, low, high = interval(terms, z_of(level))
        rows.append([metric, repr(level), *texts, text(value), text(low), text(high), text(p_value(terms))])
    write(
        "double-differences.csv",
        "metric,level,before,after,untouched before,untouched after,value,low,high,p",
        rows)


MIXES = [
    # Nobody is happier, more answers come from where people always were.
    ("csat", 0.95, {"laptop": csat(45, 50), "printer": csat(50, 100)}, {"laptop": csat(135, 150), "printer": csat(15, 30)}),
    ("csat", 0.95, {"a": csat(60, 100), "b": csat(30, 60), "c": csat(5, 10)}, {"a": csat(80, 110), "b": csat(20, 50), "c": csat(9, 30)}),
    ("csat", 0.95, {"a": csat(60, 100), "gone": csat(3, 20)}, {"a": csat(80, 110), "new": csat(30, 31)}),
    ("nps", 0.95, {"x": nps(10, 20, 30), "y": nps(30, 20, 10)}, {"x": nps(5, 20, 30), "y": nps(5, 5, 1)}),
    ("csat", 0.95, {"a": "2:1:40;5:0.1:9", "b": "2:0.5:7;5:1:40"}, {"a": "2:1:30;5:0.1:12", "b": "2:0.5:2;5:1:10"}),
    ("csat", 0.95, {"a": csat(2 * B, 4 * B), "b": csat(1, 1)}, {"a": csat(2 * B + 90000, 4 * B), "b": csat(0, 1)}),
]


def mixes():
    rows = []
    for metric, level, before, after in MIXES:
        names = sorted({*before, *after})
        one = {name: Score(metric, parse(before.get(name, ""))) for name in names}
        two = {name: Score(metric, parse(after.get(name, ""))) for name in names}
        common = [name for name in names if one[name].n and two[name].n]

        def share(scores, over):
            total = sum(scores[name].total for name in over)
            return {name: scores[name].total / total for name in over}

        w1, w2 = share(one, common), share(two, common)
        all1, all2 = share(one, names), share(two, names)
        rate = [term for h in common for term in ((-(w1[h] + w2[h]) / 2, one[h]), ((w1[h] + w2[h]) / 2, two[h]))]
        mix = [((w2[h] - w1[h]) / 2, s[h]) for h in common for s in (one, two)]
        change = sum(all2[h] * two[h].mean for h in names if two[h].n) - sum(all1[h] * one[h].mean for h in names if one[h].n)
        z = z_of(level)
        rate, mix = interval(rate, z), interval(mix, z)
        check_oaxaca(metric, before, after, common == names, rate[0], mix[0])
        written = ["|".join(f"{name}={cells}" for name, cells in side.items()) for side in (before, after)]
        rows.append([metric, repr(level), *written, text(change), *map(text, rate), *map(text, mix), text(change - rate[0] - mix[0])])
    write(
        "mix-adjustments.csv",
        "metric,level,before,after,change,rate,rate low,rate high,mix,mix low,mix high,strata",
        rows)


def check_oaxaca(metric, before, after, is_complete, rate, mix):
    cells = [parse(c) for side in (before, after) for c in side.values()]
    if not is_complete or any(p != 1 or n > 10000 for side in cells for _, p, n in side):
        return
    names = sorted(before)
    y, x, side = [], [], []
    for which, group in ((1, after), (0, before)):
        for name, each in group.items():
            for point, _, count in parse(each):
                y += [METRICS[metric][point]] * count
                x += [[1.0 if name == other else 0.0 for other in names]] * count
                side += [which] * count
    # The mean of both sides' coefficients (Reimers 1983) makes it Kitagawa's decomposition.
    exog = np.column_stack([np.array(x), np.array(side, dtype=float)])
    model = OaxacaBlinder(np.array(y, dtype=float), exog, len(names), hasconst=True, swap=False)
    # It takes the second side from the first.
    unexplained, explained, _ = model.two_fold(two_fold_type="reimers").params
    assert abs(unexplained + float(rate)) < 1e-9 and abs(explained + float(mix)) < 1e-9, (unexplained, explained, rate, mix)


SEQUENCES = [
    (200, 0.95, csat(15, 25), csat(20, 25)),
    (200, 0.95, csat(25, 25), csat(25, 25)),
    (200, 0.95, csat(150, 200), csat(160, 200)),
    (1000, 0.99, csat(1500, 2000), csat(40, 40)),
    (500, 0.9, csat(2 * B, 4 * B), csat(2 * B + 500000, 4 * B)),
]


def sequences():
    rows = []
    for tightest, level, reference, compared in SEQUENCES:
        one, other = Score("csat", parse(reference)), Score("csat", parse(compared))
        alpha = 1 - mp.mpf(level)
        n = 2 / (1 / one.effective + 1 / other.effective)
        rho = (-2 * mp.log(alpha) + mp.log(1 - 2 * mp.log(alpha))) / tightest
        half = mp.sqrt(2 * (n * rho + 1) / (n ** 2 * rho) * mp.log(mp.sqrt(n * rho + 1) / alpha))
        _, low, high = interval([(-1, one), (1, other)], half * mp.sqrt(n))
        rows.append([str(tightest), repr(level), reference, compared, text(n), text(half), text(low), text(high)])
    write("confidence-sequences.csv", "tightest at,level,reference,compared,n,half width,low,high", rows)


TEAMS = [
    (csat(80, 100), csat(1700, 2000)),
    (csat(2, 10), csat(1900, 2000)),
    (csat(10, 10), csat(1500, 2000)),
    (csat(30, 60), csat(500, 1000)),
    (csat(45, 50), csat(20, 50)),
    (csat(900, 1000), csat(99000, 100000)),
]


def team_tails():
    rows = []
    for team, rest in TEAMS:
        (_, _, bad1), (_, _, x1) = parse(team)
        (_, _, bad2), (_, _, x2) = parse(rest)
        mean, var, skew = (float(m) for m in hypergeom.stats(bad1 + x1 + bad2 + x2, x1 + x2, bad1 + x1, moments="mvs"))
        z = (x1 - mean) / np.sqrt(var)
        tail = norm.sf(abs(z))
        if abs(skew) > 1e-12:
            k = 4 / skew ** 2
            # Mirrored until both the skewness and the tail look to the right, or apart.
            tail = gamma.sf(k + abs(z) * np.sqrt(k), k) if (skew > 0) == (z > 0) else gamma.cdf(k - abs(z) * np.sqrt(k), k)
        rows.append([team, rest, repr(float(z)), repr(skew), repr(float(min(1, 2 * tail)))])
    write("team-tails.csv", "team,rest,z,skewness,p", rows)


def false_discoveries():
    vectors = [
        [0.04],
        [0.01, 0.02, 0.03, 0.04, 0.05],
        [0.9, 0.04, 0.04, 1e-280, 0.5, 1e-290, 0.003],
        [1.0, 1.0, 0.0],
        [((7919 * i) % 1009 + 0.5) / 1009 for i in range(1, 41)],
    ]
    rows = [[";".join(map(repr, p)), ";".join(repr(float(q)) for q in multipletests(p, method="fdr_bh")[1])] for p in vectors]
    write("false-discoveries.csv", "p,adjusted", rows)


if __name__ == "__main__":
    os.makedirs(OUT, exist_ok=True)
    false_discoveries()
    team_tails()
    sequences()
    mixes()
    double_differences()
    differences()
