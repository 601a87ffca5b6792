/** What the dashboard says, and how it writes numbers and days, in the language of the page. */

/** {name} is replaced; "one|many" is chosen by n. @type {Record<string, Record<string, string>>} */
const texts = {
  en: {
    brand: 'Feedback',
    home: 'Back to the application',
    languages: 'Language',
    filters: 'Filters',
    survey: 'Survey',
    question: 'Question',
    days: 'Period',
    lastDays: 'Last {n} day|Last {n} days',
    team: 'Team',
    service: 'Service',
    channel: 'Channel',
    teamAll: 'All teams',
    serviceAll: 'All services',
    channelAll: 'All channels',
    teamNone: 'Without a team',
    serviceNone: 'Without a service',
    channelNone: 'Without a channel',
    clear: 'Clear filters',
    loading: 'Loading…',
    'metric:csat': 'Customer satisfaction (CSAT)',
    'metric:csat-mean': 'Customer satisfaction, mean',
    'metric:nps': 'Net Promoter Score (NPS)',
    'metric:ces': 'Ease (CES)',
    'metric:thumbs': 'Thumbs up',
    points: 'points',
    mean: 'on a scale of {low} to {high}',
    lower: 'Lower is better.',
    interval: '{level} interval {low} to {high}',
    onScale: '{interval}, on a scale of {lowest} to {highest}',
    band: '{level} interval',
    few: 'Few answers',
    fewWhy: 'Under 30 answers, so the score can still move a lot.',
    effective: 'After weighting they count like {n} equal answers.',
    answers: '{n} answer|{n} answers',
    answersName: 'Answers',
    answersTo: 'to this question',
    rate: 'Response rate',
    rateOf: '{answered} of {invited} invited',
    shown: '{n} saw it',
    dismissed: '{n} closed it',
    notAsked: 'Nobody was invited',
    none: 'No answers yet',
    noneWhy: 'Nobody has answered in this period, or with these filters.',
    hidden: 'Fewer than {n} people answered, so this is not shown',
    hiddenWhy: 'Small groups stay hidden, so that nobody can be recognised. A longer period or fewer filters may help.',
    distribution: 'Answers',
    distributionText: '{answers}. Most often: {top}, {count} ({percent}).',
    answer: 'Answer',
    count: 'Count',
    share: 'Share',
    kind: 'Class',
    trend: 'Trend',
    trendText: 'Latest score {last} ({lastDay}); lowest {low} ({lowDay}), highest {high} ({highDay}).',
    trendNone: 'No period has a score that may be shown.',
    gaps: '{n} period without answers.|{n} periods without answers.',
    veiled: '{n} period hidden because fewer than {min} people answered.|{n} periods hidden because fewer than {min} people answered.',
    perDay: 'Score per day',
    perWeek: 'Score per week',
    perDays: 'Score per {n} days',
    noAnswers: 'No answers',
    fewPeople: 'Fewer than {n} people',
    asTable: 'Show as table',
    span: 'Days',
    score: 'Score',
    range: 'Interval',
    to: '{low} to {high}',
    groupteam: 'Teams',
    groupservice: 'Services',
    groupchannel: 'Channels',
    overall: 'overall {score}',
    bar: 'Score and {level} interval',
    hiddenGroups: 'Groups of fewer than {n} people are not shown. Sometimes one more is hidden, so that the first cannot be worked out.',
    comments: 'Comments',
    class: 'Rating',
    classAll: 'All ratings',
    theme: 'Theme',
    themeAll: 'All themes',
    usual: 'Answers to: ',
    noComments: 'No comments yet',
    noCommentsHere: 'No comments with these filters',
    more: 'Show more',
    moreShown: '{n} more comment shown|{n} more comments shown',
    POSITIVE: 'positive',
    NEGATIVE: 'negative',
    MIXED: 'mixed',
    NEUTRAL: 'neutral',
    themes: 'Themes',
    asOf: 'Data of {time}',
    zone: 'Time zone: {zone}',
    formula: 'Formula: {formula}',
    denied: 'These results may not be seen with this sign-in',
    deniedWhy: 'Your session may have ended, or your account lacks the right to see them.',
    reload: 'Reload the page',
    unknown: 'This link names something that is not there',
    unknownWhy: 'The survey may be gone, or the group may be too small to be shown.',
    plain: 'Show the page without filters',
    down: 'The results cannot be reached now',
    downWhy: 'Nothing is lost. Please try again in a moment.',
    again: 'Try again',
    empty: 'No survey yet',
    emptyWhy: 'As soon as this application has a survey, its results appear here.',
    'class:satisfied': 'Satisfied',
    'class:unsatisfied': 'Not satisfied',
    'class:promoter': 'Promoters',
    'class:passive': 'Passives',
    'class:detractor': 'Detractors',
    'class:easy': 'Easy',
    'class:hard': 'Hard',
    'class:up': 'Thumbs up',
    'class:down': 'Thumbs down',
  },
  fr: {
    brand: 'Retours',
    home: 'Retour à l’application',
    languages: 'Langue',
    filters: 'Filtres',
    survey: 'Enquête',
    question: 'Question',
    days: 'Période',
    lastDays: 'Dernier jour|{n} derniers jours',
    team: 'Équipe',
    service: 'Service',
    channel: 'Canal',
    teamAll: 'Toutes les équipes',
    serviceAll: 'Tous les services',
    channelAll: 'Tous les canaux',
    teamNone: 'Sans équipe',
    serviceNone: 'Sans service',
    channelNone: 'Sans canal',
    clear: 'Effacer les filtres',
    loading: 'Chargement…',
    'metric:csat': 'Satisfaction client (CSAT)',
    'metric:csat-mean': 'Satisfaction client, moyenne',
    'metric:nps': 'Net Promoter Score (NPS)',
    'metric:ces': 'Facilité (CES)',
    'metric:thumbs': 'Pouces levés',
    points: 'points',
    mean: 'sur une échelle de {low} à {high}',
    lower: 'Plus bas vaut mieux.',
    interval: 'Intervalle à {level}\u00a0: de {low} à {high}',
    onScale: '{interval}, sur une échelle de {lowest} à {highest}',
    band: 'Intervalle à {level}',
    few: 'Peu de réponses',
    fewWhy: 'Moins de 30 réponses\u00a0: le score peut encore beaucoup bouger.',
    effective: 'Après pondération, elles comptent comme {n} réponses égales.',
    answers: '{n} réponse|{n} réponses',
    answersName: 'Réponses',
    answersTo: 'à cette question',
    rate: 'Taux de réponse',
    rateOf: '{answered} sur {invited} invitations',
    shown: '{n} vues',
    dismissed: '{n} fermées',
    notAsked: 'Personne n’a été invité',
    none: 'Pas encore de réponse',
    noneWhy: 'Personne n’a répondu pendant cette période, ou avec ces filtres.',
    hidden: 'Moins de {n} personnes ont répondu\u00a0: ce résultat n’est pas affiché',
    hiddenWhy: 'Les petits groupes restent masqués pour que personne ne soit reconnu. Une période plus longue ou moins de filtres peuvent aider.',
    distribution: 'Réponses',
    distributionText: '{answers}. La plus fréquente\u00a0: {top}, {count} ({percent}).',
    answer: 'Réponse',
    count: 'Nombre',
    share: 'Part',
    kind: 'Classe',
    trend: 'Évolution',
    trendText: 'Dernier score\u00a0: {last} ({lastDay})\u00a0; le plus bas {low} ({lowDay}), le plus haut {high} ({highDay}).',
    trendNone: 'Aucune période n’a de score affichable.',
    gaps: '{n} période sans réponse.|{n} périodes sans réponse.',
    veiled: '{n} période masquée, car moins de {min} personnes ont répondu.|{n} périodes masquées, car moins de {min} personnes ont répondu.',
    perDay: 'Score par jour',
    perWeek: 'Score par semaine',
    perDays: 'Score par période de {n} jours',
    noAnswers: 'Aucune réponse',
    fewPeople: 'Moins de {n} personnes',
    asTable: 'Afficher le tableau',
    span: 'Jours',
    score: 'Score',
    range: 'Intervalle',
    to: '{low} à {high}',
    groupteam: 'Équipes',
    groupservice: 'Services',
    groupchannel: 'Canaux',
    overall: 'ensemble\u00a0: {score}',
    bar: 'Score et intervalle à {level}',
    hiddenGroups: 'Les groupes de moins de {n} personnes ne sont pas affichés. Parfois, un autre groupe est masqué aussi, pour que le premier ne puisse pas être déduit.',
    comments: 'Commentaires',
    class: 'Note',
    classAll: 'Toutes les notes',
    theme: 'Thème',
    themeAll: 'Tous les thèmes',
    usual: 'Réponses à\u00a0: ',
    noComments: 'Pas encore de commentaire',
    noCommentsHere: 'Aucun commentaire avec ces filtres',
    more: 'Afficher la suite',
    moreShown: '{n} commentaire de plus affiché|{n} commentaires de plus affichés',
    POSITIVE: 'positif',
    NEGATIVE: 'négatif',
    MIXED: 'mitigé',
    NEUTRAL: 'neutre',
    themes: 'Thèmes',
    asOf: 'Données du {time}',
    zone: 'Fuseau horaire\u00a0: {zone}',
    formula: 'Formule\u00a0: {formula}',
    denied: 'Ces résultats ne sont pas accessibles avec cette connexion',
    deniedWhy: 'Votre session a peut-être expiré, ou votre compte n’a pas le droit de les voir.',
    reload: 'Recharger la page',
    unknown: 'Ce lien désigne quelque chose qui n’existe pas',
    unknownWhy: 'L’enquête a peut-être disparu, ou le groupe est trop petit pour être affiché.',
    plain: 'Afficher la page sans filtre',
    down: 'Les résultats sont injoignables pour le moment',
    downWhy: 'Rien n’est perdu. Veuillez réessayer dans un instant.',
    again: 'Réessayer',
    empty: 'Pas encore d’enquête',
    emptyWhy: 'Dès que cette application aura une enquête, ses résultats apparaîtront ici.',
    'class:satisfied': 'Satisfaits',
    'class:unsatisfied': 'Insatisfaits',
    'class:promoter': 'Promoteurs',
    'class:passive': 'Passifs',
    'class:detractor': 'Détracteurs',
    'class:easy': 'Facile',
    'class:hard': 'Difficile',
    'class:up': 'Pouces levés',
    'class:down': 'Pouces baissés',
  },
};

/** Every language that the page can be switched to. */
export const languages = {en: 'English', fr: 'Français'};

const page = document.documentElement.lang;
const own = texts[page.slice(0, 2)];
/** The language of the words, which is the page's if we speak it. */
export const language = own ? page : 'en';
const words = own ?? texts.en;
const plural = new Intl.PluralRules(language);

/** Says a sentence; numbers in it are written as counts. @param {Record<string, string | number>} values */
export function say(key = '', values = {}) {
  const [one, many = one] = words[key].split('|');
  return (plural.select(Number(values.n ?? 2)) === 'one' ? one : many)
    .replace(/\{(\w+)\}/g, (_, name) => typeof values[name] === 'number' ? number(values[name]) : values[name]);
}

/** Names a metric or a class of answers; applications may have their own. @param {'metric' | 'class'} kind */
export const nameOf = (kind, name = '') => words[`${kind}:${name}`] ?? name;

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
