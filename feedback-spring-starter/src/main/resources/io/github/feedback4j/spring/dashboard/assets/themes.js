/**
 * The editor of the theme pack: what tags now, a draft with its mistakes and what it would change, what items are worth,
 * what labels suggest, activation, and the comments tagged again.
 *
 * Read on in themes-parts.js (elements, requests, both languages). Nothing of a draft is kept in the browser, so the page
 * asks before it is left.
 */

import {ask, button, choice, day, explain, labelled, language, languages, list, make, marked, moment, number, opening, percent, say, section, send, theme, Trouble} from './themes-parts.js';

/** How many items are shown before somebody asks for more. */
const PAGE = 50;
/** How often one looks how far the comments are, in milliseconds. */
const PULSE = 3000;

/** What tags now, as the server said last. @type {Wire.Active} */
let active;
/** The text that was checked and has no mistake. @type {string?} */
let checked = null;
let pulse = 0;

const find = (id = '') => /** @type {HTMLElement} */ (document.getElementById(id));
const title = find('title');
const status = make('p', 'hush');
const result = make('div', 'result');
const inForce = make('div', 'body');
const tagging = make('div', 'body');
const mistakes = make('div', 'body');
const changes = make('div', 'wide');
const report = make('div', 'body');
const suggestions = make('div', 'body');

const yaml = make('textarea', 'yaml');
const where = make('p', 'muted where');
const checking = button('check', check, 'main');
const from = make('div', 'row');
const survey = make('div', 'row');

/** Tells those who do not see it; a live region tells only of changes. */
function announce(text = '') {
  status.textContent = '';
  setTimeout(() => status.textContent = text, 100);
}

/** Fills a place with what a request brings, or with what went wrong. @param {HTMLElement} place @param {() => Promise<import('./themes-parts.js').Content[]>} work */
async function fill(place, work) {
  place.ariaBusy = 'true';
  place.append(make('p', 'muted waiting', say('loading')));
  try {
    place.replaceChildren(...await work());
  } catch (trouble) {
    const out = explain(trouble);
    place.replaceChildren(out);
    announce(out.textContent ?? '');
  } finally {
    place.ariaBusy = 'false';
  }
}

const isDirty = () => !!active && yaml.value !== active.yaml;

/** Puts a text into the editor, of which nothing is known yet; a draft that goes for it can be brought back. */
function edit(text = '') {
  const before = yaml.value;
  const lost = isDirty() && before !== text;
  yaml.value = text;
  yaml.setSelectionRange(0, 0);
  yaml.scrollTop = 0;
  forget();
  point();
  return lost ? button('back', () => {
    edit(before);
    yaml.focus();
  }) : '';
}

/** Forgets what was said about another text. */
function forget() {
  checked = null;
  yaml.removeAttribute('aria-invalid');
  mistakes.replaceChildren();
  changes.replaceChildren();
}

/** Shows the line and the column of the caret, counted like those of mistakes. */
function point() {
  const lines = yaml.value.slice(0, yaml.selectionStart).split('\n');
  where.textContent = say('where', {line: lines.length, column: [...lines[lines.length - 1]].length + 1});
}

/** Moves the caret to a place. */
function goTo(line = 1, column = 1) {
  const lines = yaml.value.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const within = [...lines[line - 1] ?? ''].slice(0, column - 1).join('').length;
  yaml.focus();
  yaml.setSelectionRange(before + within, before + within);
  // Browsers do not all scroll to a selection that a script has made.
  yaml.scrollTop = Math.max(0, (line - 4) * yaml.scrollHeight / lines.length);
  point();
}

/** @param {Wire.Active} now */
function showInForce({pack, number: place, actor, at, note, history}) {
  const facts = make('dl', '');
  const fact = (name = '', text = '') => facts.append(make('div', '', make('dt', 'muted', say(name)), make('dd', '', text)));
  fact('pack', pack.name);
  fact('version', String(pack.version));
  fact('size', say('themesOf', {n: pack.themes}) + ', ' + say('itemsOf', {n: pack.items}));
  if (place) {
    fact('activatedBy', actor ?? '');
    fact('activatedAt', moment(at ?? ''));
    if (note) fact('note', note);
  } else {
    fact('activatedBy', say('configuration'));
  }
  const earlier = choice('from', [
    ['', say('fromActive')],
    ...history.filter(each => each.number !== place).map(each => /** @type {[string, string]} */ (
      [String(each.number), `${each.pack} · ${moment(each.at)}${each.note ? ' · ' + each.note : ''}`])),
    .../** @type {[string, string][]} */ (place ? [['0', say('fromConfiguration', {pack: active.configured})]] : []),
  ]);
  from.replaceChildren(labelled('from', earlier, 'note'), button('load', () => load(earlier.value)));
  // Where there is nothing earlier, discarding the draft is all there is.
  from.hidden = earlier.length < 2;
  return [facts];
}

/** Puts an earlier pack into the editor. */
async function load(number = '') {
  await fill(mistakes, async () => {
    const text = number ? (await ask('/packs/' + number)).yaml : active.yaml;
    const back = edit(text);
    announce(say('loaded'));
    return back ? [make('p', '', say('loaded')), back] : [];
  });
}

/** @param {Wire.Active} now */
function setActive(now) {
  // As the editor has it, so that what nobody has changed is the same.
  active = {...now, yaml: now.yaml.replace(/\r\n?/g, '\n')};
  inForce.replaceChildren(...showInForce(active));
  const keys = active.surveys.map(each => /** @type {[string, string]} */ ([each.key, each.title?.text ?? each.key]));
  const chosen = survey.querySelector('select')?.value ?? '';
  survey.replaceChildren(keys.length > 1 ? labelled('survey', choice('survey', keys, chosen)) : '');
}

const chosenSurvey = () => survey.querySelector('select')?.value ?? active.surveys[0]?.key ?? '';

/** Says of which survey the comments are, where there are several. */
function ofSurvey() {
  const found = active.surveys.find(each => each.key === chosenSurvey());
  return active.surveys.length > 1 && found
    ? make('p', 'muted', say('ofSurvey'), ' ', theme({theme: found.key, title: found.title ?? {text: found.key, lang: null}})) : '';
}

/** @param {Wire.RetagState} state */
function showTagging({tagged, outdated, running, failed}) {
  const done = tagged - outdated;
  const text = make('p', '', tagged === 0 ? say('noComments') : outdated === 0 ? say('allTagged', {n: tagged}) : say('someTagged', {done, n: tagged}));
  const bar = make('progress', '');
  bar.max = Math.max(1, tagged);
  bar.value = done;
  bar.ariaLabel = say('tagging');
  tagging.replaceChildren(text,
    outdated || running ? bar : '',
    running ? make('p', 'muted', say('running')) : outdated && failed ? make('p', 'muted', say('failed')) : '',
    outdated && !running ? button('retag', retag, 'main') : '');
  return running;
}

/** Looks how far the comments are, until nobody is at it any more. */
async function watch(wasRunning = false) {
  clearTimeout(pulse);
  try {
    /** @type {Wire.RetagState} */
    const state = await ask('/retag');
    const held = tagging.contains(document.activeElement);
    const running = showTagging(state);
    if (held) (tagging.querySelector('button') ?? title).focus();
    if (running) pulse = setTimeout(() => watch(true), PULSE);
    else if (wasRunning) announce(tagging.textContent ?? '');
  } catch (trouble) {
    tagging.replaceChildren(explain(trouble), button('again', () => watch(wasRunning)));
  }
}

/** Has the comments tagged again; a reload, or another node, sees how far it is. */
async function retag() {
  clearTimeout(pulse);
  try {
    await send('/retag', {});
    announce(say('running'));
    await watch(true);
    title.focus();
  } catch (trouble) {
    const out = explain(trouble);
    tagging.replaceChildren(out, button('retag', retag));
    tagging.querySelector('button')?.focus();
    announce(out.textContent ?? '');
  }
}

/** @param {Wire.Mistake} mistake */
function mistakeItem({line, column, message, advice}) {
  const words = make('span', '', message, advice ? make('span', 'muted', ' ', advice) : '');
  // The reader speaks English.
  words.lang = 'en';
  if (line === null) {
    words.className = 'more';
    return [words];
  }
  const place = make('button', 'place', say('place', {line, column: column ?? 1}));
  place.type = 'button';
  place.onclick = () => goTo(line, column ?? 1);
  return [place, ' ', words];
}

/** Says what is wrong with the draft or, if nothing is, what it would change. */
async function check() {
  const text = yaml.value;
  forget();
  await fill(mistakes, async () => {
    /** @type {Wire.Check} */
    const answer = await send('/check', {yaml: text, survey: chosenSurvey()});
    // Who writes on meanwhile is told nothing about what was there before.
    if (yaml.value !== text) return [];
    if (answer.mistakes[0]) {
      yaml.ariaInvalid = 'true';
      const lead = say('mistakes', {n: answer.mistakes.length});
      announce(lead);
      return [make('p', 'lead', lead), list('items mistakes', answer.mistakes.map(mistakeItem))];
    }
    checked = text;
    changes.replaceChildren(...showChanges(answer));
    announce(say('noMistakes'));
    return [make('p', 'muted', say('noMistakes'))];
  });
}

/** Writes an item with what it says. @param {Wire.Item} item */
function itemOf({text, language: code, polarity, hides}) {
  const kind = hides ? say('hides') : polarity === 'NEUTRAL' ? '' : say(polarity);
  return make('span', '', make('code', '', text), make('span', 'muted', ` ${code === '*' ? '' : code} ${kind}`));
}

/** @param {string} name @param {{count: number, list: (Wire.Item & {before?: string})[]}} items @param {string} className */
function itemsOf(name, {count, list: some}, className) {
  if (!count) return '';
  return opening(say(name, {n: count}), () => [
    list('items', some.map(each => [
      make('span', className, itemOf(each)), theme(each),
      each.before ? make('p', 'muted more', say('restatedFrom', {before: say(each.before), after: say(each.polarity)})) : '',
    ])),
    count > some.length ? make('p', 'muted', say('leftOut', {n: count - some.length})) : '',
  ]);
}

/** @param {Wire.Check} check */
function showChanges({diff, preview, versionTaken}) {
  const differences = section('diff',
    diff.empty ? make('p', '', say('same')) : '',
    versionTaken ? make('p', 'badge', say('versionTaken', {n: active.pack.version})) : '',
    .../** @type {const} */ (['addedThemes', 'removedThemes', 'changedThemes']).map(name => diff[name][0]
      ? make('p', '', say(name, {n: diff[name].length}), ' ', ...diff[name].flatMap((each, i) => i ? [', ', theme(each)] : [theme(each)])) : ''),
    diff.changedSets[0] ? make('p', '', say('changedSets', {n: diff.changedSets.length}), ' ', diff.changedSets.map(each => '@' + each).join(', ')) : '',
    itemsOf('addedItems', diff.addedItems, 'plus'),
    itemsOf('removedItems', diff.removedItems, 'minus'),
    itemsOf('changedItems', diff.changedItems, ''));
  const why = make('input');
  why.type = 'text';
  why.maxLength = active.limits.note;
  const outcome = make('div', 'body');
  const activation = make('form', 'body', make('div', 'row', labelled('why', why, 'note'), button('activate', () => activate(why.value, outcome), 'main')), outcome);
  activation.onsubmit = event => {
    event.preventDefault();
    activation.querySelector('button')?.click();
  };
  return [differences, preview ? showPreview(preview) : '',
    section('activation', make('p', 'muted', say('activationWhy')), activation)];
}

/** @param {Wire.Preview} preview */
function showPreview({comments, changed, themes}) {
  return section('preview',
    make('p', '', comments === 0 ? say('noComments') : changed === 0 ? say('previewSame', {n: comments}) : say('previewText', {changed, n: comments})),
    changed && !active.verbatims ? make('p', 'muted', say('noExamples')) : '',
    ...themes.map(each => {
      const sums = make('span', 'sums', ...['gained', 'lost', 'restated'].map(name => {
        const count = each[/** @type {'gained'} */ (name)];
        return count ? make('span', '', make('strong', '', number(count)), ' ', say(name)) : '';
      }));
      const {examples} = each;
      if (!examples) return make('div', 'row', theme(each), sums);
      const node = opening('', () => /** @type {const} */ (['gained', 'lost', 'restated']).flatMap(name => examples[name][0] ? [
        make('h3', '', say(name)),
        make('ul', 'examples', ...examples[name].filter((each, i, all) => all.findIndex(({text}) => text === each.text) === i).map(({text, before, after}) => {
          const words = marked(text, name === 'lost' ? before : after);
          words.lang = '';
          words.dir = 'auto';
          return make('li', '', words, name === 'restated' ? make('p', 'muted', say('restatedFrom', {
            before: [...new Set(before.map(tag => say(tag.polarity)))].join(', '),
            after: [...new Set(after.map(tag => say(tag.polarity)))].join(', '),
          })) : '');
        })),
      ] : []));
      node.firstElementChild?.append(theme(each), ' ', sums);
      return node;
    }));
}

/** Puts the draft in force, if nobody else has changed what the manager has seen. @param {HTMLElement} outcome */
async function activate(note = '', outcome) {
  const text = checked;
  if (text === null) return;
  try {
    setActive(await send('/activate', {yaml: text, note}, {'If-Match': active.tag}));
    if (yaml.value === text) edit(active.yaml);
    forget();
    mistakes.replaceChildren(make('p', 'lead', say('activated', {pack: active.pack.id})));
    report.replaceChildren(button('showReport', showReport));
    suggestions.replaceChildren(button('showSuggestions', showSuggestions));
    await watch();
    title.focus();
    announce(say('activated', {pack: active.pack.id}));
  } catch (trouble) {
    const out = explain(trouble);
    const meanwhile = trouble instanceof Trouble && trouble.code === 'changed-meanwhile';
    outcome.replaceChildren(out, meanwhile ? button('look', look) : '');
    announce(out.textContent ?? '');
  }
}

/** Shows what somebody else has activated, and keeps the draft, which is to be checked against it. */
async function look() {
  await fill(changes, async () => {
    setActive(await ask(''));
    checked = null;
    title.focus();
    return [];
  });
}

/** @param {Wire.Figures} figures */
function figuresOf(figures) {
  const {verdict, hits, alone, precision, lastHit, overlaps} = figures;
  return [
    itemOf(figures),
    make('span', 'badge ' + verdict, say(verdict)),
    make('p', 'muted more', theme(figures), hits ? ' · ' + say('hits', {n: hits}) : '',
      precision ? ' · ' + say('precision', {value: percent(precision.value), low: percent(precision.low), high: percent(precision.high), n: precision.n}) : '',
      hits ? ' · ' + say('alone', {n: alone}) : '', lastHit ? ' · ' + say('lastHit', {day: day(lastHit)}) : ''),
    overlaps[0] ? opening(say('overlaps', {n: overlaps.length}), () => [
      list('', overlaps.map(each => [itemOf(each), ' ', theme(each), ' ', make('span', 'muted', say('hits', {n: each.comments}))]))]) : '',
  ];
}

/** Makes a list that grows by pages. @param {import('./themes-parts.js').Content[][]} items @param {number} all */
function paged(items, all) {
  const node = list('items', items.slice(0, PAGE));
  let shown = PAGE;
  const more = button('more', () => {
    const added = items.slice(shown, shown += PAGE).map(each => make('li', '', ...each));
    node.append(...added);
    if (added[0]) {
      added[0].tabIndex = -1;
      added[0].focus();
    }
    more.hidden = shown >= items.length;
  });
  more.hidden = items.length <= PAGE;
  return [node, more, all > items.length ? make('p', 'muted', say('leftOut', {n: all - items.length})) : ''];
}

/** @param {string[]} ids */
const unknownOf = ids => ids[0] ? make('p', 'muted', say('unknownThemes'), ' ', ids.join(', ')) : '';

const showReport = () => fill(report, async () => {
  /** @type {Wire.Report} */
  const {comments, labelled: some, items, flagged, neverFound, list: figures, unknownThemes} =
    await ask('/report', {query: {survey: chosenSurvey()}});
  if (!comments) return [make('p', '', say('noComments')), ofSurvey(), button('showReport', showReport)];
  announce(say('reportText', {comments, n: items}));
  return [
    make('p', '', say('reportText', {comments, n: items})),
    ofSurvey(),
    make('p', 'sums', make('span', '', make('strong', '', number(flagged)), ' ', say('flagged')), make('span', '', make('strong', '', number(neverFound)), ' ', say('neverFound'))),
    some ? '' : make('p', 'muted', say('noLabels')),
    unknownOf(unknownThemes),
    ...paged(figures.map(figuresOf), items),
    button('showReport', showReport),
  ];
});

const showSuggestions = () => fill(suggestions, async () => {
  /** @type {Wire.Suggestions} */
  const {labelled: some, now, expected, count, list: all, unknownThemes, unusedLanguages} =
    await ask('/suggestions', {query: {survey: chosenSurvey()}});
  const again = button('showSuggestions', showSuggestions);
  announce(say('suggested', {n: count}));
  if (!all[0]) return [make('p', '', say(some ? 'noSuggestions' : 'noLabels')), ofSurvey(), unknownOf(unknownThemes), again];
  const ticks = all.map(() => {
    const tick = make('input');
    tick.type = 'checkbox';
    return tick;
  });
  const rows = all.map((each, i) => [
    make('label', 'tick', ticks[i], make('span', each.kind === 'ADD' ? 'plus' : 'minus', make('span', 'hush', say(each.kind)), itemOf(each), ' ', theme(each))),
    make('span', 'muted', say('gain', {correct: each.correct, wrong: each.wrong})),
    each.examples?.[0] ? opening(say('examples'), () => [make('ul', 'examples', ...(each.examples ?? []).map(text => {
      const words = make('p', 'words', text);
      words.lang = '';
      words.dir = 'auto';
      return make('li', '', words);
    }))]) : '',
  ]);
  return [
    make('p', '', say('suggested', {n: count}), ' ', say('f1', {now: percent(now), expected: percent(expected)})),
    make('p', 'muted', say('labels', {n: some})),
    ofSurvey(),
    unknownOf(unknownThemes),
    unusedLanguages[0] ? make('p', 'muted', say('unusedLanguages'), ' ', unusedLanguages.join(', ')) : '',
    make('div', 'row',
      button('all', () => ticks.forEach(each => each.checked = true)),
      button('none', () => ticks.forEach(each => each.checked = false))),
    ...paged(rows, count),
    make('p', 'muted', say('acceptWhy')),
    make('div', 'row', button('accept', () => accept(all.filter((_, i) => ticks[i].checked)), 'main'), again),
  ];
});

/** Puts suggestions into the draft. @param {Wire.Suggestion[]} some */
async function accept(some) {
  if (!some[0]) return announce(say('nothingTicked'));
  await fill(mistakes, async () => {
    const items = some.map(({kind, theme, language, polarity, hides, text}) => ({kind, theme, language, polarity, hides, text}));
    const back = edit((await send('/accept', {yaml: yaml.value, items})).yaml);
    yaml.focus();
    announce(say('accepted', {n: some.length}));
    return [make('p', '', say('accepted', {n: some.length})), back];
  });
}

/** Shows the page for what tags now. */
async function begin() {
  try {
    setActive(await ask(''));
  } catch (trouble) {
    const out = explain(trouble);
    result.replaceChildren(make('section', 'card', out, button('again', begin)));
    return announce(out.textContent ?? '');
  }
  edit(active.yaml);
  report.replaceChildren(button('showReport', showReport));
  suggestions.replaceChildren(button('showSuggestions', showSuggestions));
  const undo = button('undo', () => load());
  result.replaceChildren(
    section('inforce', inForce, tagging),
    section('edit', make('p', 'muted', say('editWhy')), from, labelled('yaml', yaml, 'whole'), where,
      make('div', 'row', survey, checking, undo), mistakes),
    changes,
    section('suggestions', make('p', 'muted', say('suggestionsWhy')), suggestions),
    section('report', make('p', 'muted', say('reportWhy')), report));
  await watch();
}

where.id = 'where';
yaml.setAttribute('aria-describedby', where.id);
yaml.spellcheck = false;
yaml.autocapitalize = 'off';
yaml.wrap = 'off';
yaml.oninput = () => {
  if (checked !== null && yaml.value !== checked) forget();
  point();
};
yaml.onclick = yaml.onkeyup = point;
yaml.onkeydown = (/** @type {KeyboardEvent} */ event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  checking.click();
};
addEventListener('beforeunload', event => {
  if (isDirty()) event.preventDefault();
});

// The page may speak a language that we do not.
document.body.lang = language;
document.body.dir = 'ltr';
document.title = `${say('title')} · ${say('brand')}`;
title.textContent = say('title');
find('brand').textContent = say('brand');
find('home').textContent = say('home');
find('home').before(make('p', 'tongues', ...Object.entries(languages).map(([code, name]) => {
  const node = make('a', '', code.toUpperCase());
  node.lang = node.hreflang = code;
  node.title = name;
  node.href = '?lang=' + code;
  if (language === code) node.ariaCurrent = 'true';
  return node;
})));
status.role = 'status';
title.after(status, result);
result.append(make('section', 'card loading', make('p', 'muted', say('loading'))));
begin();
