/**
 * What to do about the scores: what changed, who stands out, what costs points. Loaded after the scores, which never wait for it.
 * Where nobody can tell, it says how large a difference would have to be to show.
 */

import {at, bar, chart, draw, sample, whisker} from './charts.js';
import {anchor, cellOf, list, make, section, spoken, table, valueName} from './dashboard.js';
import {day, figure, interval, number, pair, percent, say, span, value} from './words.js';

/** @type {Wire.Metric} */
let metric;
let level = .95;

/** Writes a difference. */
const points = (each = 0, sign = true) => {
  const text = figure({...metric, unit: sign ? 'points' : 'mean'}, each);
  return metric.unit === 'mean' ? text : say('pointsOf', {n: Math.abs(each), text});
};
const inside = (text = '') => text[0].toLowerCase() + text.slice(1);
/** Writes what differences there may be. @param {Wire.Range} range */
const between = ({low, high}, key = 'interval') => inside(interval({...metric, unit: 'points'}, {level, low, high}, key));

const marks = {better: '▲', worse: '▼', 'cannot-tell': '≈'};
/** Says a verdict with its shape. @param {Wire.Verdict} verdict */
const badge = (verdict, text = say(verdict)) => make('span', 'verdict ' + verdict, make('strong', '', marks[verdict] + '\u00a0'), text);
/** Says how large a difference would have to be. @param {number?} detectable */
const under = detectable => detectable === null ? say('nothingShows') : say('under', {text: points(detectable, false)});
/** @param {Wire.Difference} difference */
const told = ({verdict, detectable}) => badge(verdict, verdict === 'cannot-tell' ? pair(say(verdict), under(detectable)) : say(verdict));

/** @param {...(Node | string)} content */
const folded = (name = '', ...content) => make('details', '', make('summary', '', say(name)), ...content);
/** @param {string?} each */
const named = (name = '', each) => valueName(name, each ?? '-');

/** @param {Wire.Difference | undefined} change */
function changeText(change, n = 0) {
  if (!change) return say('noChange', {n});
  const {verdict, value, detectable} = change;
  return pair(say('change:' + verdict, {n}), verdict === 'cannot-tell' ? under(detectable) : `${points(value)} (${between(change)})`);
}

/** Teams by their number of answers; the numbers are those of the table. @param {Wire.Teams} teams */
function funnel({list, funnel}, name = '') {
  const {centre, limits} = /** @type {Wire.Funnel} */ (funnel);
  const most = limits[limits.length - 1][0];
  const fewest = Math.min(...list.map(({score}) => score.effectiveN));
  const least = limits.filter(([n]) => n < fewest * .7).at(-1)?.[0] ?? 1;
  const seen = limits.filter(([n]) => n >= least);
  const all = [...list.map(({score}) => score.value), ...seen.flatMap(([, ...each]) => each)];
  const span = Math.max(...all) - Math.min(...all) || 1;
  const step = [.1, .2, .5, 1, 2, 5, 10, 20, 50].find(each => span / each <= 5) ?? 50;
  const low = Math.floor(Math.min(...all) / step) * step;
  const high = Math.ceil(Math.max(...all) / step) * step;
  const x = (n = 0) => (n - least) / (most - least) * 100;
  const y = (value = 0) => (high - value) / (high - low || 1) * 100;
  const area = (name = '', from = 1, to = 4) => draw('path', {class: name,
    d: `M${seen.map(each => `${x(each[0])} ${y(each[to])}`).join('L')}L${[...seen].reverse().map(each => `${x(each[0])} ${y(each[from])}`).join('L')}z`});
  const ticks = Array.from({length: Math.round((high - low) / step) + 1}, (_, i) => low + i * step);
  return chart('trend funnel', name,
    draw('svg', {viewBox: '0 0 100 100', preserveAspectRatio: 'none', width: '100%', height: '100%'}, area('outer'), area('band', 2, 3)),
    ...ticks.flatMap(each => [
      draw('line', {class: 'grid', x1: '0%', x2: '100%', y1: at(y(each)), y2: at(y(each))}),
      draw('text', {x: 0, dx: -10, y: at(y(each)), dy: '.35em', 'text-anchor': 'end'}, figure({...metric, decimals: step < 1 ? 1 : 0}, each)),
    ]),
    draw('line', {class: 'reference', x1: '0%', x2: '100%', y1: at(y(centre)), y2: at(y(centre))}),
    ...[0, 1].map(share => draw('text', {x: at(share * 100), y: '100%', dy: 20, 'text-anchor': share ? 'end' : 'middle'},
      number(Math.round(least + share * (most - least))) + (share ? ' ' + say('answersName').toLowerCase() : ''))),
    ...list.map(({value: each, score, limits}, i) => draw('svg', {x: at(x(score.effectiveN)), y: at(y(score.value)), overflow: 'visible'},
      shape(limits),
      draw('text', {class: 'in', dy: '.35em', 'text-anchor': 'middle'}, String(i + 1)),
      limits === 'within' ? '' : draw('text', {class: 'last', dx: x(score.effectiveN) > 80 ? -15 : 15, dy: '.35em', 'text-anchor': x(score.effectiveN) > 80 ? 'end' : 'start'}, named('team', each)),
      draw('title', {}, pair(named('team', each), `${value(metric, score.value)}, ${say('answers', {n: score.n})}, ${say('limits:' + limits)}`)))));
}

/** A place in a funnel: the farther out, the more corners it shows. */
const shape = (limits = '') => draw('path', {class: 'spot ' + limits,
  d: limits === 'within' ? 'M-9 0a9 9 0 1 1 18 0a9 9 0 1 1-18 0z' : limits === 'look' ? 'M-12 0L0-12 12 0 0 12z' : 'M-11-11h22v22h-22z'});

/** Adds a column to a table that is there. @param {Element} node @param {Map<string, Node | string>} cells by the name of the row */
function addColumn(node, name = '', className = '', cells) {
  node.querySelector('thead tr')?.append(cellOf(say(name), 'columnheader', '', className));
  for (const row of node.querySelectorAll('tbody tr')) row.append(cellOf(cells.get(row.firstChild?.textContent ?? '') ?? '', 'cell', say(name), className));
}

/** Adds to the teams how each compares with the rest. @param {Wire.Teams} teams @param {Element} node */
function addTeams(teams, node) {
  const body = node.querySelector('tbody');
  if (!body || !teams.list[1] || !teams.funnel) return;
  addColumn(node, 'versus', 'versus', new Map(teams.list.map(({value, rest}) => [named('team', value), told(rest)])));
  for (const {cells: [first]} of body.rows) {
    const i = teams.list.findIndex(({value}) => named('team', value) === first.textContent) + 1;
    const key = make('span', 'key', i ? String(i) : '');
    key.ariaHidden = 'true';
    first.prepend(key);
  }
  const out = teams.list.filter(({limits}) => limits !== 'within');
  const text = [
    say('funnelText', {centre: value(metric, teams.funnel.centre)}),
    out[0] ? say('outside', {n: out.length, names: out.map(each => pair(named('team', each.value), say('limits:' + each.limits))).join('; ')}) : say('outsideNone'),
  ].join(' ');
  node.append(
    make('h3', '', say('funnel')),
    list('legend', [
      [sample('band'), say('inner')], [sample('outer'), say('outer')],
      ...['look', 'act'].map(each => [chart('swatch', '', draw('svg', {x: '50%', y: '50%', overflow: 'visible'}, draw('g', {transform: 'scale(.6)'}, shape(each)))), say('limits:' + each)]),
    ]),
    make('div', 'plot', funnel(teams, text)), make('p', 'muted', text),
    folded('asTable', table([['team'], ['score', 'number'], ['answersName', 'number'], ['versus', 'number'], ['range', 'number'], ['expected', 'number'], ['ranks', 'number'], ['place']],
      teams.list.map(({value: each, score, rest, expected, ranks, limits}) => [named('team', each), value(metric, score.value), number(score.n),
        points(rest.value), between(rest, 'to'), expected ? `${value(metric, expected.value)} (${interval(metric, {...score, ...expected}, 'to')})` : '',
        ranks ? say('rankOf', ranks) : '', say('limits:' + limits)]),
      say('funnel'))));
}

/** How much a theme costs or earns, left and right of nothing. @param {Wire.Driver} driver */
function impact({value, low, high, discovery}, reach = 1) {
  const x = (each = 0) => at(50 + each / reach * 50);
  const good = value > 0 === metric.higherIsBetter;
  return chart('whisker', '',
    draw('rect', {x: x(Math.min(0, value)), width: at(Math.abs(value) / reach * 50), y: '20%', height: '60%', rx: 2,
      ...discovery && !good ? {fill: 'url(#pattern-bad)'} : {class: discovery ? 'good' : 'plain'}}),
    draw('line', {class: 'reaches', x1: x(low), x2: x(high), y1: '50%', y2: '50%'}),
    draw('line', {class: 'grid zero', x1: '50%', x2: '50%', y1: '0%', y2: '100%'}));
}

/** @param {Wire.Insights['drivers']} drivers */
function driversSection({list: themes, n, tooFew}, few = 0) {
  if (!themes[0] && !tooFew[0]) return '';
  const fine = {...metric, decimals: metric.decimals + 1, unit: /** @type {const} */ ('points')};
  const small = (each = 0) => figure(fine, each);
  const costly = themes.find(({value, discovery}) => discovery && value < 0 === metric.higherIsBetter);
  const reach = Math.max(...themes.flatMap(({low, high}) => [-low, high]));
  return section('groups', say('drivers'),
    make('p', '', costly ? say('driversText', {theme: costly.title.text, text: small(costly.value), prevalence: percent(costly.prevalence), effect: points(costly.effect)}) : say('driversNone')),
    themes[0] ? table([['theme'], ['impact', 'number'], [make('span', 'hush', say('impact')), 'graph'], ['range', 'number range'], ['mentions', 'number'], ['finding']],
      themes.map(each => [anchor({theme: each.theme}, '', spoken('span', each.title)), small(each.value), impact(each, reach), interval(fine, {level, ...each}, 'to'),
        `${number(each.mentions)} (${percent(each.prevalence)})`,
        each.discovery ? badge(each.value > 0 === metric.higherIsBetter ? 'better' : 'worse', say(each.value > 0 === metric.higherIsBetter ? 'earns' : 'costs'))
          : badge('cannot-tell', pair(say('cannot-tell'), say('under', {text: say('pointsOf', {n: 2, text: figure({...fine, unit: 'mean'}, each.detectable)})})))]),
      say('drivers')) : '',
    make('p', 'muted', n ? say('driversWhy', {n}) : '', ' ', tooFew[0] ? pair(say('tooFew', {n: few}), tooFew.map(({title}) => title.text).join(', ')) : ''));
}

/** @param {Wire.Gap} gap */
const unhappy = ({met, missed}) => /** @type {const} */ ([['met', met], ['missed', missed]]);

/** @param {Wire.Insights['agreements']} agreements */
function slaSection({services, ...gap}) {
  if (gap.finding === 'not-enough-data') return '';
  const {difference, unseen} = gap;
  const share = (/** @type {Wire.Range} */ range) => say('to', {low: percent(range.low), high: percent(range.high)});
  const gapText = (/** @type {Wire.Range & {value: number}} */ each) =>
    `${say('pointsOf', {n: Math.abs(each.value), text: figure({...metric, unit: 'points', decimals: 0}, each.value)})} (${inside(interval({...metric, unit: 'points', decimals: 0}, {level, ...each}))})`;
  return section('groups', say('slaTitle'),
    make('p', 'lead', say('sla:' + gap.finding)),
    make('p', '', pair(say('slaGap'), gapText(difference)), '. ', unseen ? say('unseen', {share: percent(unseen.value)}) : ''),
    table([['sla'], ['unhappy', 'number'], [make('span', 'hush', say('unhappy')), 'graph'], ['range', 'number range'], ['unhappyOf', 'number'], ['satisfiedOf', 'number']],
      unhappy(gap).map(([name, each]) => [say('sla:' + name), percent(each.value), bar('bad', each.value), share(each), number(each.unhappy), number(each.happy)]),
      say('slaTitle')),
    services[0] ? folded('byService', table([['service'], ['sla:met', 'number'], ['sla:missed', 'number'], ['slaGap', 'number'], ['finding']],
      services.map(each => [named('service', each.value), ...each.finding === 'not-enough-data' ? ['', '', ''] :
        [...unhappy(each).map(([, side]) => `${percent(side.value)} (${number(side.n)})`), gapText(each.difference)], say('sla:' + each.finding)]), say('byService'))) : '');
}

/** Adds to the channels how they compare with the same mix of services. @param {Wire.Insights['channels']} channels @param {Element} node */
function addChannels({finding, list = [], worst, covered = 0}, node) {
  if (!worst) return;
  const {higher, lower, value: ahead, high} = worst;
  addColumn(node, 'sameMix', 'number', new Map(list.map(({value: each, score, same}) =>
    [named('channel', each), `${value(metric, same.value)} (${interval(metric, {...score, ...same}, 'to')})`])));
  node.querySelector('table')?.before(
    make('p', 'lead', say('channels:' + finding, {higher: named('channel', higher), lower: named('channel', lower), text: points(ahead, false), most: points(high, false), interval: between(worst)})),
    make('p', 'muted', say('covered', {share: percent(covered)})));
}

/** @param {Wire.Initiative} initiative */
function card({name, from, start, until, begun, over, scope, state, before, after, effect, mix, asDeclared, today}, few = 0) {
  const where = Object.entries(scope).map(([dimension, each]) => pair(say(dimension), each)).join(', ') || say('everywhere');
  const facts = make('p', 'muted', `${where} · ${span(start, until)}`);
  const node = make('article', 'initiative', make('h3', '', name), facts);
  if (!before || !after || !effect) {
    node.append(make('p', '', begun ? say(state === 'none' ? 'none' : 'hidden', {n: few}) : say('begins', {day: day(start, true)})));
    return node;
  }
  const seen = over ? effect : today;
  const verdict = seen?.verdict ?? 'cannot-tell';
  const words = verdict === 'cannot-tell' ? pair(say(verdict), over ? under(effect.detectable) : seen?.low === undefined ? say('needed', {n: today?.needed ?? 25})
    : say('notRuledOut', {range: between(/** @type {Wire.Range} */ (seen), 'to')}))
    : pair(say(verdict), `${points(effect.value)} (${between(/** @type {Wire.Range} */ (seen))})` + (over ? ', ' + say(asDeclared ? 'declared' : 'undeclared') : ''));
  const rows = /** @type {const} */ ([['before', before, from, start], ['after', after, start, until]]);
  node.append(make('p', 'lead', over ? '' : say('soFar') + ' ', badge(verdict, over ? words[0].toUpperCase() + words.slice(1) : words)),
    over ? '' : make('p', 'muted', say('judged', {day: day(until, true)})),
    table([['dates'], ['score', 'number'], [make('span', 'hush', say('score')), 'graph'], ['range', 'number range'], ['answersName', 'number']],
      rows.map(([key, score, ...days]) => [`${say(key)} (${span(...days)})`, value(metric, score.value), whisker(metric, score), interval(metric, score, 'to'), number(score.n)]), name),
    mix ? make('p', 'muted', say('mix', {text: points(mix)})) : '');
  return node;
}

/** Marks on the trend what happened when. @param {Wire.Overview} overview @param {Wire.Insights} insights @param {Element} node */
function addMarks({trend: {bucketDays, buckets}}, {course, initiatives}, node) {
  const plot = node.querySelector('.trend');
  const place = (date = '') => buckets.findIndex(({from, until}) => from <= date && date < until);
  const usual = percent(course.usual);
  const found = [
    ...initiatives.map(({start, name}) => ({date: start, kind: 'start', text: say('mark:start', {name})})),
    ...course.alarms.map(({noticed, start, share}) => ({date: noticed, kind: 'alarm', text: say('mark:alarm', {share: percent(share), usual, day: day(start)})})),
    ...course.outside.map(({from, share, low, high, worse}) => ({date: from, kind: worse ? 'alarm' : 'calm', text: say('mark:week', {share: percent(share), low: percent(low), high: percent(high)})})),
  ].filter(({date}) => place(date) >= 0).sort((a, b) => a.date < b.date ? -1 : 1);
  const x = (date = '') => {
    const bucket = place(date);
    return (bucket + 1 - (Date.parse(buckets[bucket].until) - Date.parse(date)) / 864e5 / bucketDays) / buckets.length * 100;
  };
  found.forEach(({date, kind}, i) => {
    // Neighbours stand below each other.
    const y = found.slice(0, i).filter(each => x(date) - x(each.date) < 5).length % 8 * 24;
    plot?.append(draw('line', {class: 'mark ' + kind, x1: at(x(date)), x2: at(x(date)), y1: '0%', y2: '100%'}), draw('svg', {x: at(x(date)), y, overflow: 'visible'},
      draw('path', {class: 'spot ' + kind, d: kind === 'start' ? 'M-9-9h18v18h-18z' : kind === 'alarm' ? 'M0 14L13-8h-26z' : 'M0-14L13 8h-26z'}),
      draw('text', {class: 'in', dy: '.35em', 'text-anchor': 'middle'}, String(i + 1))));
  });
  const marks = make('ol', 'marks', ...found.map(({date, text}) => make('li', '', pair(day(date), text))));
  const before = node.querySelector('details');
  before?.before(found[0] ? marks : '', make('p', 'muted', ...found.some(({kind}) => kind !== 'start') ? [] : [say('calm'), ' '],
    !course.usual || course.usual > 45 ? '' : say('watched', {usual, n: course.answersToFalseAlarm ?? 0})));
}

/**
 * Shows the insights of a view: some beside what is there, the others where they have a place of their own.
 *
 * @param {Wire.Overview} overview @param {Wire.Insights} insights @param {Element} result @param {Element} more @returns what is to be announced
 */
export function show(overview, insights, result, more) {
  metric = overview.metric;
  level = insights.level;
  const {change, teams, channels, agreements, drivers, initiatives} = insights;
  const few = overview.minGroupSize;
  const text = changeText(change, overview.view.days);
  result.querySelector('.sure')?.append(make('p', 'change', badge(change?.verdict ?? 'cannot-tell', text)));
  const find = (name = '') => result.querySelector(name) ?? more;
  addMarks(overview, insights, find('.trends'));
  addTeams(teams, find('.teams'));
  addChannels(channels, find('.channels'));
  more.replaceChildren(
    initiatives[0] ? section('groups initiatives', say('initiatives'), ...initiatives.map(each => card(each, few))) : '',
    driversSection(drivers, few), slaSection(agreements));
  return text + '.';
}
