/**
 * The dashboard: one question in one period, for whom the filters name. The address is the state, so every view is a link.
 *
 * Read on in charts.js (how figures are drawn) and words.js (both languages). Elements are made one by one, because the
 * policy of the page allows no markup in scripts.
 */

import {bar, ends, patterns, sample, stack, swatch, trend, whisker} from './charts.js';
import {clock, day, figure, interval, language, languages, missing, nameOf, number, pair, percent, say, span, value} from './words.js';

const DIMENSIONS = ['team', 'service', 'channel'];
const ASKED = ['survey', 'question', 'days', ...DIMENSIONS];

/** @type {Wire.Overview | undefined} */
let data;
/** What data answers. */
let answered = '';
/** Changes when what is under way is no longer wanted. */
let run = 0;

/** @typedef {Node | string} Content */

/** Makes an element. @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {...Content} content */
export function make(tag, className = '', ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

/** Marks a node with the language of its text where it is not the page's. @template {HTMLElement} E @param {E} node @param {string?} lang */
function speaking(node, lang) {
  if (lang !== language) {
    // An empty language says that it is not known.
    node.lang = lang ?? '';
    node.dir = 'auto';
  }
  return node;
}

/** Shows a text in its language. @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {Wire.Text} text */
export const spoken = (tag, {text, lang}, className = '') => speaking(make(tag, className, text), lang);

/** Makes a list. @param {Content[][]} items */
export const list = (className = '', items) => make('ul', className, ...items.map(each => make('li', '', ...each)));

/** @param {Content} content @param {Content} name */
export function cellOf(content, role = 'cell', name, className = '') {
  const cell = make(role === 'cell' ? 'td' : 'th', className, content);
  cell.role = role;
  if (typeof name === 'string') cell.dataset.name = name;
  return cell;
}

/**
 * Makes a table, whose first column names the rows. Roles are spelled out because narrow screens lay rows out as cards.
 *
 * @param {Content[][]} columns each a word or a node, and maybe a class @param {Content[][]} rows
 */
export function table(columns, rows, caption = '') {
  const names = columns.map(([name]) => typeof name === 'string' ? say(name) : name);
  const line = (/** @type {Content[]} */ cells, head = false) => {
    const row = make('tr', '', ...cells.map((each, i) => cellOf(each, head ? 'columnheader' : i ? 'cell' : 'rowheader', names[i], String(columns[i][1] ?? ''))));
    row.role = 'row';
    return row;
  };
  const head = make('thead', '', line(names, true));
  const body = make('tbody', '', ...rows.map(cells => line(cells)));
  const node = make('table', '', make('caption', 'hush', caption), head, body);
  head.role = body.role = 'rowgroup';
  node.role = 'table';
  return node;
}

/** Makes a section with its heading; no two have the same one. @param {...Content} content */
export function section(name = '', heading = '', ...content) {
  const title = make('h2', '', heading);
  title.id = 'heading-' + heading.replace(/\W+/g, '-');
  title.tabIndex = -1;
  const node = make('section', 'card ' + name, title, ...content);
  node.setAttribute('aria-labelledby', title.id);
  return node;
}

/** Makes a labelled list to choose from; the label is for the eye as well. @param {(value: string) => void} choose */
function choice(name = '', choose) {
  const list = make('select');
  list.name = name;
  list.onchange = () => choose(list.value);
  const node = make('label', 'choice ' + name, make('span', '', say(name)), list);
  return {
    node,
    /** @param {(string | Wire.Text)[][]} options each a value and its text */
    offer(options, value = '') {
      list.replaceChildren(...options.map(([each, text]) => {
        const option = typeof text === 'string' ? make('option', '', text) : spoken('option', text);
        option.value = String(each);
        return option;
      }));
      list.value = value;
    },
  };
}

const find = (id = '') => /** @type {HTMLElement} */ (document.getElementById(id));
const title = find('title');
const scope = make('p', 'scope');
const status = make('p', 'hush');
const result = make('div', 'result');
/** Where the insights go. */
const more = make('div', 'insights');

/** Tells those who do not see it; a live region tells only of changes. */
function announce(text = '') {
  status.textContent = '';
  setTimeout(() => status.textContent = text, 100);
}

/**
 * Asks the server, and throws what went wrong.
 *
 * @param {string} path @param {URLSearchParams} query @returns {Promise<any>}
 */
async function ask(path, query) {
  const answer = await fetch(new URL(`../api/v1/${path}?${query}`, import.meta.url), {
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(3e4),
    headers: {'X-Feedback4j': '1', Accept: 'application/json'},
  });
  if (answer.ok && /json/.test(answer.headers.get('Content-Type') ?? '')) return answer.json();
  // A redirect leads to a login page, and a login page may well be a 200.
  throw answer.ok || answer.type === 'opaqueredirect' ? 403 : answer.status;
}

/** Says what went wrong, with the way out. @param {unknown} trouble @param {() => void} again */
function explain(trouble, again) {
  const kind = trouble === 400 ? 'unknown' : trouble === 401 || trouble === 403 ? 'denied' : 'down';
  const out = make(kind === 'down' ? 'button' : 'a', 'button', say(kind + 'Out'));
  if (out instanceof HTMLAnchorElement) out.href = kind === 'denied' ? location.href : '?lang=' + language;
  else out.onclick = again;
  return make('div', 'trouble', make('p', 'lead', say(kind)), make('p', 'muted', say(kind + 'Why')), out);
}

/** The address of a view that differs from this one. @param {Record<string, string>} changes */
function link(changes) {
  // What is the default today is said as well, because tomorrow it may be another one.
  const {survey = '', days = ''} = data?.view ?? {};
  const query = {survey, days, ...Object.fromEntries(new URLSearchParams(location.search)), ...changes};
  return '?' + new URLSearchParams(Object.entries(query).filter(([, each]) => each).map(([name, each]) => [name, String(each)]));
}

/** @param {Record<string, string>} changes */
function go(changes) {
  history.pushState(null, '', link(changes));
  load();
}

/** Makes a link to another view, which needs no new page. @param {Record<string, string>} changes @param {...(Node | string)} content */
export function anchor(changes, className = '', ...content) {
  const node = make('a', className, ...content);
  node.href = link(changes);
  node.onclick = event => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(changes);
  };
  return node;
}

const choices = Object.fromEntries(ASKED.map(name => [name, choice(name, each => go({
  // Another survey has other questions, and maybe other teams.
  ...name === 'survey' && {question: '', team: '', service: '', channel: ''},
  ...ASKED.indexOf(name) < 2 && {class: '', theme: ''},
  [name]: each,
}))]));
const form = make('form', 'choices filters', ...Object.values(choices).map(each => each.node));

/** The value that a view is filtered for; '-' is "without". @param {Wire.View} view */
const filterOf = ({filters}, name = '') => name in filters ? filters[name] ?? '-' : '';
export const valueName = (name = '', each = '') => each === '-' ? say('without', {name: say(name).toLowerCase()}) : each;

/** Offers what may be asked for. @param {Wire.Overview} overview @param {Wire.Survey} survey */
function offer({surveys, view, dimensions}, {questions}) {
  choices.survey.offer(surveys.map(each => [each.key, each.title ?? each.key]), view.survey);
  choices.question.offer(questions.map(each => [each.id, each.text]), view.question);
  choices.question.node.hidden = questions.length < 2;
  choices.days.offer([...new Set([30, 90, 180, 365, view.days])].sort((a, b) => a - b)
    .map(n => [String(n), say('lastDays', {n})]), String(view.days));
  for (const name of DIMENSIONS) {
    const chosen = filterOf(view, name);
    const values = new Set((dimensions[name] ?? []).map(each => each ?? '-'));
    if (chosen) values.add(chosen);
    choices[name].offer([['', say('all')], ...[...values].map(each => [each, valueName(name, each)])], chosen);
    choices[name].node.hidden = !chosen && values.size < 2;
  }
}

/** Tells good from bad by scores, because applications name their classes. @param {Wire.Overview} overview @returns {(point: Wire.Point) => Tone} */
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
function headline({metric, state, score, responses, minGroupSize: n}) {
  const facts = make('dl', 'facts');
  const fact = (name = '', figure = '', more = '') => facts.append(make('div', '', make('dt', 'muted', say(name)),
    make('dd', '', make('strong', '', figure), ' ', make('span', 'muted', more))));
  if (state === 'ok') fact('answersName', number(score.n), say('answersTo'));
  if (responses) {
    const {rate, invited, shown, answered, dismissed} = responses;
    fact('rate', rate === null ? '–' : percent(rate), say('rateOf', {invited, shown, answered, dismissed}));
  }
  const heading = nameOf('metric', metric.id);
  if (state !== 'ok') {
    return section('headline', heading, make('div', 'nothing', make('p', 'lead', say(state, {n})), make('p', 'muted', say(state + 'Why'))), facts);
  }
  const [low, high] = ends(metric);
  const words = interval(metric, score);
  return section('headline', heading,
    make('p', 'score', make('strong', '', figure(metric, score.value)),
      make('span', metric.unit, '\u00a0' + (metric.unit === 'percent' ? '%' : metric.unit === 'mean' ? '/ ' + high : say('points')))),
    make('div', 'sure', make('p', '', words, score.few ? make('span', 'badge', say('few')) : ''),
      whisker(metric, score, undefined, `${words} (${low} – ${high})`),
      make('p', 'ends', make('span', '', low), make('span', '', high)),
      make('p', 'muted', score.few ? say('fewWhy') : '', ' ', score.effectiveN === score.n ? '' : say('effective', {n: score.effectiveN}), ' ',
        metric.higherIsBetter ? '' : say('lower'))),
    facts);
}

/** @param {Wire.Overview} overview */
function distributionSection(overview) {
  const {distribution, score} = overview;
  const toneOf = tones(overview);
  const most = Math.max(1, ...distribution.map(each => each.count));
  const top = distribution.find(each => each.count === most) ?? distribution[0];
  /** @type {Map<string, [tone: Tone, count: number]>} */
  const classes = new Map();
  for (const each of distribution) {
    // A mean has a class for each point, which says nothing more.
    if (!each.class || each.class === String(each.point)) continue;
    classes.set(each.class, [toneOf(each), (classes.get(each.class)?.[1] ?? 0) + each.count]);
  }
  const parts = [...classes].map(([name, [tone, count]]) => ({name: nameOf('class', name), tone, count}));
  return section('distribution', say('answersName'),
    ...parts[0] ? [
      stack(parts, parts.map(({name, count}) => pair(name, count)).join(', ')),
      list('legend', parts.map(({name, tone, count}) => [swatch(tone), name, make('strong', '', number(count))])),
    ] : [],
    table([['answer'], ['share', 'graph'], ['answersName', 'number'], ['share', 'number'], ['class', 'hush']],
      distribution.map(each => [
        make('span', 'point', make('span', each.label ? 'muted' : '', number(each.point)), each.label ? spoken('span', each.label) : ''),
        bar(toneOf(each), each.count / most * 100), number(each.count), percent(each.percent), nameOf('class', each.class ?? ''),
      ]),
      say('distributionText', {answers: say('answers', {n: score.n}), top: top.label?.text ?? top.point, count: top.count, percent: percent(top.percent)})));
}

/** @param {Wire.Overview} overview */
function trendSection({trend: {bucketDays, buckets}, metric, score, minGroupSize}) {
  const scored = buckets.flatMap(({from, until, score}) => score ? {days: span(from, until), score, text: value(metric, score.value)} : []);
  const sorted = [...scored].sort((a, b) => a.score.value - b.score.value);
  const count = (state = '') => buckets.filter(each => each.state === state).length;
  const [last, low, high] = [scored.at(-1), sorted[0], sorted.at(-1)];
  const lacking = /** @type {const} */ (['none', 'hidden']).filter(count);
  const text = [
    last && high ? say('trendText', {last: last.text, lastDays: last.days, low: low.text, lowDays: low.days, high: high.text, highDays: high.days}) : '',
    ...lacking.map(state => pair(missing(state, minGroupSize), count(state)) + '.'),
  ].join(' ');
  return section('trends', say('trend'),
    list('legend', [
      [sample('line'), say('perDays', {n: bucketDays})],
      [sample('band'), say('band', {level: percent(score.level * 100)})],
      ...lacking.map(state => [sample(state), missing(state, minGroupSize)]),
    ]),
    make('div', 'plot', trend(buckets, metric, minGroupSize, text)),
    make('p', 'muted', text),
    make('details', '', make('summary', '', say('asTable')), table([['dates'], ['score', 'number'], ['range', 'number'], ['answersName', 'number']],
      buckets.map(({from, until, state, score}) => [span(from, until), ...score
        ? [value(metric, score.value), interval(metric, score, 'to'), number(score.n)] : [missing(state, minGroupSize), '', '']]),
      say('trend'))));
}

/** In alphabetical order, because a ranking of small numbers is mostly chance. @param {Wire.Overview} overview */
function groupSections({groups, metric, score, minGroupSize}) {
  return DIMENSIONS.filter(name => groups?.[name]?.length).map(name => section('groups ' + name + 's', say(name + 's'),
    list('legend', [
      [sample('reach'), say('band', {level: percent(score.level * 100)})],
      [sample('reference'), pair(say('overall'), value(metric, score.value))],
    ]),
    table([[name], ['score', 'number'], [make('span', 'ends', ...ends(metric).flatMap(each => [make('span', '', each), ' '])), 'graph'], ['range', 'number range'], ['answersName', 'number']],
      groups[name].map(({value: each, state, score: own}) => own ? [
        anchor({[name]: each ?? '-'}, '', valueName(name, each ?? '-')), value(metric, own.value), whisker(metric, own, score.value), interval(metric, own, 'to'),
        make('span', '', own.few ? make('span', 'muted', say('few')) : '', ' ', number(own.n)),
      ] : [valueName(name, each ?? '-'), make('span', 'muted', missing(state, minGroupSize)), '', '', '']),
      say(name + 's')),
    groups[name].some(each => each.state === 'hidden') ? make('p', 'muted', say('hiddenGroups', {n: minGroupSize})) : ''));
}

/** @type {Record<string, string>} */
const signs = {POSITIVE: '+', NEGATIVE: '\u2212', MIXED: '±', NEUTRAL: '○'};
const named = (polarity = '') => signs[polarity] ? say(polarity) : polarity;

/** Cuts a text where mentions begin and end, because they may overlap. @param {Wire.Mention[]} mentions */
function marked(text = '', mentions = /** @type {Wire.Mention[]} */ ([])) {
  const cuts = [...new Set([0, text.length, ...mentions.flatMap(({start, end}) => [start, end])])]
    .filter(cut => cut >= 0 && cut <= text.length).sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i];
    const here = mentions.filter(each => each.start < end && each.end > start);
    const piece = text.slice(start, end);
    if (!here[0]) return piece;
    const polarities = new Set(here.map(each => each.polarity));
    const node = make('mark', polarities.size > 1 ? 'MIXED' : here[0].polarity, piece);
    node.title = here.map(({title, polarity}) => pair(title.text, named(polarity))).join('; ');
    // Shown by the style sheet, so that it is no part of what people wrote.
    const first = here.filter(each => each.start === start).map(each => signs[each.polarity] ?? '');
    if (first[0]) node.dataset.sign = [...new Set(first)].join('');
    return node;
  });
}

/** Makes the section of what people wrote, the newest first, and never anything but text. */
function commentsSection() {
  const kind = choice('class', each => go({class: each}));
  const theme = choice('theme', each => go({theme: each}));
  const filters = make('div', 'choices', kind.node, theme.node);
  const usual = make('p', 'muted usual');
  const list = make('ol', 'comments');
  const more = make('button', 'button more', say('more'));
  more.type = 'button';
  const body = make('div', 'body');
  const node = section('verbatims', say('comments'), filters, body);
  /** Changes when what is under way is no longer wanted. */
  let run = 0;
  let question = '';
  /** @type {HTMLElement | undefined} */
  let failure;

  /** @param {Wire.Comment} comment @param {(name: string) => Tone} toneOf */
  function item(comment, toneOf) {
    const {rating, label, class: name, team, service, channel} = comment;
    const when = make('time', '', day(comment.day, true));
    when.dateTime = comment.day;
    const head = make('p', 'about');
    if (rating !== null) {
      const words = label ? spoken('span', label) : make('span', '', name && name !== String(rating) ? nameOf('class', name) : '');
      head.append(make('span', 'rating', swatch(name ? toneOf(name) : 'plain'), make('strong', '', String(rating)), words));
    }
    head.append(make('span', 'muted', when), ...[team, service, channel].filter(each => each).map(each => make('span', 'muted', each ?? '')));
    const texts = comment.texts.flatMap(each => [
      each.question.text === question ? '' : spoken('p', each.question, 'muted'),
      speaking(make('p', 'words', ...marked(each.text, each.mentions)), each.lang),
    ]);
    const found = new Map(comment.texts.flatMap(each => each.mentions).map(each => [each.theme + each.polarity, each]));
    const themes = make('ul', 'themes', ...[...found.values()].map(({theme, polarity, title}) => make('li', '',
      anchor({theme}, 'chip ' + polarity, make('strong', '', signs[polarity] ?? ''), spoken('span', title), make('span', 'hush', ` (${named(polarity)})`)))));
    const article = make('li', 'comment', head, ...texts, found.size ? themes : '');
    article.tabIndex = -1;
    return article;
  }

  /** @param {URLSearchParams} query @param {(name: string) => Tone} toneOf @param {number} few */
  async function show(query, toneOf, few, before = '') {
    const now = ++run;
    const asked = new URLSearchParams(query);
    asked.set('limit', '20');
    if (before) asked.set('before', before);
    failure?.remove();
    more.ariaDisabled = 'true';
    node.ariaBusy = 'true';
    try {
      /** @type {Wire.Verbatims} */
      const {state, classes = [], themes = [], comments = [], next} = await ask('verbatims', asked);
      if (now !== run) return;
      if (!before) {
        kind.offer([['', say('all')], ...classes.map(each => [each, nameOf('class', each)])], query.get('class') ?? '');
        theme.offer([['', say('all')], ...themes.map(({id, title}) => [id, title])], query.get('theme') ?? '');
        filters.hidden = state === 'hidden' || !classes[0];
        theme.node.hidden = !themes[0];
        list.replaceChildren();
        const first = comments[0]?.texts[0]?.question;
        question = first?.text ?? '';
        usual.replaceChildren(...first ? [say('usual'), spoken('span', first)] : []);
        body.replaceChildren(...comments[0] ? [usual, list, more] : [make('p', 'lead', say(state === 'hidden' ? state : 'noComments', {n: few}))]);
      }
      const added = comments.map(each => item(each, toneOf));
      // Of what asked for more, nothing may be left to hold the focus.
      const lost = before && (!next || document.activeElement !== more);
      list.append(...added);
      more.hidden = !next;
      more.onclick = () => more.ariaDisabled === 'true' || show(query, toneOf, few, next ?? '');
      if (before) announce(say('moreShown', {n: added.length}));
      if (lost) added[0]?.focus();
    } catch (trouble) {
      if (now !== run) return;
      failure = explain(trouble, () => show(query, toneOf, few, before));
      const lost = document.activeElement === more;
      more.hidden = true;
      if (before) body.append(failure);
      else body.replaceChildren(failure);
      if (lost) failure.querySelector('button')?.focus();
    } finally {
      if (now === run) {
        more.ariaDisabled = 'false';
        node.ariaBusy = 'false';
      }
    }
  }

  return {node, show};
}

/** @param {Wire.Overview} overview */
function show(overview) {
  const {surveys, view, state, zone, metric, score, generatedAt, minGroupSize: n} = overview;
  const survey = surveys.find(each => each.key === view?.survey);
  form.hidden = !survey;
  if (!survey) {
    result.replaceChildren(make('section', 'card', make('p', 'lead', say('empty')), make('p', 'muted', say('emptyWhy'))));
    return announce(say('empty'));
  }
  offer(overview, survey);
  const name = survey.title ?? {text: survey.key, lang: language};
  title.replaceChildren(spoken('span', name));
  document.title = `${name.text} · ${say('brand')}`;
  const filters = DIMENSIONS.filter(name => filterOf(view, name));
  scope.replaceChildren(...survey.questions.filter(({id, text}) => id === view.question && text.text !== name.text).map(({text}) => spoken('span', text)),
    make('span', '', clock(zone, {dateStyle: 'medium'}).formatRange(new Date(view.from), new Date(view.until))),
    ...filters.map(name => make('span', 'filter', pair(say(name), valueName(name, filterOf(view, name))))),
    filters[0] ? anchor({team: '', service: '', channel: ''}, '', say('clear')) : '');
  more.replaceChildren();
  result.replaceChildren(headline(overview),
    ...state === 'ok' ? [distributionSection(overview), trendSection(overview), ...groupSections(overview), more] : [],
    overview.verbatims ? comments.node : '',
    list('small muted', [
      [say('asOf', {time: clock(zone, {dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23'}).format(new Date(generatedAt))})],
      [pair(say('zone'), zone)],
      [pair(say('formula'), metric.formula)],
    ]));
  announce(state === 'ok' ? `${value(metric, score.value)}. ${interval(metric, score)}. ${say('answers', {n: score.n})}.` : say(state, {n}));
}

/** Adds what to do about the scores, which do not wait for it. @param {URLSearchParams} query */
async function addInsights(query) {
  const overview = data;
  if (overview?.state !== 'ok') return;
  try {
    const [{show}, insights] = await Promise.all([import('./insights.js'), ask('stats/insights', query)]);
    if (overview !== data) return;
    const lost = more.contains(document.activeElement);
    announce(show(overview, insights, result, more));
    if (lost) more.querySelector('h2')?.focus();
  } catch (trouble) {
    if (overview === data) more.replaceChildren(section('', say('insights'), explain(trouble, () => addInsights(query))));
  }
}

/** Shows what the address names. */
async function load() {
  const now = ++run;
  const page = new URLSearchParams(location.search);
  const pick = (/** @type {string[]} */ ...names) => new URLSearchParams([['lang', language], ...[...page].filter(([name, each]) => each && names.includes(name))]);
  const query = pick(...ASKED);
  const same = answered === String(query);
  const focus = document.activeElement;
  try {
    if (!same) {
      result.ariaBusy = 'true';
      const open = !!result.querySelector('details')?.open;
      /** @type {Wire.Overview} */
      const overview = await ask('stats/overview', query);
      if (now !== run) return;
      data = overview;
      answered = String(query);
      show(overview);
      result.querySelector('details')?.toggleAttribute('open', open);
      addInsights(query);
    }
    if (data?.verbatims) {
      const toneOf = data.state === 'ok' ? tones(data) : null;
      const kinds = new Map(data.distribution?.map(each => [each.class, toneOf?.(each)]));
      await comments.show(pick(...ASKED, 'class', 'theme'), name => kinds.get(name) ?? 'plain', data.minGroupSize);
      if (same && now === run) announce(pair(say('comments'), comments.node.querySelectorAll('.comment').length));
    }
  } catch (trouble) {
    if (now !== run) return;
    answered = '';
    form.hidden = !data?.view;
    scope.replaceChildren();
    const out = explain(trouble, load);
    result.replaceChildren(make('section', 'card', out));
    announce(out.textContent ?? '');
  }
  if (now !== run) return;
  result.ariaBusy = 'false';
  for (const node of tongues) node.href = link({lang: node.lang});
  // What had the focus may be gone.
  if (focus !== document.body && document.activeElement === document.body) (same ? comments.node.querySelector('h2') : title)?.focus();
}

const comments = commentsSection();
const tongues = Object.entries(languages).map(([code, name]) => {
  const node = make('a', '', code.toUpperCase());
  node.lang = node.hreflang = code;
  node.title = name;
  if (language.startsWith(code)) node.ariaCurrent = 'true';
  return node;
});
// The page may speak a language that we do not.
document.body.lang = language;
document.body.dir = 'ltr';
document.body.prepend(patterns());
document.title = title.textContent = find('brand').textContent = say('brand');
find('home').textContent = say('home');
find('home').before(make('p', 'tongues', ...tongues));
status.role = 'status';
form.ariaLabel = say('filters');
form.hidden = true;
title.after(scope, form, status, result);
result.append(make('section', 'card loading', make('p', 'muted', say('loading'))));
addEventListener('popstate', load);
load();
