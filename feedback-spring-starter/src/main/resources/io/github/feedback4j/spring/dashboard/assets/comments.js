/** What people wrote: the newest first, with the places that the tagger has found. Never anything but text. */

import {swatch} from './charts.js';
import {choice, make, section, spoken, speaking} from './elements.js';
import {ask, explain} from './server.js';
import {day, nameOf, say} from './words.js';

/** @typedef {import('./charts.js').Tone} Tone */

/** @type {Record<string, string>} */
const signs = {POSITIVE: '+', NEGATIVE: '\u2212', MIXED: '±', NEUTRAL: '○'};
const named = (polarity = '') => signs[polarity] ? say(polarity) : polarity;

/** Cuts a text where mentions begin and end, because they may overlap. @param {Wire.Mention[]} mentions */
export function marked(text = '', mentions = /** @type {Wire.Mention[]} */ ([])) {
  const cuts = [...new Set([0, text.length, ...mentions.flatMap(({start, end}) => [start, end])])]
    .filter(cut => cut >= 0 && cut <= text.length).sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i];
    const here = mentions.filter(each => each.start < end && each.end > start);
    const piece = text.slice(start, end);
    if (!here[0]) return piece;
    const polarities = new Set(here.map(each => each.polarity));
    const node = make('mark', polarities.size > 1 ? 'MIXED' : here[0].polarity, piece);
    node.title = here.map(({title, polarity}) => `${title.text}: ${named(polarity)}`).join('; ');
    // Shown by the style sheet, so that it is no part of what people wrote.
    const first = here.filter(each => each.start === start).map(each => signs[each.polarity] ?? '');
    if (first[0]) node.dataset.sign = [...new Set(first)].join('');
    return node;
  });
}

/**
 * Makes the section of the comments.
 *
 * @param {(changes: Record<string, string>) => string} link the address of a view
 * @param {(address: string) => void} go shows a view
 * @param {(text: string) => void} announce
 */
export function commentsSection(link, go, announce) {
  const kind = choice('class', each => go(link({class: each})));
  const theme = choice('theme', each => go(link({theme: each})));
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
    const themes = make('ul', 'themes', ...[...found.values()].map(each => {
      const chip = make('a', 'chip ' + each.polarity, make('span', 'sign', signs[each.polarity] ?? ''), spoken('span', each.title),
        make('span', 'hush', ` (${named(each.polarity)})`));
      chip.href = link({theme: each.theme});
      chip.dataset.view = '';
      return make('li', '', chip);
    }));
    themes.ariaLabel = say('themes');
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
    more.ariaDisabled = 'true';
    node.ariaBusy = 'true';
    try {
      /** @type {Wire.Verbatims} */
      const {state, classes, themes, comments, next} = await ask('verbatims', asked);
      if (now !== run) return;
      if (!before) {
        kind.offer([['', say('classAll')], ...(classes ?? []).map(each => /** @type {[string, string]} */ ([each, nameOf('class', each)]))], query.get('class') ?? '');
        theme.offer([['', say('themeAll')], ...(themes ?? []).map(each => /** @type {[string, Wire.Text]} */ ([each.id, each.title]))], query.get('theme') ?? '');
        filters.hidden = state === 'hidden';
        theme.node.hidden = !themes?.[0];
        list.replaceChildren();
        const first = comments?.[0]?.texts[0]?.question;
        question = first?.text ?? '';
        usual.replaceChildren(...first ? [say('usual'), spoken('span', first)] : []);
        body.replaceChildren(...comments?.[0] ? [usual, list, more] : [make('p', 'lead', state === 'hidden' ? say('hidden', {n: few})
          : say(query.get('class') || query.get('theme') ? 'noCommentsHere' : 'noComments'))]);
      }
      const added = (comments ?? []).map(each => item(each, toneOf));
      const focused = document.activeElement === more;
      list.append(...added);
      more.hidden = !next;
      more.onclick = () => more.ariaDisabled === 'true' || show(query, toneOf, few, next ?? '');
      if (before) announce(say('moreShown', {n: added.length}));
      if (focused && !next) added[0]?.focus();
    } catch (trouble) {
      if (now !== run) return;
      const out = explain(trouble, () => show(query, toneOf, few, before));
      if (before) more.after(out);
      else body.replaceChildren(out);
    } finally {
      if (now === run) {
        more.ariaDisabled = 'false';
        node.ariaBusy = 'false';
      }
    }
  }

  return {node, show};
}
