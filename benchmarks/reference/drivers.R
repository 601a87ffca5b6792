# Expected values of drivers, penalty-reward contrasts and post-stratified scores.
#
# Debian 12: r-base-core 4.2.2.20221110-2, r-cran-survey 4.1-1-1. Run from this directory:
#   Rscript drivers.R ../../feedback-core/src/test/resources/io/github/feedback4j/insight
#
# Writes drivers-answers.csv (what the test feeds to feedback4j) and drivers.csv (what must come out).
# The survey package works on one row per answer and knows nothing of tallies; the shares of Lindeman,
# Merenda & Gold are the mean over all orders of the themes, by lm().

suppressMessages(library(survey))
out <- commandArgs(trailingOnly = TRUE)[1]
options(digits = 17, survey.lonely.psu = "fail")
origin <- paste0("# benchmarks/reference/drivers.R, R ", getRversion(), ", survey ", packageVersion("survey"))
num <- function(x) formatC(x, digits = 17, format = "g", width = 1)

# The answers of each case: 1 to 5, three or four marks, and an inclusion probability.
set.seed(20261126, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
makeCase <- function(n, probabilities, marks) {
  d <- data.frame(p = sample(probabilities, n, replace = TRUE))
  d$a <- rbinom(n, 1, 0.3)
  d$b <- rbinom(n, 1, ifelse(d$a == 1, 0.6, 0.15))
  d$c <- rbinom(n, 1, 0.2)
  if (marks > 3) d$d <- rbinom(n, 1, 0.4)
  latent <- 3.6 - 1.1 * d$a - 0.4 * d$b + 0.7 * d$c + rnorm(n)
  d$y <- pmin(5, pmax(1, round(latent)))
  d
}
cases <- list(
  equal = makeCase(150, 1, 3),
  weighted = makeCase(400, c(1, 0.5, 0.1), 4),
  extreme = makeCase(120, c(1, 1e-3), 3))
together <- makeCase(80, 1, 3)
together$c <- together$b # two marks that are always together
cases$together <- together

answers <- list()
expected <- list()
add <- function(case, metric, quantity, theme, value, error = NA) {
  expected[[length(expected) + 1]] <<- paste(
    case, metric, quantity, theme, num(value), if (is.na(error)) "" else num(error), sep = ",")
}

permutations <- function(v) {
  if (length(v) < 2) return(list(v))
  do.call(c, lapply(seq_along(v), function(i) lapply(permutations(v[-i]), function(p) c(v[i], p))))
}

for (case in names(cases)) {
  d <- cases[[case]]
  themes <- intersect(c("a", "b", "c", "d"), names(d))
  key <- apply(d[, themes], 1, function(r) paste(themes[r == 1], collapse = "+"))
  counts <- aggregate(list(n = rep(1, nrow(d))), list(themes = key, y = d$y, p = d$p), sum)
  counts <- counts[order(counts$themes, counts$y, counts$p), ]
  answers[[case]] <- paste(case, counts$themes, counts$y, num(counts$p), counts$n, sep = ",")

  for (metric in c("csat", "csat-mean")) {
    d$s <- if (metric == "csat") 100 * (d$y >= 4) else d$y
    d$one <- 1
    d$weight <- 1 / d$p
    for (t in themes) {
      d[[paste0("u_", t)]] <- 1 - d[[t]]
      d[[paste0("su_", t)]] <- d$s * (1 - d[[t]])
    }
    design <- svydesign(ids = ~1, weights = 1 / d$p, data = d)
    pvalues <- c()
    for (t in themes) {
      totals <- svytotal(as.formula(sprintf("~s + one + su_%s + u_%s", t, t)), design)
      impact <- svycontrast(totals, parse(text = sprintf("su_%s/u_%s - s/one", t, t))[[1]])
      add(case, metric, "impact", t, coef(impact), SE(impact)[1])
      pvalues[t] <- 2 * pnorm(-abs(coef(impact) / SE(impact)[1]))
    }
    adjusted <- p.adjust(pvalues, "BH")
    for (t in themes) add(case, metric, "p", t, pvalues[t])
    for (t in themes) add(case, metric, "adjusted", t, adjusted[t])

    r2 <- function(v) {
      if (length(v) == 0) return(0)
      fit <- lm(as.formula(paste("s ~", paste(v, collapse = "+"))), data = d, weights = weight)
      m <- weighted.mean(d$s, 1 / d$p)
      1 - sum(resid(fit)^2 / d$p) / sum((d$s - m)^2 / d$p)
    }
    shares <- setNames(rep(0, length(themes)), themes)
    orders <- permutations(themes)
    for (o in orders) for (i in seq_along(o)) {
      shares[o[i]] <- shares[o[i]] + (r2(o[seq_len(i)]) - r2(o[seq_len(i - 1)])) / length(orders)
    }
    add(case, metric, "explained", "", r2(themes))
    for (t in themes) add(case, metric, "share", t, shares[t])

    if (case != "together") {
      # Marks a (bad) and c (good) of one theme, in one regression.
      fit <- svyglm(s ~ a + c, design)
      add(case, metric, "penalty", "a", coef(fit)["a"], SE(fit)["a"])
      add(case, metric, "reward", "c", coef(fit)["c"], SE(fit)["c"])
      contrast <- svycontrast(fit, c(0, 1, 1))
      add(case, metric, "contrast", "ac", coef(contrast), SE(contrast)[1])
    }

    # The whole score: Horvitz-Thompson weights from the inclusion probabilities.
    mean <- svymean(~s, design)
    add(case, metric, "mean", "", coef(mean), SE(mean)[1])

    # Strata by mark a, of known sizes 700 and 300.
    d$size <- ifelse(d$a == 1, 300, 700)
    sums <- tapply(1 / d$p, d$a, sum)
    d$w <- d$size / sums[as.character(d$a)] / d$p
    strata <- lapply(0:1, function(h) {
      svymean(~s, svydesign(ids = ~1, weights = ~I(1 / p), data = d[d$a == h, ]))
    })
    add(case, metric, "poststratified", "a",
      0.7 * coef(strata[[1]]) + 0.3 * coef(strata[[2]]),
      sqrt(0.49 * SE(strata[[1]])[1]^2 + 0.09 * SE(strata[[2]])[1]^2))
    if (all(d$p == 1)) {
      # With equal probabilities the stratified design gives the same in one call.
      stratified <- svymean(~s, svydesign(ids = ~1, strata = ~a, weights = ~w, data = d))
      add(case, metric, "stratified", "a", coef(stratified), SE(stratified)[1])
    }
  }
}
writeLines(c(origin, "case,themes,point,probability,count", unlist(answers)), file.path(out, "drivers-answers.csv"))
writeLines(c(origin, "case,metric,quantity,theme,value,standard error", unlist(expected)), file.path(out, "drivers.csv"))
