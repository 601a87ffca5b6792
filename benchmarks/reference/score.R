#!/usr/bin/env Rscript
# Makes the expected standard errors, t intervals and exact intervals of package score with R.
#
#     Rscript benchmarks/reference/score.R
#
# Debian 12 packages that made the committed values: r-base-core 4.2.2, r-cran-survey 4.1-1.

suppressPackageStartupMessages(library(survey))
options(digits = 17)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
target <- file.path(here, "../../feedback-core/src/test/resources/io/github/feedback4j/score")
number <- function(x) ifelse(is.na(x), "", trimws(formatC(x, digits = 17, format = "g")))
write <- function(name, origin, header, rows) {
  writeLines(c(paste("#", origin), header, rows), file.path(target, name))
}
row <- function(...) paste(..., sep = ",")

# Weighted answers: svymean with the inverse of the inclusion probability, t with n - 1 degrees of freedom.
designs <- list(
  list("nps", c(2, 8, 9, 10), c(1, 0.5, 0.1, 1), c(10, 20, 30, 5)),
  list("nps", c(0, 7, 10), c(1, 1, 1), c(7, 13, 1)),
  list("nps", c(0, 10, 8), c(0.001, 1, 0.5), c(2, 500, 30)),
  list("csat-mean", c(1, 3, 4, 5, 5), c(1, 0.25, 0.5, 1, 0.001), c(3, 8, 21, 33, 1)),
  list("csat-mean", c(1, 2, 3, 4, 5), c(1, 1, 1, 1, 1), c(2, 3, 5, 30, 40)),
  list("csat-mean", c(2, 5), c(1e-6, 1), c(1, 1000)),
  list("csat-mean", c(2, 5), c(1, 1), c(1, 1))
)
value <- function(metric, point) {
  if (metric == "nps") ifelse(point <= 6, -100, ifelse(point <= 8, 0, 100)) else point
}
rows <- c()
for (d in designs) {
  metric <- d[[1]]
  data <- data.frame(
    y = rep(value(metric, d[[2]]), d[[4]]), w = rep(1 / d[[3]], d[[4]]))
  design <- svydesign(ids = ~1, weights = ~w, data = data)
  m <- svymean(~y, design)
  se <- as.numeric(SE(m))
  n <- nrow(data)
  # s^2/v (z/t)^2 as Korn & Graubard, with the variance of the weighted answers.
  s2 <- as.numeric(svyvar(~y, design))
  star <- function(level) {
    min(n, s2 / se^2 * (qnorm((1 - level) / 2) / qt((1 - level) / 2, n - 1))^2)
  }
  for (level in c(0.8, 0.95, 0.999)) {
    limits <- as.numeric(confint(m, level = level, df = n - 1))
    cells <- paste(d[[2]], number(d[[3]]), d[[4]], sep = ":", collapse = " ")
    rows <- c(rows, row(metric, cells, number(level), number(coef(m)), number(se), number(star(level)),
      number(limits[1]), number(limits[2])))
  }
}
write("designs.csv",
  paste("benchmarks/reference/score.R: svydesign, svymean, svyvar and confint of survey 4.1-1;",
    "cells are point:inclusion probability:count; limits are not cut at the ends of the scale"),
  "metric,cells,level,mean,standardError,effectiveN,low,high", rows)

# Clusters: svymean with ids = ~respondent. Respondents are points joined by +.
clusters <- list(
  list("nps", c("10+10+9", "0", "8+9", "3+3+3+3", "10")),
  list("nps", c("10", "0", "7", "9")),
  list("nps", c("10+10+10+10+10+10+10+10+10+10+10+9", "0")),
  list("nps", c("0+10", "0+10+8")),
  list("csat-mean", c("5+5+4", "1+1+2+1", "3", "4+5+4+4+5", "2+3")),
  list("csat-mean", rep(c("5", "4+4", "1+2+3", "5+5+5+5"), 500))
)
rows <- c()
for (cl in clusters) {
  metric <- cl[[1]]
  points <- lapply(strsplit(cl[[2]], "+", fixed = TRUE), as.numeric)
  data <- data.frame(
    y = value(metric, unlist(points)), id = rep(seq_along(points), lengths(points)))
  design <- svydesign(ids = ~id, weights = ~1, data = data)
  m <- svymean(~y, design)
  se <- as.numeric(SE(m))
  n <- nrow(data)
  df <- length(points) - 1
  s2 <- var(data$y)
  star <- if (se > 1e-12) min(n, s2 / se^2 * (qnorm(0.025) / qt(0.025, df))^2) else NA
  limits <- as.numeric(confint(m, level = 0.95, df = df))
  times <- if (length(cl[[2]]) > 100) 500 else 1
  text <- paste(cl[[2]][seq_len(length(cl[[2]]) / times)], collapse = " ")
  rows <- c(rows, row(metric, times, text, number(coef(m)), number(if (se > 1e-12) se else 0), number(star),
    number(limits[1]), number(limits[2])))
}
write("clusters.csv",
  paste("benchmarks/reference/score.R: svydesign(ids = ~id), svymean and confint of survey 4.1-1;",
    "respondents are points joined by +, repeated so many times; limits are not cut"),
  "metric,times,respondents,mean,standardError,effectiveN,low,high", rows)

# Exact and Jeffreys intervals for many answers: qbeta.
rows <- c()
for (case in list(c(1, 4e9), c(2e9, 4e9), c(4e9 - 1, 4e9), c(0, 4e9), c(4e9, 4e9), c(123, 1e9), c(1, 1))) {
  for (level in c(0.95, 0.999)) {
    x <- case[1]
    n <- case[2]
    a <- (1 - level) / 2
    cp <- c(if (x == 0) 0 else qbeta(a, x, n - x + 1),
      if (x == n) 1 else qbeta(a, x + 1, n - x, lower.tail = FALSE))
    jeffreys <- c(if (x == 0) 0 else qbeta(a, x + 0.5, n - x + 0.5),
      if (x == n) 1 else qbeta(a, x + 0.5, n - x + 0.5, lower.tail = FALSE))
    rows <- c(rows,
      row("CLOPPER_PEARSON", number(x), number(n), number(level), number(100 * cp[1]), number(100 * cp[2])),
      row("JEFFREYS", number(x), number(n), number(level), number(100 * jeffreys[1]), number(100 * jeffreys[2])))
  }
}
write("exact.csv", "benchmarks/reference/score.R: qbeta of R 4.2.2", "method,x,n,level,low,high", rows)

# Lost time: t.test with one sample, and Welch's with two. The last two are sums only, by formula.
times <- list(
  list(c(10, 20, 30), c(60, 45, 50, 80)),
  list(c(0, 0, 15, 480, 30, 30, 5), c(0, 1)),
  list(c(525600, 525600, 0), c(30, 30, 31)),
  list(rep(c(15, 30, 45), 2000), rep(c(20, 40, 60, 61), 1000))
)
rows <- c()
for (case in times) {
  for (level in c(0.8, 0.95)) {
    now <- t.test(case[[1]], conf.level = level)
    saved <- t.test(case[[2]], case[[1]], conf.level = level)
    times_now <- if (length(case[[1]]) > 100) 2000 else 1
    times_before <- if (length(case[[2]]) > 100) 1000 else 1
    rows <- c(rows, row(times_now, paste(case[[1]][seq_len(length(case[[1]]) / times_now)], collapse = " "),
      times_before, paste(case[[2]][seq_len(length(case[[2]]) / times_before)], collapse = " "),
      number(level), number(mean(case[[1]])), number(now$stderr), number(now$conf.int[1]), number(now$conf.int[2]),
      number(mean(case[[2]]) - mean(case[[1]])), number(saved$conf.int[1]), number(saved$conf.int[2])))
  }
}
write("lost-time.csv",
  "benchmarks/reference/score.R: t.test of R 4.2.2, one sample and Welch; limits are not cut at 0",
  "timesNow,now,timesBefore,before,level,mean,standardError,low,high,saved,savedLow,savedHigh", rows)
