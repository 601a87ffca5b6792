/**
 * The dashboard: one survey question in one period, for whom the filters name. The address is the state, so every view is a link.
 *
 * Read on in charts.js (how figures are drawn), comments.js (what people wrote), words.js (both languages), server.js (the wire).
 */

import {bar, ends, patterns, sample, stack, swatch, trend, whisker} from './charts.js';
import {commentsSection} from './comments.js';
import {choice, make, section, spoken, table} from './elements.js';
import {ask, explain} from './server.js';
import {clock, figure, interval, language, languages, nameOf, number, percent, say, span, value} from './words.js';

/** @typedef {import('./charts.js').Tone} Tone */

const DIMENSIONS = ['team', 'service', 'channel'];
const ASKED = ['survey', 'question', 'days', ...DIMENSIONS];
const PERIODS = [30, 90, 180, 365];

/** @template {HTMLElement} E @returns {E} */
const find = (id = '') => /** @type {E} */ (document.getElementById(id));
const title = find('title');

/** @type {Wire.Overview | undefined} */
let data;
/** What data answers. */
let answered = '';
/** Changes when what is under way is no longer wanted. */
let run = 0;

/** The address of a view that differs from this one. @param {Record<string, string | undefined>} changes */
function link(changes) {
  const query = new URLSearchParams(location.search);
  // Said even where it is the default, which may be another one tomorrow.
  if (data?.view) {
    query.set('survey', data.view.survey);
    query.set('days', String(data.view.days));
  }
  for (const [name, each] of Object.entries(changes)) {
    if (each) query.set(name, each);
    else query.delete(name);
  }
  return '?' + query;
}

function go(address = '') {
  history.pushState(null, '', address);
  load();
}

const status = make('p', 'hush');
status.role = 'status';
/** A live region tells only of changes. */
function announce(text = '') {
  status.textContent = '';
  setTimeout(() => status.textContent = text, 100);
}

const choices = Object.fromEntries(ASKED.map(name => [name, choice(name, each => go(link({
  // Another survey has other questions, and maybe other teams.
  ...name === 'survey' && Object.fromEntries([...ASKED, 'class', 'theme'].filter(other => other !== 'days').map(other => [other, ''])),
  ...name === 'question' && {class: '', theme: ''},
  [name]: each,
})))]));
const clear = make('a', 'button clear', say('clear'));
clear.dataset.view = '';
const form = make('form', 'choices filters', ...Object.values(choices).map(each => each.node), clear);
form.ariaLabel = say('filters');
form.onsubmit = event => event.preventDefault();
const scope = make('p', 'scope');
const result = make('div', 'result');
const comments = commentsSection(link, go, announce);

/** Offers what may be asked for. @param {Wire.Overview} overview */
function offer({surveys, view, dimensions}) {
  const survey = surveys.find(each => each.key === view.survey);
  choices.survey.offer(surveys.map(each => [each.key, each.title ?? each.key]), view.survey);
  choices.question.offer((survey?.questions ?? []).map(each => [each.id, each.text]), view.question);
  choices.question.node.hidden = (survey?.questions.length ?? 0) < 2;
  choices.days.offer([...new Set([...PERIODS, view.days])].sort((a, b) => a - b)
    .map(n => [String(n), say('lastDays', {n})]), String(view.days));
  for (const name of DIMENSIONS) {
    const chosen = filterOf(view, name);
    const values = [...new Set([...(dimensions[name] ?? []).map(each => each ?? '-'), ...chosen ? [chosen] : []])];
    choices[name].offer([['', say(name + 'All')], ...values.map(each => /** @type {[string, string]} */ ([each, valueName(name, each)]))], chosen);
    choices[name].node.hidden = !chosen && values.length < 2;
  }
  clear.href = link({team: '', service: '', channel: ''});
  clear.hidden = !DIMENSIONS.some(name => filterOf(view, name));
  form.hidden = false;
}

/** @param {Wire.View} view */
const filterOf = ({filters}, name = '') => name in (filters ?? {}) ? filters[name] ?? '-' : '';
const valueName = (dimension = '', each = '') => each === '-' ? say(dimension + 'None') : each;

/** Whether a point is good or bad: by its score, because applications name their classes. @param {Wire.Overview} overview @returns {(point: Wire.Point) => Tone} */
function tones({distribution, metric}) {
  const scores = distribution.flatMap(({score}) => score ?? []);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  return ({score}) => {
    if (score === null) return 'plain';
    const share = (metric.higherIsBetter ? score - low : high - score) / (high - low);
    return share > .67 ? 'good' : share < .33 ? 'bad' : 'middle';
  };
}

/** @param {Wire.Overview} overview */
function headline({metric, state, score, responses, minGroupSize: few}) {
  /** @param {...string} more */
  const fact = (name = '', figure = '', ...more) =>
    make('div', 'fact', make('dt', '', say(name)), make('dd', '', make('strong', '', figure), ' ', make('span', 'muted', more.filter(each => each).join(' · '))));
  const facts = make('dl', 'facts');
  if (state === 'ok') facts.append(fact('answersName', number(score.n), say('answersTo')));
  if (responses) {
    const {rate, invited, answered, shown, dismissed} = responses;
    facts.append(rate === null ? fact('rate', '–', say('notAsked'))
      : fact('rate', percent(rate), say('rateOf', {answered, invited}), say('shown', {n: shown}), say('dismissed', {n: dismissed})));
  }
  const heading = nameOf('metric', metric?.id) || say('score');
  if (state !== 'ok') {
    return section('headline', heading, make('div', 'nothing', make('p', 'lead', say(state, {n: few})), make('p', 'muted', say(state + 'Why'))), facts);
  }
  const [lowest, highest] = ends(metric);
  const unit = metric.unit === 'percent' ? '%' : metric.unit === 'points' ? say('points') : say('mean', {low: lowest, high: highest});
  const words = interval(metric, score);
  const scale = make('div', 'scale', whisker(metric, score, undefined, say('onScale', {interval: words, lowest, highest})),
    make('div', 'ends', make('span', '', lowest), make('span', '', highest)));
  // Its name says so already.
  scale.children[1].ariaHidden = 'true';
  return section('headline', heading,
    make('p', 'score', make('strong', '', figure(metric, score.value)), make('span', metric.unit, '\u00a0' + unit)),
    make('div', 'sure', make('p', '', words, score.few ? make('span', 'badge', say('few')) : ''), scale,
      make('p', 'muted', [score.few && say('fewWhy'), score.effectiveN !== score.n && say('effective', {n: score.effectiveN}),
        !metric.higherIsBetter && say('lower')].filter(each => each).join(' '))),
    facts);
}

/** @param {Wire.Overview} overview */
function distributionSection(overview) {
  const {distribution, score} = overview;
  const toneOf = tones(overview);
  const most = Math.max(1, ...distribution.map(each => each.count));
  const top = distribution.find(each => each.count === most) ?? distribution[0];
  /** @type {Map<string, {tone: Tone, count: number}>} */
  const classes = new Map();
  for (const each of distribution) {
    // A mean has a class for each point, which says nothing more.
    if (!each.class || each.class === String(each.point)) continue;
    const sum = classes.get(each.class)?.count ?? 0;
    classes.set(each.class, {tone: toneOf(each), count: sum + each.count});
  }
  const named = classes.size > 0;
  const legend = make('ul', 'legend', ...[...classes].map(([name, {tone, count}]) =>
    make('li', '', swatch(tone), `${nameOf('class', name)}: `, make('strong', '', number(count)))));
  const labelled = distribution.some(each => each.label);
  return section('distribution', say('distribution'),
    named ? stack([...classes.values()].map(({tone, count}) => [tone, count]), [...classes].map(([name, {count}]) => `${nameOf('class', name)}: ${number(count)}`).join(', ')) : '',
    named ? legend : '',
    table([[say('answer'), 'name'], ['', 'graph'], [say('count'), 'number'], [say('share'), 'number'], ...named ? [/** @type {[string, string]} */ ([say('kind'), 'hush'])] : []],
      distribution.map(each => [
        make('span', labelled ? 'point labelled' : 'point', make('span', '', number(each.point)), each.label ? spoken('span', each.label) : ''),
        bar(toneOf(each), each.count / most * 100), number(each.count), percent(each.percent),
        ...named ? [nameOf('class', each.class ?? '')] : []]),
      make('span', 'hush', say('distributionText', {answers: say('answers', {n: score.n}),
        top: top.label?.text ? `${number(top.point)} (${top.label.text})` : number(top.point), count: top.count, percent: percent(top.percent)}))));
}

/** @param {Wire.Overview} overview */
function trendSection({trend: {bucketDays: n, buckets}, metric, score, minGroupSize: min}) {
  const scored = buckets.flatMap(each => each.score ? {...each, score: each.score} : []);
  const by = (sign = 1) => scored.reduce((best, each) => (each.score.value - best.score.value) * sign > 0 ? each : best, scored[0]);
  const count = (state = '') => buckets.filter(each => each.state === state).length;
  const [last, high, low] = [scored.at(-1), by(1), by(-1)];
  const text = [
    last ? say('trendText', {
      last: value(metric, last.score.value), lastDay: span(last.from, last.until),
      low: value(metric, low.score.value), lowDay: span(low.from, low.until),
      high: value(metric, high.score.value), highDay: span(high.from, high.until),
    }) : say('trendNone'),
    count('none') ? say('gaps', {n: count('none')}) : '',
    count('hidden') ? say('veiled', {n: count('hidden'), min}) : '',
  ].filter(each => each).join(' ');
  const legend = make('ul', 'legend',
    make('li', '', sample('line'), n === 1 ? say('perDay') : n === 7 ? say('perWeek') : say('perDays', {n})),
    make('li', '', sample('band'), say('band', {level: percent(score.level * 100)})),
    count('hidden') ? make('li', '', sample('veiled'), say('fewPeople', {n: min})) : '',
    count('none') ? make('li', '', sample('gap'), say('noAnswers')) : '');
  return section('trends', say('trend'), legend,
    make('div', 'plot', trend(buckets, metric, min, text)),
    make('p', 'muted', text),
    make('details', '', make('summary', '', say('asTable')), table([[say('span'), 'name'], [say('score'), 'number'], [say('range'), 'number'], [say('answersName'), 'number']],
      buckets.map(({from, until, state, score}) => score
        ? [span(from, until), value(metric, score.value), interval(metric, score, 'to'), number(score.n)]
        : [span(from, until), state === 'hidden' ? say('fewPeople', {n: min}) : say('noAnswers'), '', '']))));
}

/** In alphabetical order, because a ranking of small numbers is mostly chance. @param {Wire.Overview} overview */
function groupSections({groups, metric, score, minGroupSize: min}) {
  return DIMENSIONS.filter(name => groups?.[name]?.length).map(name => {
    const all = groups[name];
    const [lowest, highest] = ends(metric);
    const axis = make('span', 'ends', make('span', '', lowest), make('span', 'hush', ' – '), make('span', '', highest));
    const rows = all.map(({value: each, state, score: own}) => {
      const go = make('a', '', each ?? say(name + 'None'));
      go.href = link({[name]: each ?? '-'});
      go.dataset.view = '';
      return own
        ? [go, value(metric, own.value), whisker(metric, own, score.value), interval(metric, own, 'to'), make('span', '', number(own.n), own.few ? make('span', 'hint', say('few')) : '')]
        : [make('span', '', each ?? say(name + 'None')), make('span', 'muted', state === 'hidden' ? say('fewPeople', {n: min}) : say('none')), '', '', ''];
    });
    return section('groups', say('group' + name),
      make('ul', 'legend',
        make('li', '', sample('whisker'), say('bar', {level: percent(score.level * 100)})),
        make('li', '', sample('reference'), say('overall', {score: value(metric, score.value)}))),
      table([[say(name), 'name'], [say('score'), 'number'], [axis, 'graph'], [say('range'), 'number range'], [say('answersName'), 'number']], rows, make('span', 'hush', say('group' + name))),
      all.some(each => each.state === 'hidden') ? make('p', 'muted', say('hiddenGroups', {n: min})) : '');
  });
}

/** @param {Wire.Overview} overview */
function smallPrint({generatedAt, zone, metric}) {
  return make('p', 'small muted', ...[
    say('asOf', {time: clock(zone, {dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23'}).format(new Date(generatedAt))}),
    say('zone', {zone}), ...metric ? [say('formula', {formula: metric.formula})] : [],
  ].map(each => make('span', '', each)));
}

/** @param {Wire.Overview} overview */
function show(overview) {
  const {surveys, view, state, zone, metric, score, minGroupSize: n} = overview;
  const survey = surveys.find(each => each.key === view?.survey);
  if (!survey) {
    form.hidden = true;
    scope.replaceChildren();
    result.replaceChildren(make('section', 'card', make('p', 'lead', say('empty')), make('p', 'muted', say('emptyWhy'))));
    announce(say('empty'));
    return;
  }
  offer(overview);
  title.replaceChildren(survey.title ? spoken('span', survey.title) : survey.key);
  document.title = `${survey.title?.text ?? survey.key} · ${say('brand')}`;
  const question = survey.questions.find(each => each.id === view.question);
  const days = clock(zone, {dateStyle: 'medium'}).formatRange(new Date(view.from), new Date(view.until));
  scope.replaceChildren(...question && question.text.text !== survey.title?.text ? [spoken('span', question.text)] : [], make('span', '', days),
    ...DIMENSIONS.filter(name => filterOf(view, name)).map(name => make('span', 'filter', `${say(name)}: ${valueName(name, filterOf(view, name))}`)));
  result.replaceChildren(headline(overview),
    ...state === 'ok' ? [distributionSection(overview), trendSection(overview), ...groupSections(overview)] : [],
    overview.verbatims ? comments.node : '', smallPrint(overview));
  announce(state === 'ok' ? `${value(metric, score.value)}. ${interval(metric, score)}. ${say('answers', {n: score.n})}.` : say(state, {n}));
}

/** Shows what the address names. */
async function load(anew = false) {
  const now = ++run;
  const page = new URLSearchParams(location.search);
  const query = new URLSearchParams({lang: language});
  for (const name of ASKED) if (page.get(name)) query.set(name, page.get(name) ?? '');
  for (const node of tongues) node.href = `?${new URLSearchParams([...page].filter(([name]) => name !== 'lang'))}&lang=${node.lang}`.replace('?&', '?');
  const focus = document.activeElement;
  const same = data && answered === String(query) && !anew;
  try {
    if (!same) {
      result.ariaBusy = 'true';
      /** @type {Wire.Overview} */
      const overview = await ask('stats/overview', query);
      if (now !== run) return;
      data = overview;
      answered = String(query);
      show(data);
    }
    if (data?.verbatims) {
      const asked = new URLSearchParams(query);
      for (const name of ['class', 'theme']) if (page.get(name)) asked.set(name, page.get(name) ?? '');
      const kinds = new Map(data.distribution?.map(each => [each.class, tones(/** @type {Wire.Overview} */ (data))(each)]));
      await comments.show(asked, name => kinds.get(name) ?? 'plain', data.minGroupSize);
    }
  } catch (trouble) {
    if (now !== run) return;
    answered = '';
    form.hidden = !data;
    const out = explain(trouble, () => load(true));
    result.replaceChildren(make('section', 'card', out));
    announce(out.firstChild?.textContent ?? '');
  } finally {
    if (now === run) {
      result.ariaBusy = 'false';
      // What had the focus may be gone.
      if (focus !== document.activeElement && document.activeElement === document.body && focus !== document.body) {
        (same ? comments.node.querySelector('h2') : title)?.focus();
      }
    }
  }
}

document.body.lang = language;
document.body.prepend(patterns());
find('brand').textContent = say('brand');
find('home').textContent = say('home');
document.title = say('brand');
const tongues = Object.entries(languages).map(([code, name]) => {
  const node = make('a', '', code.toUpperCase());
  node.lang = node.hreflang = code;
  node.title = name;
  if (language.startsWith(code)) node.ariaCurrent = 'true';
  return node;
});
const switcher = make('nav', 'tongues', ...tongues);
switcher.ariaLabel = say('languages');
find('home').after(switcher);
title.textContent = say('brand');
title.after(scope, form, status, result);
form.hidden = true;
result.append(make('section', 'card loading', make('p', 'muted', say('loading'))));

addEventListener('popstate', () => load());
document.addEventListener('click', event => {
  const to = event.target instanceof Element && event.target.closest('a[data-view]');
  if (!to || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(to.getAttribute('href') ?? '');
});
load();
