/** What the dashboard says, and how it writes numbers and days, in the language of the page. */

/** Every language that the page can be switched to. */
export const languages = {en: 'English', fr: 'Français'};

const page = document.documentElement.lang;
/** The language of the words, which is the page's if we speak it. */
export const language = page.slice(0, 2) in languages ? page : 'en';
/** @type {Record<string, string>} */
const texts = (await import(`./words.${language.slice(0, 2)}.js`)).default;
const plural = new Intl.PluralRules(language);

/** Says a sentence; numbers in it are written as counts. @param {Record<string, string | number>} values */
export function say(key = '', values = {}) {
  const [one, many = one] = texts[key].split('|');
  return (plural.select(Number(values.n ?? 2)) === 'one' ? one : many)
    .replace(/\{(\w+)\}/g, (_, name) => typeof values[name] === 'number' ? number(values[name]) : values[name]);
}

/** Names a metric or a class of answers; applications may have their own. @param {'metric' | 'class'} kind */
export const nameOf = (kind, name = '') => texts[`${kind}:${name}`] ?? name;

/** Says a name and what belongs to it. @param {string | number} text */
export const pair = (name = '', text) => say('pair', {name, text});

/** Writes a number. @param {number} value @param {Intl.NumberFormatOptions} [options] */
export const number = (value, options) => new Intl.NumberFormat(language, options).format(value).replace('-', '\u2212');

export const percent = (value = 0) => number(value) + '\u00a0%';

/** Writes a value of a metric without its unit, as within an interval. @param {Wire.Metric} metric */
export const figure = ({unit, decimals}, value = 0) => number(value || 0, {
  minimumFractionDigits: decimals,
  maximumFractionDigits: decimals,
  signDisplay: unit === 'points' ? 'exceptZero' : 'auto',
});

/** Writes a value of a metric where it stands alone. @param {Wire.Metric} metric */
export const value = (metric, value = 0) => figure(metric, value) + (metric.unit === 'percent' ? '\u00a0%' : '');

/** Writes the interval of a score. @param {Wire.Metric} metric @param {Wire.Range & {level: number}} score */
export const interval = (metric, {level, low, high}, key = 'interval') =>
  say(key, {level: percent(level * 100), low: figure(metric, low), high: figure(metric, high)});

const days = new Intl.DateTimeFormat(language, {day: 'numeric', month: 'short', timeZone: 'UTC'});
const fullDay = new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeZone: 'UTC'});

/** Says why a score is missing. @param {Wire.State} state */
export const missing = (state, n = 0) => say(state === 'hidden' ? 'fewPeople' : 'noAnswers', {n});

/** Writes a day, which has no time zone. */
export const day = (text = '', full = false) => (full ? fullDay : days).format(new Date(text));

/** Writes the days of a bucket, the last of which is the one before its end. */
export const span = (from = '', until = '') => days.formatRange(new Date(from), new Date(Date.parse(until) - 1));

/** Writes moments in a time zone. @param {Intl.DateTimeFormatOptions} options */
export function clock(timeZone = 'UTC', options) {
  try {
    return new Intl.DateTimeFormat(language, {...options, timeZone});
  } catch {
    // Java knows zones that this browser does not.
    return new Intl.DateTimeFormat(language, {...options, timeZone: 'UTC'});
  }
}
