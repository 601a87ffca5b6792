/** What the dashboard says, and how it writes numbers and days, in the language of the page. */

/** English and French. {name} is replaced; "one|many" is chosen by n. @type {Record<string, string[]>} */
const texts = {
  brand: ['Feedback', 'Retours'],
  home: ['Back to the application', 'Retour à l’application'],
  filters: ['Filters', 'Filtres'],
  survey: ['Survey', 'Enquête'],
  question: ['Question', 'Question'],
  days: ['Period', 'Période'],
  lastDays: ['Last {n} day|Last {n} days', 'Dernier jour|{n} derniers jours'],
  team: ['Team', 'Équipe'],
  service: ['Service', 'Service'],
  channel: ['Channel', 'Canal'],
  all: ['All', 'Tout'],
  without: ['Without a {name}', 'Sans {name}'],
  pair: ['{name}: {text}', '{name}\u00a0: {text}'],
  clear: ['Clear filters', 'Effacer les filtres'],
  loading: ['Loading…', 'Chargement…'],
  'metric:csat': ['Customer satisfaction (CSAT)', 'Satisfaction client (CSAT)'],
  'metric:csat-mean': ['Customer satisfaction, mean', 'Satisfaction client, moyenne'],
  'metric:nps': ['Net Promoter Score (NPS)', 'Net Promoter Score (NPS)'],
  'metric:ces': ['Ease (CES)', 'Facilité (CES)'],
  'metric:thumbs': ['Thumbs up', 'Pouces levés'],
  points: ['points', 'points'],
  lower: ['Lower is better.', 'Une valeur basse est meilleure.'],
  interval: ['{level} interval {low} to {high}', 'Intervalle à {level}\u00a0: de {low} à {high}'],
  band: ['{level} interval', 'Intervalle à {level}'],
  few: ['Few answers', 'Peu de réponses'],
  fewWhy: [
    'Under 30 answers, so the score can still move a lot.',
    'Moins de 30 réponses\u00a0: le score peut encore beaucoup bouger.',
  ],
  effective: ['Weighted, they count like {n} equal answers.', 'Pondérées, elles comptent comme {n} réponses égales.'],
  answers: ['{n} answer|{n} answers', '{n} réponse|{n} réponses'],
  answersName: ['Answers', 'Réponses'],
  answersTo: ['to this question', 'à cette question'],
  rate: ['Response rate', 'Taux de réponse'],
  rateOf: [
    '{answered} of {invited} invited · {shown} saw it · {dismissed} closed it',
    '{answered} sur {invited} invitations · {shown} vues · {dismissed} fermées',
  ],
  none: ['No answers yet', 'Pas encore de réponse'],
  noneWhy: [
    'Nobody has answered in this period, or with these filters.',
    'Personne n’a répondu pendant cette période, ou avec ces filtres.',
  ],
  hidden: [
    'Fewer than {n} people answered, so this is not shown',
    'Moins de {n} personnes ont répondu\u00a0: ce résultat n’est pas affiché',
  ],
  hiddenWhy: [
    'Small groups stay hidden, so that nobody can be recognised. Try a longer period or fewer filters.',
    'Les petits groupes restent masqués pour que personne ne soit reconnu. Essayez une période plus longue ou moins de filtres.',
  ],
  distributionText: [
    '{answers}. Most often: {top}, {count} ({percent}).',
    '{answers}. La plus fréquente\u00a0: {top}, {count} ({percent}).',
  ],
  answer: ['Answer', 'Réponse'],
  share: ['Share', 'Part'],
  trend: ['Trend', 'Évolution'],
  trendText: [
    'Latest score {last} ({lastDays}); lowest {low} ({lowDays}), highest {high} ({highDays}).',
    'Dernier score\u00a0: {last} ({lastDays})\u00a0; le plus bas {low} ({lowDays}), le plus haut {high} ({highDays}).',
  ],
  perDays: ['Score per day|Score per {n} days', 'Score par jour|Score par période de {n} jours'],
  noAnswers: ['No answers', 'Aucune réponse'],
  fewPeople: ['Fewer than {n} people', 'Moins de {n} personnes'],
  asTable: ['Show as table', 'Afficher le tableau'],
  dates: ['Dates', 'Dates'],
  score: ['Score', 'Score'],
  range: ['Interval', 'Intervalle'],
  to: ['{low} to {high}', '{low} à {high}'],
  teams: ['Teams', 'Équipes'],
  services: ['Services', 'Services'],
  channels: ['Channels', 'Canaux'],
  overall: ['Overall', 'Ensemble'],
  hiddenGroups: [
    'Groups of fewer than {n} people are not shown; at times one more is hidden, so that they cannot be worked out.',
    'Les groupes de moins de {n} personnes ne sont pas affichés\u00a0; parfois, un autre est masqué aussi, pour qu’on ne puisse pas les déduire.',
  ],
  comments: ['Comments', 'Commentaires'],
  class: ['Rating', 'Note'],
  theme: ['Theme', 'Thème'],
  usual: ['Answers to: ', 'Réponses à\u00a0: '],
  noComments: ['No comments yet', 'Pas encore de commentaire'],
  more: ['Show more', 'Afficher la suite'],
  moreShown: [
    '{n} more comment shown|{n} more comments shown',
    '{n} commentaire de plus affiché|{n} commentaires de plus affichés',
  ],
  POSITIVE: ['positive', 'positif'],
  NEGATIVE: ['negative', 'négatif'],
  MIXED: ['mixed', 'mitigé'],
  NEUTRAL: ['neutral', 'neutre'],
  asOf: ['Data of {time}', 'Données du {time}'],
  zone: ['Time zone', 'Fuseau horaire'],
  formula: ['Formula', 'Formule'],
  denied: ['These results may not be seen with this sign-in', 'Ces résultats ne sont pas accessibles avec cette connexion'],
  deniedWhy: [
    'Your session may have ended, or they are not open to your account.',
    'Votre session a peut-être expiré, ou votre compte n’y a pas accès.',
  ],
  deniedOut: ['Reload the page', 'Recharger la page'],
  unknown: ['This link names something that is not there', 'Ce lien désigne quelque chose qui n’existe pas'],
  unknownWhy: [
    'The survey may be gone, or the group may be too small to be shown.',
    'L’enquête a peut-être disparu, ou le groupe est trop petit pour être affiché.',
  ],
  unknownOut: ['Show the page without filters', 'Afficher la page sans filtre'],
  down: ['The results cannot be reached now', 'Les résultats sont injoignables pour le moment'],
  downWhy: ['Nothing is lost. Please try again in a moment.', 'Rien n’est perdu. Veuillez réessayer dans un instant.'],
  downOut: ['Try again', 'Réessayer'],
  empty: ['No survey yet', 'Pas encore d’enquête'],
  emptyWhy: [
    'As soon as this application has a survey, its results appear here.',
    'Dès que cette application aura une enquête, ses résultats apparaîtront ici.',
  ],
  'class:satisfied': ['Satisfied', 'Satisfaits'],
  'class:unsatisfied': ['Not satisfied', 'Insatisfaits'],
  'class:promoter': ['Promoters', 'Promoteurs'],
  'class:passive': ['Passives', 'Passifs'],
  'class:detractor': ['Detractors', 'Détracteurs'],
  'class:easy': ['Easy', 'Facile'],
  'class:hard': ['Hard', 'Difficile'],
  'class:up': ['Thumbs up', 'Pouces levés'],
  'class:down': ['Thumbs down', 'Pouces baissés'],
};

/** Every language that the page can be switched to. */
export const languages = {en: 'English', fr: 'Français'};

const page = document.documentElement.lang;
/** The language of the words, which is the page's if we speak it. */
export const language = page.slice(0, 2) in languages ? page : 'en';
const column = language.startsWith('fr') ? 1 : 0;
const plural = new Intl.PluralRules(language);

/** Says a sentence; numbers in it are written as counts. @param {Record<string, string | number>} values */
export function say(key = '', values = {}) {
  const [one, many = one] = texts[key][column].split('|');
  return (plural.select(Number(values.n ?? 2)) === 'one' ? one : many)
    .replace(/\{(\w+)\}/g, (_, name) => typeof values[name] === 'number' ? number(values[name]) : values[name]);
}

/** Names a metric or a class of answers; applications may have their own. @param {'metric' | 'class'} kind */
export const nameOf = (kind, name = '') => texts[`${kind}:${name}`]?.[column] ?? name;

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

/** Writes the interval of a score. @param {Wire.Metric} metric @param {Wire.Score} score */
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
