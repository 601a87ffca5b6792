"""Expected values of charts, run lengths, SLA gaps, expectation gaps, R-indicators and shares of R².

Debian 12: python3-numpy 1.24.2, python3-scipy 1.10.1, python3-statsmodels 0.13.5, python3-mpmath 1.2.1.
Run with Debian's interpreter from this directory:
    /usr/bin/python3 trend.py ../../feedback-core/src/test/resources/io/github/feedback4j/insight

Each figure comes from another path than in feedback4j: mpmath with 50 digits, sparse linear systems,
numerical derivatives, and the functions of statsmodels.
"""
import itertools
import math
import sys
from pathlib import Path

import mpmath
import numpy
import scipy
import scipy.optimize
import scipy.sparse
import scipy.sparse.linalg
import statsmodels
from mpmath import mpf
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

OUT = Path(sys.argv[1])
mpmath.mp.dps = 50
ORIGIN = (f"# benchmarks/reference/trend.py, numpy {numpy.__version__}, scipy {scipy.__version__}, "
          f"statsmodels {statsmodels.__version__}, mpmath {mpmath.__version__}")


def text(value):
    return mpmath.nstr(value, 20) if isinstance(value, mpf) else repr(float(value))


def write(name, header, rows):
    lines = [ORIGIN, header] + [",".join(str(c) if isinstance(c, (int, str)) else text(c) for c in row) for row in rows]
    (OUT / name).write_text("\n".join(lines) + "\n")


def laney():
    random = numpy.random.RandomState(5)
    cases = {
        "weeks": [(int(random.binomial(n, p)), int(n)) for n, p in
                  zip(random.randint(20, 400, 26), random.beta(8, 60, 26))],
        "gaps": [(2, 30), (0, 0), (5, 41), (0, 0), (0, 0), (1, 12), (4, 28), (0, 9), (7, 35)],
        "billions": [(400_000_000, 4_000_000_000), (401_000_000, 3_999_999_999), (40, 500),
                     (399_000_000, 4_000_000_000), (1, 1)],
        "two": [(1, 10), (3, 10)],
        "single answers": [(0, 1), (1, 1), (0, 1), (0, 1), (1, 1), (0, 1)],
    }
    rows = []
    for case, periods in cases.items():
        told = [(mpf(x), mpf(n)) for x, n in periods if n > 0]
        p = sum(x for x, _ in told) / sum(n for _, n in told)
        z = [(x / n - p) / mpmath.sqrt(p * (1 - p) / n) for x, n in told]
        ranges = [abs(b - a) for a, b in zip(z, z[1:])]
        sigma = sum(ranges) / len(ranges) / (2 / mpmath.sqrt(mpmath.pi))
        ewma, t, lam, i = mpf(0), 0, mpf("0.2"), 0
        for number, (x, n) in enumerate(periods):
            if n == 0:
                rows.append((case, number, x, n, "", "", "", "", "", "", ""))
                continue
            t += 1
            ewma = lam * z[i] / sigma + (1 - lam) * ewma
            limit = 3 * mpmath.sqrt(lam / (2 - lam) * (1 - (1 - lam) ** (2 * t)))
            reach = 3 * sigma * mpmath.sqrt(p * (1 - p) / n)
            rows.append((case, number, x, n, 100 * p, sigma, 100 * max(mpf(0), p - reach),
                         100 * min(mpf(1), p + reach), z[i] / sigma, ewma, limit))
            i += 1
    write("laney.csv", "case,period,unhappy,answers,centre,sigma z,low,high,z,ewma,ewma limit", rows)


def run_length(up, down, limit, p):
    """Solves L(s) = 1 + p L(s + up) + q L(max(0, s - down)), L = 0 from the limit on."""
    q = 1 - p
    matrix = scipy.sparse.lil_matrix((limit, limit))
    for s in range(limit):
        matrix[s, s] += 1
        matrix[s, max(0, s - down)] -= q
        if s + up < limit:
            matrix[s, s + up] -= p
    matrix = matrix.tocsc()
    lu = scipy.sparse.linalg.splu(matrix)
    ones = numpy.ones(limit)
    solution = lu.solve(ones).astype(numpy.longdouble)
    for _ in range(5):  # refined with residuals in extended precision
        residual = ones.astype(numpy.longdouble)
        for s in range(limit):
            residual[s] -= solution[s]
            residual[s] += numpy.longdouble(q) * solution[max(0, s - down)]
            if s + up < limit:
                residual[s] += numpy.longdouble(p) * solution[s + up]
        solution += lu.solve(residual.astype(float))
    return float(solution[0])


def cusum():
    rows = []
    for p0, p1, h in [(0.1, 0.2, 5), (0.05, 0.1, 5), (0.02, 0.04, 5), (0.2, 0.4, 5), (0.3, 0.6, 5),
                      (0.01, 0.025, 5), (0.45, 0.9, 5), (0.005, 0.01, 5), (0.1, 0.15, 4), (0.7, 0.9, 3),
                      (0.1, 0.2, 2)]:
        ratio = math.log(p1 / p0) / math.log((1 - p0) / (1 - p1))
        down, up = next((k, round(k * ratio)) for k in range(1, 1001)
                        if round(k * ratio) >= 1 and abs(round(k * ratio) / k / ratio - 1) <= 0.01)
        used = mpmath.findroot(
            lambda x: mpmath.log(x / mpf(p0)) * down - mpmath.log((1 - mpf(p0)) / (1 - x)) * up,
            (mpf(p1) * mpf("0.97"), min(mpf("0.9999"), mpf(p1) * mpf("1.03"))), solver="anderson")
        limit = int(mpmath.ceil(mpf(h) / (mpmath.log(used / mpf(p0)) / up)))
        rows.append((p0, p1, h, up, down, limit, used,
                     run_length(up, down, limit, p0), run_length(up, down, limit, float(used)),
                     run_length(up, down, limit, p1)))
    write("run-length.csv", "usual,alarming,threshold,up,down,limit,alarming used,at usual,at used,at alarming", rows)


def sla():
    rows = []
    for a, m, b, n in [(48, 80, 56, 70), (3, 10, 9, 10), (2, 7, 6, 7), (0, 29, 5, 56), (0, 20, 0, 10),
                       (0, 10, 0, 10), (0, 20, 10, 10), (0, 10, 10, 10), (30, 200, 12, 60), (1, 1, 0, 1),
                       (5, 5, 5, 5), (400_000_000, 4_000_000_000, 400_100_000, 4_000_000_000),
                       (1, 4_000_000_000, 0, 3), (250, 1000, 240, 1000)]:
        # As floats, because statsmodels squares the numbers and integers of numpy wrap around.
        low, high = confint_proportions_2indep(
            float(b), float(n), float(a), float(m), method="newcomb", compare="diff")
        met = proportion_confint(float(a), float(m), method="wilson")
        share = proportion_confint(float(a), float(a + b), method="wilson") if a + b else ("", "")
        happy = (m - a) + (n - b)
        phi = (mpf(b) * (m - a) - mpf(a) * (n - b)) / mpmath.sqrt(mpf(m) * n * (a + b) * happy) \
            if (a + b) and happy else ""
        rows.append((a, m, b, n, mpf(100) * b / n - mpf(100) * a / m, 100 * low, 100 * high,
                     100 * met[0], 100 * met[1],
                     100 * share[0] if a + b else "", 100 * share[1] if a + b else "", phi))
    write("sla-gap.csv", "unhappy met,met,unhappy missed,missed,difference,low,high,"
          "met low,met high,hidden low,hidden high,phi", rows)


def wilson(x, n, level):
    low, high = proportion_confint(x, n, alpha=1 - level, method="wilson")
    return low, high


def expectations():
    """Pairs of yes and no: square and add of Wilson's limits with the correlation φ, with 50 digits."""
    def limits(x, n, level):
        z = mpmath.sqrt(2) * mpmath.erfinv(mpf(str(level)))
        p, c = mpf(x) / n, z * z / n
        half = z * mpmath.sqrt(p * (1 - p) / n + c / (4 * n))
        return (p + c / 2 - half) / (1 + c), (p + c / 2 + half) / (1 + c)

    rows = []
    for level in (0.95, 0.9):
        for both, only_e, only_p, none in [(1, 1, 7, 12), (36, 12, 2, 50), (1, 0, 0, 0), (0, 3, 0, 0),
                                           (5, 0, 0, 5), (400, 120, 90, 300), (0, 4, 4, 0), (10, 0, 0, 0),
                                           (4_000_000_000, 3_000_000_000, 2_999_000_000, 1_000_000_000)]:
            n = both + only_e + only_p + none
            e = both + only_e
            p = both + only_p
            product = mpf(e) * (n - e) * p * (n - p)
            r = (mpf(both) * none - mpf(only_e) * only_p) / mpmath.sqrt(product) if product else mpf(0)
            (le, ue), (lp, up) = limits(e, n, level), limits(p, n, level)
            if n < 1000:  # the limits are those of statsmodels
                assert abs(float(le) - wilson(e, n, level)[0]) < 1e-12
                assert abs(float(up) - wilson(p, n, level)[1]) < 1e-12
            me, mp = mpf(e) / n, mpf(p) / n
            low = mp - me - mpmath.sqrt((mp - lp) ** 2 + (ue - me) ** 2 - 2 * r * (mp - lp) * (ue - me))
            high = mp - me + mpmath.sqrt((up - mp) ** 2 + (me - le) ** 2 - 2 * r * (up - mp) * (me - le))
            rows.append((level, both, only_e, only_p, none, 100 * (mp - me), 100 * low, 100 * high))
    write("expectation-gap.csv", "level,both,expected only,perceived only,none,gap,low,high", rows)


def channels():
    """Three channels and three strata of yes and no, standardised to the pooled mix."""
    data = {"chat": [(30, 40), (12, 20), (9, 30)], "mail": [(50, 90), (20, 50), (3, 12)],
            "phone": [(5, 5), (10, 60), (40, 200)]}
    weights = numpy.array([sum(data[c][h][1] for c in data) for h in range(3)], dtype=float)
    weights /= weights.sum()

    def part(channel, level):
        value = sum(w * x / n for w, (x, n) in zip(weights, data[channel]))
        below = sum((w * (x / n - wilson(x, n, level)[0])) ** 2 for w, (x, n) in zip(weights, data[channel]))
        above = sum((w * (wilson(x, n, level)[1] - x / n)) ** 2 for w, (x, n) in zip(weights, data[channel]))
        return value, math.sqrt(below), math.sqrt(above)

    def error(channel):
        return math.sqrt(sum(w * w * (x / n) * (1 - x / n) / (n - 1) for w, (x, n) in zip(weights, data[channel])))

    rows = []
    for channel in data:
        value, below, above = part(channel, 0.95)
        rows.append((channel, "", 100 * value, 100 * error(channel), 100 * (value - below), 100 * (value + above)))
    for a, b in itertools.permutations(data, 2):
        level = 1 - 0.05 / 3
        va, ba, aa = part(a, level)
        vb, bb, ab = part(b, level)
        if va >= vb:
            rows.append((a, b, 100 * (va - vb), 100 * math.hypot(error(a), error(b)),
                         100 * (va - vb - math.hypot(ba, ab)), 100 * (va - vb + math.hypot(aa, bb))))
    write("channels.csv", "channel,other,value,standard error,low,high", rows)


def representativeness():
    rows = []
    for case, groups in {"three": [(100, 60), (200, 80), (50, 10)], "two": [(10, 9), (10, 1)],
                         "billions": [(4_000_000_000, 400_000_000), (4_000_000_000, 440_000_000)],
                         "one silent": [(40, 0), (60, 30)], "single": [(1, 1), (30, 10)]}.items():
        n = mpf(sum(g[0] for g in groups))
        sizes = [mpf(g[0]) for g in groups]

        def r(*rates):
            mean = sum(s * p for s, p in zip(sizes, rates)) / n
            return 1 - 2 * mpmath.sqrt(sum(s * (p - mean) ** 2 for s, p in zip(sizes, rates)) / (n - 1))

        rates = [mpf(g[1]) / g[0] for g in groups]
        variance = mpf(0)
        for h in range(len(groups)):
            order = tuple(1 if i == h else 0 for i in range(len(groups)))
            slope = mpmath.diff(r, tuple(rates), order)
            variance += slope ** 2 * rates[h] * (1 - rates[h]) / sizes[h]
        rows.append((case, ";".join(f"{a}/{b}" for b, a in groups), max(mpf(0), r(*rates)), mpmath.sqrt(variance)))
    write("representativeness.csv", "case,groups,indicator,standard error", rows)


def shares():
    """Shares of R² of twelve themes by the Shapley formula over lstsq, and their errors by derivatives."""
    random = numpy.random.RandomState(11)
    answers, expected = [], []
    for case, k, n in [("twelve", 12, 300), ("three", 3, 60)]:
        x = (random.rand(n, k) < random.uniform(0.1, 0.5, k)).astype(float)
        x[:, 1] = numpy.where(random.rand(n) < 0.5, x[:, 0], x[:, 1])
        y = numpy.clip(numpy.round(3.5 + x @ random.normal(0, 0.6, k) + random.normal(0, 0.8, n)), 1, 5)
        p = random.choice([1.0, 0.25], n)
        cells = {}
        for i in range(n):
            key = ("+".join(f"t{j:02d}" for j in range(k) if x[i, j]), int(y[i]), float(p[i]))
            cells[key] = cells.get(key, 0) + 1
        answers += [(case, key[0], key[1], key[2], count) for key, count in sorted(cells.items())]

        def r2(w):
            values = numpy.zeros(2 ** k)
            root = numpy.sqrt(w)
            my = numpy.average(y, weights=w)
            xc = (x - numpy.average(x, axis=0, weights=w)) * root[:, None]
            yc = (y - my) * root
            for subset in range(1, 2 ** k):
                columns = [j for j in range(k) if subset >> j & 1]
                fit, *_ = numpy.linalg.lstsq(xc[:, columns], yc, rcond=None)
                values[subset] = 1 - ((yc - xc[:, columns] @ fit) ** 2).sum() / (yc ** 2).sum()
            return values

        def lmg(w):
            values = r2(w)
            result = numpy.zeros(k)
            for j in range(k):
                for subset in range(2 ** k):
                    if not subset >> j & 1:
                        size = bin(subset).count("1")
                        weight = math.factorial(size) * math.factorial(k - size - 1) / math.factorial(k)
                        result[j] += weight * (values[subset | 1 << j] - values[subset])
            return result

        w = 1 / p
        base = lmg(w)
        errors = [""] * k
        if k <= 3:
            variance = numpy.zeros(k)
            for i in range(n):
                step = 1e-5 * w[i]
                more, less = w.copy(), w.copy()
                more[i] += step
                less[i] -= step
                variance += (w[i] * (lmg(more) - lmg(less)) / (2 * step)) ** 2
            errors = list(numpy.sqrt(variance * n / (n - 1)))
        expected += [(case, f"t{j:02d}", base[j], errors[j]) for j in range(k)]
    write("shares-answers.csv", "case,themes,point,probability,count", answers)
    write("shares.csv", "case,theme,share,standard error", expected)


def impacts():
    """Impacts of one theme from counts of unhappy and happy answers, with 50 digits."""
    rows = []
    for name, (tn, ty, un, uy) in {
            "billions": (300_000_000, 700_000_000, 400_000_000, 3_600_000_000),
            "rare": (4, 1, 500_000_000, 3_500_000_000), "small": (3, 2, 2, 3), "clear": (10, 0, 0, 10),
            "tiny p": (900, 100, 100, 900), "equal": (5, 5, 5, 5)}.items():
        cells = [(1, 0, tn), (1, 100, ty), (0, 0, un), (0, 100, uy)]
        n = mpf(tn + ty + un + uy)
        mean = mpf(100) * (ty + uy) / n
        untagged = mpf(100) * uy / (un + uy)
        variance = mpf(0)
        for d, y, count in cells:
            u = (1 - d) * (y - untagged) / (un + uy) - (y - mean) / n
            variance += count * u * u
        error = mpmath.sqrt(variance * n / (n - 1))
        impact = untagged - mean
        p = mpmath.erfc(abs(impact / error) / mpmath.sqrt(2))
        rows.append((name, tn, ty, un, uy, impact, error, p))
    write("impacts.csv", "case,tagged bad,tagged good,untagged bad,untagged good,impact,standard error,p", rows)


laney()
cusum()
sla()
expectations()
channels()
representativeness()
shares()
impacts()
