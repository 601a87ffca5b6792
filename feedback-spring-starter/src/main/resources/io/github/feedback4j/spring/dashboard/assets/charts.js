/**
 * Charts in SVG. Places along an axis are percentages, so that a chart fits every width without being drawn again;
 * colours are classes, and each colour goes with a pattern, a shape or a word.
 */

import {day, figure, interval, missing, pair, say, span, value} from './words.js';

/** @param {Record<string, string | number>} attributes @param {...(Node | string)} content */
export function draw(tag = 'svg', attributes = {}, ...content) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, each] of Object.entries(attributes)) node.setAttribute(name, String(each));
  node.append(...content);
  return node;
}

/** A chart has a name, or it repeats words beside it. @param {...(Node | string)} content */
export const chart = (className = '', name = '', ...content) =>
  draw('svg', {class: className, ...name ? {role: 'img', 'aria-label': name} : {'aria-hidden': 'true'}}, ...content);

export const at = (share = 0) => share.toFixed(3) + '%';

/** @param {Wire.Metric} metric @returns the share of the scale that is below a value, in percent */
const place = ({lowest, highest}, value = 0) => Math.min(1, Math.max(0, (value - lowest) / (highest - lowest))) * 100;

/** Patterns that all charts share. */
export const patterns = () => draw('svg', {class: 'patterns', 'aria-hidden': 'true', width: 0, height: 0},
  draw('pattern', {id: 'pattern-bad', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'},
    draw('rect', {class: 'bad', width: 6, height: 6}), draw('rect', {class: 'stripe', width: 2, height: 6})),
  draw('pattern', {id: 'pattern-veil', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(-45)'},
    draw('rect', {class: 'veil', width: 1.5, height: 6})));

/** Fill of a tone. @param {Tone} tone @returns {Record<string, string>} */
export const tint = tone => tone === 'bad' ? {fill: 'url(#pattern-bad)'} : {class: tone};

/** @param {Tone} tone */
export const swatch = tone => chart('swatch', '', draw('rect', {width: '100%', height: '100%', rx: 3, ...tint(tone)}));

/** A piece of a trend, for its legend. */
export const sample = (kind = '') => chart('sample', '',
  kind === 'line' ? draw('path', {class: 'line', d: 'M0 7h24'}) :
  kind === 'none' ? draw('path', {class: 'gap', d: 'M0 12h24'}) :
  kind === 'reach' ? draw('path', {class: 'reach', d: 'M0 7h24'}) :
  kind === 'reference' ? draw('path', {class: 'reference', d: 'M12-2v18'}) :
  draw('rect', {width: '100%', height: '100%', ...kind === 'hidden' ? {fill: 'url(#pattern-veil)'} : {class: kind}}),
  /line|reach/.test(kind) ? draw('circle', {class: 'dot', cx: 12, cy: 7, r: 4}) : '');

/** How the answers divide. @param {{tone: Tone, count: number}[]} parts */
export function stack(parts, name = '') {
  const sum = parts.reduce((all, {count}) => all + count, 0) || 1;
  let start = 0;
  return chart('stack', name, ...parts.map(({tone, count}) => {
    const x = at(start / sum * 100);
    start += count;
    return draw('rect', {x, width: at(count / sum * 100), height: '100%', ...tint(tone)});
  }));
}

/** A bar of a distribution. @param {Tone} tone @param {number} share of the longest bar, in percent */
export const bar = (tone, share) => chart('bar', '',
  draw('rect', {width: '100%', height: '100%', rx: 3, class: 'track'}),
  share && draw('rect', {width: at(share), height: '100%', rx: 3, ...tint(tone)}) || '');

/**
 * A score with its interval on the scale of its metric, which may have a line of reference.
 *
 * @param {Wire.Metric} metric @param {Wire.Score} score @param {number} [reference]
 */
export const whisker = (metric, {value, low, high}, reference, name = '') => chart('whisker', name,
  draw('line', {class: 'rail', x1: '0%', x2: '100%', y1: '50%', y2: '50%'}),
  reference === undefined ? '' : draw('line', {class: 'reference', x1: at(place(metric, reference)), x2: at(place(metric, reference)), y1: '0%', y2: '100%'}),
  draw('line', {class: 'reach', x1: at(place(metric, low)), x2: at(place(metric, high)), y1: '50%', y2: '50%'}),
  draw('circle', {class: 'dot', cx: at(place(metric, value)), cy: '50%', r: 5}));

/** @param {Wire.Metric} metric */
function ticks({lowest, highest}) {
  const length = highest - lowest;
  const step = [1, 2, 3, 5, 10, 20, 25, 50, 100, 250, 500].find(each => length % each === 0 && length / each <= 4) ?? length / 4;
  return Array.from({length: Math.round(length / step) + 1}, (_, i) => lowest + i * step);
}

/** The ends of a scale, beside a whisker. @param {Wire.Metric} metric */
export const ends = ({lowest, highest, ...metric}) =>
  [lowest, highest].map(each => figure({...metric, lowest, highest, decimals: 0}, each));

/**
 * Scores in the course of time. Only neighbours are joined: where nobody answered is a gap, and where too few did is a veil.
 *
 * @param {Wire.Bucket[]} buckets @param {Wire.Metric} metric
 */
export function trend(buckets, metric, few = 0, name = '') {
  const width = 100 / buckets.length;
  const middle = (i = 0) => (i + .5) * width;
  const up = (value = 0) => 100 - place(metric, value);
  const spot = (i = 0, value = 0) => `${middle(i).toFixed(3)} ${up(value).toFixed(3)}`;
  const scoreOf = (i = 0) => /** @type {Wire.Score} */ (buckets[i].score);

  /** Neighbours with scores. @type {number[][]} */
  const runs = [];
  buckets.forEach(({score}, i) => {
    if (score) buckets[i - 1]?.score ? runs[runs.length - 1].push(i) : runs.push([i]);
  });
  const last = runs.at(-1)?.at(-1) ?? -1;

  const grid = ticks(metric).flatMap(each => [
    draw('line', {class: each ? 'grid' : 'grid zero', x1: '0%', x2: '100%', y1: at(up(each)), y2: at(up(each))}),
    draw('text', {x: 0, dx: -10, y: at(up(each)), dy: '.35em', 'text-anchor': 'end'}, figure({...metric, decimals: 0}, each)),
  ]);
  const every = Math.ceil(buckets.length / 6);
  const dates = buckets.flatMap(({from}, i) => i % every || i * width > 92 ? [] : [
    draw('text', {class: i / every % 2 ? 'minor' : '', x: at(i * width), y: '100%', dy: 20, 'text-anchor': 'middle'}, day(from)),
  ]);
  const empty = buckets.map(({state}, i) => {
    const x = {x: at(i * width), width: at(width)};
    return state === 'hidden' ? draw('rect', {...x, height: '100%', fill: 'url(#pattern-veil)'}) :
      state === 'none' ? draw('line', {class: 'gap', x1: at(i * width), x2: at((i + 1) * width), y1: '100%', y2: '100%'}) : '';
  });
  // Stretched with the chart; a lonely score gets a bar instead of a band.
  const curves = draw('svg', {viewBox: '0 0 100 100', preserveAspectRatio: 'none', width: '100%', height: '100%', overflow: 'visible'},
    ...runs.map(run => run[1] ?
      draw('path', {class: 'band', d: `M${run.map(i => spot(i, scoreOf(i).high)).join('L')}L${[...run].reverse().map(i => spot(i, scoreOf(i).low)).join('L')}z`}) :
      draw('path', {class: 'band', d: `M${spot(run[0], scoreOf(run[0]).low)}h${width / 4}V${up(scoreOf(run[0]).high)}h${-width / 2}V${up(scoreOf(run[0]).low)}z`})),
    ...runs.map(run => draw('path', {class: 'line', d: 'M' + run.map(i => spot(i, scoreOf(i).value)).join('L')})));
  const dots = runs.flat().map(i =>
    draw('circle', {class: 'dot', cx: at(middle(i)), cy: at(up(scoreOf(i).value)), r: i === last ? 5 : buckets.length > 30 ? 2 : 3.5}));
  const label = last < 0 ? '' : draw('text', {class: 'last', x: at(middle(last)), dx: 10, y: at(up(scoreOf(last).value)), dy: '.35em'},
    value(metric, scoreOf(last).value));
  const hints = buckets.map(({from, until, state, score}, i) => draw('rect', {class: 'hint', x: at(i * width), width: at(width), height: '100%'},
    draw('title', {}, pair(span(from, until), score
      ? `${value(metric, score.value)}\n${interval(metric, score)}\n${say('answers', {n: score.n})}` : missing(state, few)))));
  return chart('trend', name, ...grid, ...dates, ...empty, curves, ...dots, label, ...hints);
}
