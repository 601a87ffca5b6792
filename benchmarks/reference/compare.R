# Expected values for the comparison of teams in feedback4j's insight package.
#
# Made with Debian 12: r-base-core 4.2.2.20221110-2, r-cran-metafor 3.8-1-1. Deterministic. Run it as
#
#     Rscript benchmarks/reference/compare.R
#
# from the root of the repository; it writes the CSV files in
# feedback-core/src/test/resources/io/github/feedback4j/insight.

suppressMessages(library(metafor))

out <- "feedback-core/src/test/resources/io/github/feedback4j/insight"
origin <- "# benchmarks/reference/compare.R, Debian 12: R 4.2.2, metafor 3.8-1"
options(digits = 17)

# Each team is the counts of bad and good answers of a percentage, or a list with weights.
equal <- list(a = c(10, 40), b = c(12, 38), c = c(9, 41), d = c(11, 39), e = c(10, 40))
scenarios <- list(
  different = list(a = c(10, 90), b = c(40, 60), c = c(5, 5), d = c(0, 3), e = c(30, 200), f = c(1, 0)),
  alike = equal,
  two = list(a = c(30, 70), b = c(50, 50)),
  singles = list(a = c(0, 1), b = c(1, 0), c = c(7, 13), d = c(0, 1), e = c(90, 10)),
  huge = list(a = c(2e9, 2e9), b = c(1.9e9, 2.1e9), c = c(3, 1), d = c(1e6, 3e6)),
  many = setNames(
    lapply(1:25, function(i) c(5 + (7 * i) %% 23, 20 + (11 * i) %% 90)),
    sprintf("t%02d", 1:25)))

text <- function(x) paste(vapply(x, function(v) sprintf("%.17g", v), ""), collapse = ";")
teams <- function(s) paste(sprintf("%s=2:1:%.0f;5:1:%.0f", names(s), sapply(s, `[`, 1), sapply(s, `[`, 2)), collapse = "|")

effects <- c(origin, "teams,level,mean,standard error,between,within,values,low,high")
funnels <- c(origin, "teams,target,deviation,dispersion,n,level,low,high")
for (s in scenarios) {
  bad <- sapply(s, `[`, 1)
  good <- sapply(s, `[`, 2)
  n <- bad + good
  y <- 100 * good / n
  within <- sqrt(sum(n * (y * (100 - y))) / sum(n - 1))
  model <- rma(yi = y, vi = within^2 / n, method = "DL", level = 95)
  shrunken <- blup(model, level = 95)
  effects <- c(effects, paste(
    teams(s), "0.95", text(as.numeric(model$beta)), text(model$se), text(sqrt(model$tau2)), text(within),
    text(shrunken$pred), text(pmax(0, shrunken$pi.lb)), text(pmin(100, shrunken$pi.ub)), sep = ","))

  target <- 100 * sum(good) / sum(n)
  deviation <- sqrt(target * (100 - target))
  z <- (y - target) / (deviation / sqrt(n))
  ends <- quantile(z, c(0.1, 0.9), type = 7)
  phi <- max(1, mean(pmin(pmax(z, ends[1]), ends[2])^2))
  for (at in c(1, 12, 50, 4e9)) for (level in c(0.95, 0.998)) {
    half <- qnorm((1 - level) / 2, lower.tail = FALSE) * sqrt(phi / at) * deviation
    funnels <- c(funnels, paste(
      teams(s), text(target), text(deviation), text(phi), sprintf("%.0f", at), level,
      text(max(0, target - half)), text(min(100, target + half)), sep = ","))
  }
}
writeLines(effects, file.path(out, "shrinkages.csv"))
writeLines(funnels, file.path(out, "funnels.csv"))

# The 13 trials of the BCG vaccine (Colditz et al. 1994), log relative risks, as in metafor's manual.
bcg <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
model <- rma(yi, vi, data = bcg, method = "DL")
shrunken <- blup(model)
writeLines(c(
  origin, "values,variances,mean,standard error,between variance,predicted,standard errors",
  paste(text(bcg$yi), text(bcg$vi), text(as.numeric(model$beta)), text(model$se), text(model$tau2),
        text(shrunken$pred), text(shrunken$se), sep = ",")), file.path(out, "random-effects.csv"))
