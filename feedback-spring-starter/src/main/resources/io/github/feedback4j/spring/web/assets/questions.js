/**
 * The rarer questions, and those that come and go with earlier answers. Loaded by widget.js together with flow.js for a prompt
 * that has any; a prompt of ratings, choices and words never loads it.
 *
 * A live form: questions appear where they stand as soon as an answer leads to them, are announced politely, and never take the
 * focus. What was answered before its question went away stays in the form and is not sent.
 */

import {band, way} from './flow.js';

/** @import {Answer, Choice, Question, Text} from './outbox.js' */
/** @import {Field} from './widget.js' */
/** What widget.js lends. @typedef {{
 *   make: <K extends keyof HTMLElementTagNameMap>(tag: K, part?: string, ...content: (Node | string)[]) => HTMLElementTagNameMap[K],
 *   word(key: string): HTMLElement,
 *   say(text: Text, node?: HTMLElement): HTMLElement,
 *   titled(question: Question): (Node | string)[],
 *   plain(question: Question): Field}} Kit */
/** fits tells whether the answer does, show whether what there is to choose has changed. @typedef {Field & {fits?(): boolean,
 *   show?(answers: Answer[]): boolean}} Rare */

export const sheet = new CSSStyleSheet();
sheet.replaceSync(`
.question[hidden], .question [hidden] { display: none }
/* A long form scrolls inside of its panel, and the way out stays in sight. */
:is(.popover, .banner, .modal) { scroll-padding-block-start: 4em }
:is(.popover, .banner, .modal) .head {
  position: sticky; inset-block-start: 0; z-index: 1; background: var(--back);
  margin-inline: calc(-1 * var(--feedback-space, 1.25em)); padding-inline: var(--feedback-space, 1.25em)
}
.tip { margin-block-end: .5em }
.more { margin-block-start: .75em }
.more label { display: block; margin-block-end: .25em }
.said { white-space: pre-line }
.links { list-style: none; margin-block-start: .25em }
.links a { display: inline-flex; align-items: center; flex-wrap: wrap; column-gap: .4em; min-block-size: 44px; color: var(--accent) }
.consent { display: flex; align-items: start; gap: .6em; min-block-size: 44px; padding: .6em .8em; border: var(--line) }
.consent:has(:checked) { border-color: var(--accent); background: var(--tint) }
.consent input { flex: none; inline-size: 1.2em; block-size: 1.2em; margin-block-start: .15em; accent-color: var(--accent) }
.consent.lead { font-size: 1em; font-weight: 550; text-wrap: wrap }
table { inline-size: 100%; border-collapse: collapse; table-layout: fixed }
th { font-weight: 400; line-height: 1.3; text-align: start; overflow-wrap: anywhere; hyphens: auto }
thead th { padding: .2em; text-align: center; vertical-align: top }
thead b { display: block; font-weight: 550 }
thead td { inline-size: 28% }
tbody tr { border-block-start: 1px solid var(--feedback-border, light-dark(#dfe3e9, #373c47)) }
tbody th { padding-block: .5em; padding-inline-end: .75em }
tbody label { display: grid; place-items: center; min-block-size: 44px; cursor: pointer }
tbody label:hover { background: var(--tint) }
tbody input { inline-size: 1.3em; block-size: 1.3em; accent-color: var(--accent); cursor: pointer }
.rows { display: grid; gap: 1em; padding-block-start: .25em }
.rows .legend { font-weight: 400; margin-block-end: .25em }
.ranks { display: grid; gap: .5em }
.rank { display: flex; align-items: center; gap: .75em }
.rank .field { flex: none; inline-size: auto; padding: 0 .6em; background: var(--back) }
.rank label { padding-block: .2em; overflow-wrap: anywhere }
.time, .quick { display: flex; flex-wrap: wrap; align-items: center; gap: .5em }
.time .field { inline-size: 7em }
.quick { margin-block-start: .5em }
.quick .button { inline-size: auto; padding-inline: .9em; font-weight: 400 }
.quick [aria-pressed=true] { border-color: var(--accent); background: var(--tint); font-weight: 550; text-decoration: underline }
@media (forced-colors: active) { .quick [aria-pressed=true] { forced-color-adjust: none; background: Highlight; color: HighlightText } }
`);

/** What opens a new tab, and what the mail or phone program takes. */
const WEB = /^https?:$/;
const SAFE = /^(https?|mailto|tel):$/;

/** Minutes that one press gives. */
const QUICK = [0, 5, 15, 30, 60];

/** Opens the questions of one prompt. @param {Kit} kit */
export function open({make, word, say, titled, plain}) {
  /** @type {Question[]} */
  let questions = [];
  /** @type {Rare[]} */
  let fields = [];
  const live = make('p', 'hush');
  live.role = 'status';
  let timer = 0;
  /** What became visible and is not announced yet. @type {Set<Rare>} */
  const fresh = new Set();

  /** A word with its numbers. @param {...number} numbers */
  function count(key = '', ...numbers) {
    const node = word(key);
    node.textContent = (node.textContent ?? '').replace(/#/g, () => (numbers.shift() ?? 0).toLocaleString(node.lang || live.lang));
    return node;
  }

  /**
   * A question with its head, a tip, what is answered, and room for what is wrong; every control is described by tip and error.
   *
   * @param {Question} question @param {Node?} tip @param {HTMLElement[]} content
   * @param {HTMLElement} head a legend, or the label of the only control
   */
  function frame(question, tip, content, head = make('legend', 'legend', ...titled(question))) {
    const error = make('p', 'error');
    const hint = make('p', 'hint tip');
    error.id = 'error-' + question.id;
    hint.id = 'tip-' + question.id;
    const node = make(head instanceof HTMLLabelElement ? 'div' : 'fieldset', 'question', head, hint, ...content, error);
    for (const each of node.querySelectorAll('input, select')) each.setAttribute('aria-describedby', `${hint.id} ${error.id}`);
    const advise = (/** @type {Node?} */ what) => {
      hint.replaceChildren(what ?? '');
      hint.hidden = !what;
    };
    advise(tip);
    return {question, required: question.required, node, error, advise};
  }

  /** Boxes to tick. @param {Question} question @param {Choice[]} options */
  function boxes({id}, options) {
    const inputs = options.map(() => make('input'));
    const list = make('div', 'choices', ...options.map((option, i) => {
      inputs[i].type = 'checkbox';
      inputs[i].name = id;
      return make('label', 'option', inputs[i], say(option, make('span', 'name')));
    }));
    return {inputs, list, chosen: () => options.filter((_, i) => inputs[i].checked).map(each => each.id)};
  }

  /** Words beside the open option, which are there while it is chosen. @param {Question} question @param {HTMLInputElement} option */
  function openWords({id, openMaxLength}, option) {
    const field = make('input', 'field');
    const label = make('label', '', word('specify'), make('span', 'hint', ' (', word('optional'), ')'));
    const node = make('div', 'more', label, field);
    label.htmlFor = field.id = 'other-' + id;
    field.maxLength = openMaxLength;
    node.hidden = true;
    return {
      node,
      follow: () => node.hidden = !option.checked,
      read: () => option.checked && field.value.trim() ? {other: field.value} : {},
    };
  }

  /** @param {Question} question @returns {Rare} */
  function text(question) {
    const field = plain(question);
    const least = question.minLength ?? 0;
    const fits = () => (field.read()?.text?.length ?? least) >= least;
    return {...field, fits, fault: () => !fits() && count('short', least)};
  }

  /** @param {Question} question @returns {Rare} */
  function singleChoice(question) {
    const field = plain(question);
    if (!question.open) return field;
    const inputs = [...field.node.querySelectorAll('input')];
    const other = openWords(question, inputs[question.choices.findIndex(each => each.id === question.open)]);
    field.error.before(other.node);
    field.node.oninput = other.follow;
    const read = () => {
      const answer = field.read();
      return answer && {...answer, ...other.read()};
    };
    return {...field, read};
  }

  /** What a number of options must be, before and after. @param {Question} question @returns {Node?} */
  function range({options, atLeast = 1, atMost}) {
    return atLeast === atMost ? count('exactly', atMost)
      : atMost < options.length ? atLeast > 1 ? count('between', atLeast, atMost) : count('atMost', atMost)
      : atLeast > 1 ? count('atLeast', atLeast)
      : null;
  }

  /** @param {Question} question @returns {Rare} */
  function multiChoice(question) {
    const {id, options, open, atLeast = 1, atMost} = question;
    const {inputs, list, chosen} = boxes(question, options);
    const other = open ? openWords(question, inputs[options.findIndex(each => each.id === open)]) : null;
    const parts = frame(question, range(question), other ? [list, other.node] : [list]);
    const fault = () => chosen().length > atMost ? count('many', atMost)
      : chosen().length > 0 && chosen().length < atLeast && count('few', atLeast);
    parts.node.oninput = () => {
      other?.follow();
      // Too few may still become enough.
      warn(parts.error, chosen().length > atMost && fault());
    };
    return {...parts, target: inputs[0], fault, fits: () => !fault(),
      read: () => chosen()[0] ? {question: id, choices: chosen(), ...other?.read()} : null};
  }

  /** @param {Question} question @returns {Rare} */
  function factors(question) {
    const {id, of, bands = [], atMost} = question;
    const groups = bands.map(({options}) => boxes(question, options));
    let shown = -1;
    const parts = frame(question, null, groups.map(each => each.list));
    const chosen = () => groups[shown]?.chosen() ?? [];
    const fault = () => chosen().length > atMost && count('many', atMost);
    parts.node.oninput = () => warn(parts.error, fault());
    return {...parts, fault, fits: () => !fault(),
      get target() {
        return groups[Math.max(shown, 0)].inputs[0];
      },
      read: () => chosen()[0] ? {question: id, choices: chosen()} : null,
      show(answers) {
        const now = bands.findIndex(each => each === band(question, answers.find(answer => answer.question === of)?.rating));
        const other = now !== shown;
        shown = now;
        groups.forEach(({list}, i) => list.hidden = i !== now);
        if (other) parts.advise(atMost < (bands[now]?.options.length ?? 0) ? count('atMost', atMost) : null);
        return other;
      }};
  }

  /** A table where there is room, else a scale for each row. @param {Question} question @returns {Rare} */
  function matrix(question) {
    const {id, rows, min, max, labels = {}} = question;
    const points = Array.from({length: max - min + 1}, (_, i) => min + i);
    const named = points.every(each => labels[each]);
    /** @type {Record<string, number>} */
    const given = {};
    /** In the order of rows and points, whatever they look like. @type {HTMLInputElement[]} */
    let inputs = [];
    const body = make('div');
    const gauge = make('div');
    const parts = frame(question, null, [gauge, body]);
    let stacked = false;

    const table = () => make('table', 'matrix',
      make('thead', '', make('tr', '', make('td'), ...points.map(point => {
        const head = make('th', '', make('b', '', String(point)), labels[point] ? say(labels[point], make('span', 'hint')) : '');
        head.scope = 'col';
        head.id = `${id}.${point}-point`;
        return head;
      }))),
      make('tbody', '', ...rows.map(row => {
        const head = say(row, make('th'));
        /** @type {HTMLTableCellElement} */ (head).scope = 'row';
        head.id = `${id}.${row.id}-row`;
        return make('tr', '', head, ...points.map(point => {
          const input = make('input');
          input.type = 'radio';
          input.name = `${id}.${row.id}`;
          input.setAttribute('aria-labelledby', `${head.id} ${id}.${point}-point`);
          return make('td', '', make('label', '', input));
        }));
      })));

    const scales = () => make('div', 'rows', ...rows.map(row => {
      const {node} = plain({...question, ...row, id: `${id}.${row.id}`, type: 'rating', presentation: 'numbers', required: true});
      // Numbers with the ends' texts below: a line for each point of each row would be a long way.
      node.querySelector('.full')?.classList.remove('full');
      return node;
    }));

    function draw() {
      const focus = inputs.findIndex(each => each.matches(':focus'));
      body.replaceChildren(stacked ? scales() : table());
      inputs = [...body.querySelectorAll('input')];
      inputs.forEach((input, i) => {
        const {id: row} = rows[Math.floor(i / points.length)];
        const point = points[i % points.length];
        input.checked = given[row] === point;
        input.setAttribute('aria-describedby', parts.error.id);
        input.addEventListener('input', () => given[row] = point);
        // Its scale shows what is chosen.
        if (input.checked) input.closest('fieldset')?.dispatchEvent(new Event('change'));
      });
      inputs[focus]?.focus();
    }

    draw();
    // It has no content, so that what is drawn never changes what is measured.
    new ResizeObserver(([{contentRect: {width}}]) => {
      const narrow = width < 160 + points.length * (named ? 84 : 56);
      if (!width || narrow === stacked) return;
      stacked = narrow;
      draw();
    }).observe(gauge);

    const gap = () => rows.findIndex(each => given[each.id] === undefined);
    /** @type {Rare} */
    const field = {...parts,
      get target() {
        return inputs[Math.max(gap(), 0) * points.length];
      },
      read: () => Object.keys(given)[0] ? {question: id, rows: {...given}} : null,
      fault: () => field.required && gap() >= 0 && word('rows')};
    return field;
  }

  /** @param {Question} question @returns {Rare} */
  function ranking(question) {
    const {id, options, top} = question;
    const selects = options.map(() => make('select', 'field'));
    const list = make('div', 'ranks', ...options.map((option, i) => {
      const select = selects[i];
      const label = say(option, make('label'));
      /** @type {HTMLLabelElement} */ (label).htmlFor = select.id = `${id}.${option.id}-rank`;
      for (let rank = 0; rank <= top; rank++) {
        const choice = rank ? make('option', '', String(rank)) : say({text: word('unranked').textContent ?? '', lang: live.lang}, make('option'));
        /** @type {HTMLOptionElement} */ (choice).value = String(rank);
        select.append(choice);
      }
      let before = '0';
      // Each number once: whoever had it takes the one that became free.
      select.oninput = () => {
        const other = selects.findIndex(each => each !== select && each.value === select.value && each.value !== '0');
        if (other >= 0) {
          selects[other].value = before;
          selects[other].dispatchEvent(new Event('given'));
          tell(say(options[other]), ': ', selects[other].selectedOptions[0].text);
        }
        before = select.value;
      };
      select.addEventListener('given', () => before = select.value);
      return make('div', 'rank', select, label);
    }));
    const parts = frame(question, top > 1 ? count('order', top) : word('first'), [list]);
    const ranked = () => selects.map((each, i) => ({rank: Number(each.value), id: options[i].id}))
      .filter(each => each.rank).sort((one, other) => one.rank - other.rank).map(each => each.id);
    const fits = () => ranked().length === top;
    return {...parts, fits,
      get target() {
        return selects.find(each => each.value === '0') ?? selects[0];
      },
      read: () => ranked()[0] ? {question: id, ranking: ranked()} : null,
      fault: () => ranked()[0] && !fits() && count('ranks', top)};
  }

  /**
   * A box to tick, or yes and no where an answer may be required: a consent that cannot be refused is none.
   *
   * @param {Question} question @returns {Rare}
   */
  function consent(question) {
    const {id} = question;
    if (question.required || question.requiredWhen) {
      const choices = ['yes', 'no'].map(each => {
        const {textContent, lang} = word(each);
        return {id: each, text: textContent ?? '', lang: lang || live.lang};
      });
      const field = plain({...question, choices});
      return {...field, question, read() {
        const choice = field.read()?.choice;
        return choice ? {question: id, consent: choice === 'yes'} : null;
      }};
    }
    const input = make('input');
    input.type = 'checkbox';
    input.name = id;
    const error = make('p', 'error');
    error.id = 'error-' + id;
    input.setAttribute('aria-describedby', error.id);
    let touched = false;
    input.addEventListener('input', () => touched = true);
    const node = make('div', 'question', make('label', 'option consent', input, make('span', '', ...titled(question))), error);
    return {question, required: false, node, error, target: input,
      // Taken back is a no; never touched is no answer.
      read: () => touched ? {question: id, consent: input.checked} : null};
  }

  /** @param {Question} question @returns {Rare} */
  function lostTime(question) {
    const {id, min, max} = question;
    const field = make('input', 'field');
    const unit = make('span', 'unit', word('minutes'));
    const [asked, optional] = titled(question);
    const label = make('label', 'legend', asked, make('span', 'hush', ' ', word('minutes')), optional);
    field.inputMode = 'numeric';
    field.autocomplete = 'off';
    unit.ariaHidden = 'true';
    label.htmlFor = field.id = 'field-' + id;
    const written = () => field.value.replace(/\s/g, '');
    const buttons = QUICK.filter(each => each >= min && each <= max).map(each => {
      const button = make('button', 'button', count('minute', each));
      button.type = 'button';
      button.ariaLabel = `${each} ${unit.textContent}`;
      button.value = String(each);
      button.onclick = () => {
        field.value = button.value;
        for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, {bubbles: true}));
      };
      return button;
    });
    const press = () => buttons.forEach(each => each.ariaPressed = String(each.value === written()));
    const parts = frame(question, null, [make('div', 'time', field, unit), make('div', 'quick', ...buttons)], label);
    parts.node.oninput = press;
    press();
    const fits = () => !written() || /^\d{1,9}$/.test(written()) && Number(written()) >= min && Number(written()) <= max;
    return {...parts, target: field, fits,
      read: () => written() ? {question: id, minutes: Number(written())} : null,
      fault: () => !fits() && count('bounds', min, max)};
  }

  /** Something to read; the server has checked the addresses, and so do we. @param {Question} question @returns {Rare} */
  function statement(question) {
    const links = question.links.map(each => {
      const link = make('a', 'link', say(each));
      link.href = each.url;
      if (WEB.test(link.protocol)) {
        link.target = '_blank';
        link.append(make('span', 'hint', word('tab')));
      }
      link.rel = 'noopener noreferrer';
      return link;
    }).filter(each => SAFE.test(each.protocol));
    const node = make('div', 'question', say(question, make('p', 'said')),
      links[0] ? make('ul', 'links', ...links.map(each => make('li', '', each))) : '');
    return {question, required: false, node, error: make('p'), target: node, read: () => null};
  }

  /** @type {Record<string, (question: Question) => Rare>} */
  const makers = {rating: plain, expectation: plain, text, singleChoice, multiChoice, matrix, ranking, consent, lostTime, factors, statement};

  /** Tells something without moving the focus. @param {...(Node | string)} what */
  function tell(...what) {
    live.replaceChildren(...what);
  }

  /** Says at once what is wrong, or that it no longer is. @param {HTMLElement} error @param {Node | false} fault */
  function warn(error, fault) {
    error.replaceChildren(fault || '');
    if (fault) tell(fault.cloneNode(true));
  }

  /** What the server will see. @param {Rare} field */
  const answer = field => field.fits?.() === false ? null : field.read();

  /** Shows the questions on the way and hides the others. @returns {Rare[]} what came up */
  function walk() {
    const answers = fields.map(answer).filter(each => !!each);
    const {shown, required} = way(questions, answers);
    return fields.filter(field => {
      const {question: {id}, node} = field;
      const was = !node.hidden;
      node.hidden = !shown.has(id);
      field.required = required.has(id);
      const optional = /** @type {HTMLElement?} */ (node.querySelector('.legend .hint, .consent .hint'));
      if (optional) optional.hidden = field.required;
      if (field.target?.ariaRequired) field.target.ariaRequired = String(field.required);
      const other = field.show?.(answers);
      if (node.hidden) fresh.delete(field);
      if (node.hidden || other) field.error.replaceChildren();
      return !node.hidden && (!was || other);
    });
  }

  return {
    /** Makes the questions of a prompt. @param {Question[]} all */
    fields(all, lang = '') {
      questions = all;
      live.lang = lang;
      fields = all.filter(each => makers[each.type]).map(each => makers[each.type](each));
      walk();
      return fields;
    },

    /** Where news is told. */
    live,

    /** Follows the answers, and announces once somebody pauses. */
    follow() {
      for (const field of walk()) fresh.add(field);
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (fresh.size) tell(word('more'), ...[...fresh].flatMap(each => [' ', say(each.question)]));
        fresh.clear();
      }, 600);
    },

    /** The answers to questions that are shown after these answers alone. @param {Answer[]} answers */
    shown: answers => answers.filter(each => way(questions, answers).shown.has(each.question)),
  };
}
