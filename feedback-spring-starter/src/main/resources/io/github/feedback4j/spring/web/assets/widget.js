/**
 * `<feedback-prompt touchpoint="ticket.closed" subject="INC-1234">`: asks what the server wants asked, and nothing else.
 *
 * placement: inline, popover, banner, modal; trigger: load, visible, idle, manual; delay: seconds; theme: light, dark, auto (the
 * system's), or the page's color-scheme. Events: feedback:shown, answered, submitted, dismissed, error; no answer is in them.
 * For themes: each --feedback-… property below stands with its default; parts are named like classes.
 */

/** @import {Answer, Prompt, Question, Session, Text, open} from './outbox.js' */
/** @typedef {ReturnType<typeof import('./questions.js').open>} More */
/** One question on the page; fault tells what its answer still needs to be sent. @typedef {{question: Question, node: HTMLElement,
 *   target: HTMLElement, error: HTMLElement, required: boolean, read(): Answer?, fault?(): Node | '' | false}} Field */

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { all: initial; display: block; color-scheme: inherit }
:host([hidden]) { display: none }
:host([theme=light]) { color-scheme: light }
:host([theme=dark]) { color-scheme: dark }
:host([theme=auto]) { color-scheme: light dark }
* { box-sizing: border-box; margin: 0; padding: 0; min-inline-size: 0; font: inherit; color: inherit }

.panel {
  --text: var(--feedback-color, light-dark(#1f2430, #e9ebf0));
  --back: var(--feedback-background, light-dark(#fff, #1d2027));
  --line: 1px solid var(--feedback-control, light-dark(#868f9e, #78818f));
  --accent: var(--feedback-accent, light-dark(#2f5bd0, #a3bcff));
  --round: var(--feedback-radius, 9px);
  --tint: color-mix(in srgb, var(--accent) 9%, var(--back));
  container-type: inline-size; max-inline-size: 44em; inset: auto;
  font: var(--feedback-font-size, medium)/1.5 var(--feedback-font, system-ui, sans-serif);
  color: var(--text); background: var(--back);
  border: 1px solid var(--feedback-border, light-dark(#dfe3e9, #373c47)); border-radius: calc(var(--round) + 3px)
}
.popover, .banner, .modal {
  position: fixed; inset-block-end: 1em; inset-inline-end: 1em; max-block-size: calc(100dvh - 2em); overflow: auto;
  inline-size: min(var(--feedback-width, 28em), 100vw - 2em);
  box-shadow: var(--feedback-shadow, 0 1px 3px rgb(0 0 0/.08), 0 12px 36px rgb(0 0 0/.18))
}
.banner { inline-size: auto; inset-inline: 1em; margin-inline: auto }
.modal { inset: 0; margin: auto }
.top { inset-block: 1em auto }
::backdrop { background: none }

form { display: grid; gap: 1.25em; padding: .5em var(--feedback-space, 1.25em) 1.25em; font-size: .9375em }
.head, .actions { display: flex; flex-wrap: wrap; align-items: center; gap: .5em }
.head { justify-content: space-between; margin-block-end: -1em }
.eyebrow, .hint, .ends, .privacy, .scale .name { color: var(--feedback-muted, light-dark(#596273, #a9b1be)); font-size: .8667em }
.legend { display: block; margin-block-end: .5em; font-weight: 550 }
.lead { font-size: 1.25em; font-weight: 650; line-height: 1.3; text-wrap: balance }
.question { border: 0 }
.hint { font-weight: 400 }
.error:not(:empty) { margin-block-start: .4em; color: var(--feedback-error, light-dark(#b3261e, #ffb4ab)); font-weight: 550 }

.button {
  display: inline-flex; align-items: center; justify-content: center; gap: .5em; inline-size: 7.5em; min-block-size: 44px;
  background: none; border: var(--line); font-weight: 550; cursor: pointer
}
.button:hover { background: var(--tint) }

.mark, .option, .field, .button { border-radius: var(--round) }
.mark { display: grid; place-items: center; min-block-size: 44px; margin: 2px; border: var(--line) }
svg { inline-size: 1em; fill: none; stroke: currentcolor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
.mark svg { inline-size: 30px; stroke-width: 1.5 }
.option:hover :not(:checked) + .mark { background: var(--tint); border-color: var(--accent) }
.scale :checked + .mark, .send, .send:hover {
  background: var(--accent); border-color: var(--accent); color: var(--feedback-on-accent, light-dark(#fff, #111a30))
}
:focus-visible + .mark, :focus-visible { outline: 3px solid var(--feedback-focus, var(--accent)); outline-offset: 2px }
.stars .mark, .smileys .mark { border-color: transparent }
.stars svg { color: var(--accent) }
.stars :checked + .mark { background: var(--tint) }
.stars :checked + .mark svg, .stars .option:has(~ .option :checked) svg { fill: currentcolor }
.name { display: block; line-height: 1.3; padding: .2em; overflow-wrap: anywhere; hyphens: auto }
.scale :checked ~ .name { color: var(--text) }
.ends { display: flex; justify-content: space-between; gap: 1em; line-height: 1.3; padding-block-start: .3em }
.ends :last-child { text-align: end }
.full + .ends { display: none }
.hush, .scale:not(.full) .name { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
.choices { display: grid; gap: .5em; grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr)) }
.choices .option { display: flex; align-items: center; gap: .6em; min-block-size: 44px; padding-inline: .8em; border: var(--line) }
.choices .option:has(:checked) { border-color: var(--accent); background: var(--tint) }
.choices input { flex: none; inline-size: 1.2em; block-size: 1.2em; accent-color: var(--accent) }
.field {
  display: block; inline-size: 100%; min-block-size: 44px; max-block-size: 16em; padding: .6em .8em; background: none; border: var(--line)
}
textarea.field { min-block-size: 5em; resize: vertical; field-sizing: content }
.option { position: relative; cursor: pointer }
.scale { display: grid; grid-template-columns: repeat(var(--count), 1fr); margin-inline: -2px; text-align: center }
.scale input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; opacity: 0; cursor: pointer }
.close, .never { justify-content: end; border-color: transparent; padding-inline: .6em; margin-inline: auto -.6em }
.never { inline-size: auto }
.note:not(.hush) { padding: .6em .8em; background: var(--tint); border-radius: var(--round) }
[tabindex] { outline: none }
.thanks svg { color: var(--accent); vertical-align: -.1em; margin-inline-end: .5em }

@container (width < 520px) { .long { grid-template-columns: repeat(var(--half), 1fr) } }
@container (420px <= width < 520px) {
  .many .name { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
  .many + .ends { display: flex }
}
@container (width < 420px) {
  .many { grid-template-columns: repeat(var(--half), 1fr) }
  .full:not(.thumbs) { grid-template-columns: 1fr; text-align: start }
  .full:not(.thumbs) .option { display: flex; align-items: center; gap: .6em }
  .full:not(.thumbs) .mark { flex: none; inline-size: 44px }
}
@media (pointer: coarse) { .long { grid-template-columns: repeat(var(--half), 1fr) } }
@media (prefers-reduced-motion: no-preference) {
  .panel { animation: appear .25s ease-out }
  @keyframes appear { from { opacity: 0; translate: 0 8px } }
}
@media (forced-colors: active) {
  .scale :checked + .mark, .send, .send:hover { forced-color-adjust: none; background: Highlight; color: HighlightText }
  .stars svg { color: inherit }
}
`);

const paths = {
  star: 'M12 3l2.8 5.7 6.2.9-4.5 4.4 1.1 6.2L12 17.3l-5.6 2.9 1.1-6.2L3 9.6l6.2-.9z',
  thumb: 'M7 10v10H4V10zM7 11l4-8c1.6 0 2.6 1 2.4 2.7L13 9h5.6c1.3 0 2.2 1.1 1.9 2.4l-1.5 7A2 2 0 0 1 17 20H7',
  cross: 'M6 6l12 12M18 6L6 18',
  tick: 'M4 12.5l5.5 5.5L20 7',
};

function icon(path = '', turned = false) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  line.setAttribute('d', path);
  if (turned) line.setAttribute('transform', 'rotate(180 12 12)');
  svg.append(line);
  return svg;
}

/** Makes an element. @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {...(Node | string)} content */
function make(tag, part = '', ...content) {
  const node = document.createElement(tag);
  node.className = part;
  node.setAttribute('part', part);
  node.append(...content);
  return node;
}

/** A point of a scale: a picture only beside words. @param {Question} question */
function mark({presentation, min, max}, value = 0, named = false) {
  const high = (value - min) / (max - min);
  const bend = high * 4 - 2;
  const picture = presentation === 'stars' ? icon(paths.star)
    : named && presentation === 'thumbs' ? icon(paths.thumb, !high)
    : named && presentation === 'smileys' ? icon(`M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M9 9v1M15 9v1M8 ${15.5 - bend / 2}q4 ${bend * 1.5} 8 0`)
    : '';
  return make('span', 'mark', picture, make('span', picture && 'hush', String(value)));
}

const sleep = (ms = 0) => new Promise(done => setTimeout(done, ms));

/** The focused element, also inside components. */
function focused() {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return /** @type {HTMLInputElement?} */ (node);
}

/** Whether a dialog is open, or somebody is writing. @param {Element} self */
function busy(self) {
  const node = focused();
  return node?.matches('iframe') || node?.matches(':read-write') && (node.value ?? node.textContent) ||
    [...document.querySelectorAll(':modal, [aria-modal=true]')].some(dialog =>
      !dialog.contains(self) && dialog.checkVisibility({visibilityProperty: true}));
}

let query = '';
/** @type {Session?} */
let session = null;
/** @type {ReturnType<typeof open> | undefined} */
let outbox;

/** @type {typeof import('./widget-words.js').words} */
let words;

// No answer has status 0, and so has a redirect: it leads to a login page, maybe on a host that CSP forbids.
const call = (path = '', method = 'GET', body = '') => fetch(new URL('../api/v1/' + path, import.meta.url), {
  method,
  body: body || null,
  redirect: 'manual',
  cache: 'no-store',
  keepalive: body.length < 2e4,
  signal: AbortSignal.timeout(2e4),
  headers: {
    'X-Feedback4j': '1',
    ...body && {'Content-Type': 'application/json', ...session?.csrf && {[session.csrf.header]: session.csrf.token}},
  },
}).catch(() => Response.error());

/** A login page may well be a 200. @param {Response} answer */
const accepted = answer => answer.status === 204 || answer.ok && /json/.test(answer.headers.get('Content-Type') ?? '');

/** Asks for a prompt, which renews the session; a 204 can do so in a header. @returns {Promise<Prompt?>} */
async function ask() {
  const answer = await call('prompts?' + query);
  if (!accepted(answer)) throw answer.status;
  const prompt = answer.status === 204 ? null : await answer.json();
  session = prompt ?? JSON.parse(answer.headers.get('X-Feedback4j') ?? 'null') ?? session;
  return prompt;
}

/** The one prompt of this page and visit. @type {FeedbackPrompt?} */
let holder = null;
let place = '';
/** Elements ask one after the other. @type {Promise<unknown>} */
let turn = Promise.resolve();

class FeedbackPrompt extends HTMLElement {
  static observedAttributes = ['touchpoint', 'survey', 'subject', 'placement', 'lang', 'theme', 'trigger', 'delay'];

  static {
    addEventListener('pagehide', () => {
      if (holder) holder.#flush();
      outbox?.hurry();
    });
  }

  #root = this.attachShadow({mode: 'open'});
  /** Changes when what is under way is no longer wanted. */
  #run = 0;
  /** @type {Prompt?} */
  #prompt = null;
  /** @type {Field[]} */
  #fields = [];
  /** What short prompts do not need. @type {More | false | undefined} */
  #more;
  #note = make('p');
  #send = make('button');
  #path = '';
  #revision = 0;
  #body = '';
  /** asking, sending, kept, done */
  #state = '';
  #partial = 0;
  #tick = 0;
  #rest = 20;
  /** @type {IntersectionObserver | undefined} */
  #sight;
  /** Where focus came from. @type {HTMLElement?} */
  #origin = null;
  /** @type {Element?} */
  #avoided = null;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    this.#start();
  }

  disconnectedCallback() {
    // Frameworks make elements anew.
    if (this.#state !== 'done') this.#release();
    this.close();
  }

  /** @param {string} name @param {string?} old @param {string?} value */
  attributeChangedCallback(name, old, value) {
    if (this.isConnected && old !== value && !/theme|delay/.test(name)) this.#start();
  }

  /** Asks now: for a "Give feedback" button. */
  open() {
    if (!this.#root.firstChild) this.#start(true);
  }

  /** Takes the prompt away, which is no refusal. */
  close() {
    this.#flush();
    this.#run++;
    clearInterval(this.#tick);
    this.#sight?.disconnect();
    const inside = this.#root.activeElement;
    this.#root.querySelector('dialog')?.close();
    this.#root.replaceChildren();
    if (inside) this.#origin?.focus({preventScroll: true});
    this.#origin = null;
  }

  /** Forgets what was asked, and begins again. */
  reset() {
    this.#release();
    this.#start();
  }

  #release() {
    if (holder === this) holder = null;
  }

  #placement() {
    return this.getAttribute('placement') || 'inline';
  }

  async #start(now = false) {
    this.close();
    const run = this.#run;
    const quiet = async () => {
      while (!now && run === this.#run && busy(this)) await sleep(400);
      return run === this.#run;
    };
    // Attributes set one after the other make one request.
    await null;
    const trigger = this.getAttribute('trigger');
    if (run !== this.#run || !now && trigger === 'manual') return;
    if (!now) {
      if (trigger === 'visible') {
        await new Promise(seen => {
          this.#sight = new IntersectionObserver(([entry]) => entry.isIntersecting && seen(entry));
          this.#sight.observe(this);
        });
      }
      if (trigger === 'idle') await new Promise(idle => (window.requestIdleCallback ?? setTimeout)(idle));
      await sleep(1000 * Number(this.getAttribute('delay') ?? (this.#placement() === 'inline' ? 0 : 3)));
    }
    if (!await quiet()) return;
    const asked = turn.then(() => run === this.#run ? this.#ask(now) : null);
    turn = asked;
    const prompt = await asked;
    if (prompt && await quiet()) this.#show(prompt);
  }

  async #ask(now = false) {
    if (!now && holder && holder !== this && place === location.href) return;
    query = String(new URLSearchParams([...this.attributes]
      .filter(({name}) => /^(touchpoint|survey|subject|placement|lang|data-.*)$/.test(name))
      .map(({name, value}) => [name, value])));
    try {
      const prompt = await ask();
      if (!session) return;
      const [box, said, more] = await Promise.all([import('./outbox.js'), prompt && import('./widget-words.js'),
        prompt?.questions.some(each => each.visibleWhen || each.requiredWhen || each.next || each.open || each.minLength ||
          !/^(rating|text|singleChoice)$/.test(each.type)) && import('./questions.js')]);
      outbox ??= box.open(call, accepted, ask, () => session?.user);
      outbox.deliver();
      // Answered, but not delivered yet.
      if (!prompt || outbox.holds(prompt.invitation)) return;
      if (said) words = said.words;
      if (more) this.#root.adoptedStyleSheets = [sheet, more.sheet];
      this.#more = more && more.open({make, word: each => this.#word(each), say: (...each) => this.#say(...each),
        titled: each => this.#titled(each), plain: each => this.#field(each)});
      if (holder !== this) holder?.close();
      holder = this;
      place = location.href;
      return prompt;
    } catch (status) {
      this.#emit('error', {status: Number(status) || 0});
    }
  }

  /** @param {Prompt} prompt */
  #show(prompt) {
    const {invitation, questions, title} = prompt;
    const placement = this.#placement();
    if (invitation !== this.#prompt?.invitation) {
      this.#path = `responses/${outbox?.uuid()}`;
      this.#revision = 0;
    }
    this.#prompt = prompt;
    this.#state = 'asking';
    this.#rest = 20;
    const more = this.#more;
    this.#fields = more ? more.fields(questions, prompt.lang) : questions.map(each => this.#field(each));
    const nodes = this.#fields.map(each => each.node);
    const first = nodes.find(each => !each.hidden)?.firstChild;
    if (!first) return;
    const heading = title ? this.#say(title, make('h2', 'title')) : /** @type {HTMLElement} */ (first);
    heading.id = 'title';
    heading.classList.add('lead');
    const note = this.#note = make('p', 'note hush');
    note.role = 'status';
    this.#send = make('button', 'button send', this.#word('send'));

    const form = make('form', 'form', this.#head('closed'), title ? heading : '', ...nodes, note, more ? more.live : '',
      make('div', 'actions', this.#send, this.#button('later', 'later'), this.#button('never', 'never')),
      make('p', 'privacy', this.#word(prompt.identity)));
    form.noValidate = true;
    form.onsubmit = event => {
      event.preventDefault();
      this.#submit();
    };

    const panel = make(placement === 'modal' ? 'dialog' : 'section', 'panel ' + placement, form);
    panel.setAttribute('aria-labelledby', 'title');
    panel.lang = prompt.lang;
    panel.dir = prompt.dir;
    if (more) form.oninput = more.follow;
    form.onchange = ({target}) => {
      const field = this.#fields.find(each => each.node.contains(/** @type {Node} */ (target)));
      this.#emit('answered', {question: field?.question.id});
      if (field?.question.metric && this.#state === 'asking') {
        clearTimeout(this.#partial);
        this.#partial = window.setTimeout(() => this.#flush(), 800);
      }
    };
    form.addEventListener('focusin', ({relatedTarget: from}) => {
      if (from instanceof HTMLElement && !panel.contains(from)) this.#origin = from;
    });
    form.onkeydown = event => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopPropagation();
      this.#dismiss('closed');
    };
    this.#root.replaceChildren(panel);
    if (panel instanceof HTMLDialogElement) {
      panel.oncancel = () => this.#dismiss('closed');
      heading.tabIndex = -1;
      heading.autofocus = true;
      panel.showModal();
    } else if (placement !== 'inline') {
      // The top layer: nothing of the page hides it.
      panel.popover = 'manual';
      panel.showPopover();
      this.#tick = window.setInterval(() => this.#giveWay(panel), 400);
    }
    // A live region tells only of changes.
    setTimeout(() => note.append(this.#word('feedback'), '. ', heading.textContent ?? ''), 200);

    this.#sight = new IntersectionObserver(([entry], sight) => {
      if (entry.intersectionRatio < .3) return;
      sight.disconnect();
      call(`prompts/${invitation}/shown`, 'POST', '{}');
      this.#emit('shown');
    }, {threshold: .3});
    this.#sight.observe(panel);
  }

  /** Sets a text, and its language where it is not the prompt's. @param {Text} text @param {HTMLElement} node */
  #say({text, lang}, node = make('span')) {
    node.textContent = text;
    if (lang !== this.#prompt?.lang) {
      node.lang = lang;
      node.dir = 'auto';
    }
    return node;
  }

  #word(key = '') {
    const lang = this.#prompt?.lang ?? '';
    const own = words[lang.slice(0, 2)];
    return this.#say(own ? {text: own[key], lang} : {text: words.en[key], lang: 'en'});
  }

  #head(how = '') {
    return make('div', 'head', make('span', 'eyebrow', this.#word('feedback')), this.#button('close', how, icon(paths.cross)));
  }

  /** @param {...Node} more */
  #button(name = '', how = '', ...more) {
    const button = make('button', 'button ' + name, this.#word(name), ...more);
    button.type = 'button';
    button.onclick = () => this.#dismiss(how);
    return button;
  }

  /** What is asked, and whether an answer is needed. @param {Question} question */
  #titled(question) {
    return [this.#say(question), question.required ? '' : make('span', 'hint', ' (', this.#word('optional'), ')')];
  }

  /** @param {Question} question @returns {Field} */
  #field(question) {
    const {id, type, min, max, labels = {}, maxLength, required} = question;
    const error = make('p', 'error');
    error.id = 'error-' + id;

    if (type === 'text') {
      const field = make(question.size === 'short' ? 'input' : 'textarea', 'field');
      const label = make('label', 'legend', ...this.#titled(question));
      label.htmlFor = field.id = 'field-' + id;
      field.setAttribute('aria-describedby', error.id);
      field.ariaRequired = String(required);
      if (maxLength) field.maxLength = maxLength;
      return {question, required, error, target: field, node: make('div', 'question', label, field, error),
        read: () => field.value.trim() ? {question: id, text: field.value} : null};
    }

    const rating = !question.choices;

    /** @type {{id: string | number, text?: Text}[]} */
    const options = rating
      ? Array.from({length: max - min + 1}, (_, i) => ({id: min + i, text: labels[min + i]}))
      : question.choices.map(choice => ({id: choice.id, text: choice}));
    const inputs = options.map(() => make('input'));
    const scale = make('div', rating ? 'scale ' + question.presentation : 'choices', ...options.map(({id: value, text}, i) => {
      inputs[i].type = 'radio';
      inputs[i].name = id;
      inputs[i].setAttribute('aria-describedby', error.id);
      return make('label', 'option', inputs[i], rating ? mark(question, +value, !!text) : '',
        text ? this.#say(text, make('span', 'name')) : '');
    }));
    const last = inputs.length - 1;
    const node = make('fieldset', 'question', make('legend', 'legend', ...this.#titled(question)), scale);
    const copy = (i = 0) => this.#say(options[i]?.text ?? {text: '', lang: ''});
    const ends = make('div', 'ends', copy(0), copy(-1), copy(last));
    if (rating) {
      scale.classList.add(last > 6 ? 'long' : last > 4 ? 'many' : 'few');
      if (last < 7 && options.every(each => each.text)) scale.classList.add('full');
      scale.style.setProperty('--count', String(last + 1));
      scale.style.setProperty('--half', String(Math.ceil((last + 1) / 2)));
      // For the eye only: the names of the options say the same.
      ends.ariaHidden = 'true';
      node.append(ends);
    }
    node.append(error);
    const chosen = () => inputs.findIndex(each => each.checked);
    node.onchange = () => ends.children[1].replaceWith(copy(chosen() % last ? chosen() : -1));
    return {question, required, error, target: inputs[0], node,
      read: () => chosen() < 0 ? null : {question: id, [rating ? 'rating' : 'choice']: options[chosen()].id}};
  }

  #submit() {
    const visible = this.#fields.filter(each => !each.node.hidden && each.question.type !== 'statement');
    const empty = visible.some(each => each.required || each.read()) ? null : visible[0];
    if (this.#state === 'sending' || this.#complain(field =>
      (field.required || field === empty) && !field.read() && this.#word('needed') || field.fault?.())) return;
    this.#state = 'sending';
    this.#press('sending');
    this.#put(true);
  }

  #press(key = '') {
    this.#send.replaceChildren(this.#word(key));
    this.#send.ariaDisabled = String(key === this.#state);
  }

  /** Says what is wrong beside each field, and leads to the first. @param {(field: Field) => Node | '' | false | undefined} fault */
  #complain(fault) {
    const bad = this.#fields.filter(field => {
      const wrong = !field.node.hidden && fault(field);
      field.error.replaceChildren(wrong || '');
      return wrong;
    });
    bad[0]?.target.focus();
    return bad[0];
  }

  /** Sends the ratings that wait; words leave with Send only. */
  #flush() {
    if (this.#partial) this.#put();
  }

  #put(complete = false) {
    clearTimeout(this.#partial);
    this.#partial = 0;
    const all = this.#fields.map(each => !each.node.hidden && (complete || each.question.metric) ? each.read() : null).filter(each => !!each);
    const answers = this.#more ? this.#more.shown(all) : all;
    if (!answers[0]) return;
    this.#body = JSON.stringify({
      invitation: this.#prompt?.invitation,
      revision: ++this.#revision,
      complete,
      locale: this.#prompt?.lang,
      answers,
    });
    outbox?.write(this.#path, 'PUT', this.#body, async (answer, body, verdict) => {
      if (body !== this.#body || !complete) return;
      if (verdict === 'accepted') return this.#thank();
      const {status} = answer;
      const {violations = []} = status === 422 ? await answer.json().catch(() => ({})) : {};
      this.#state = status === 422 ? 'asking' : 'kept';
      this.#emit('error', {status, violations});
      this.#press('send');
      this.#tell(verdict, !!this.#complain(field =>
        violations.some((/** @type {any} */ each) => each.question === field.question.id) && this.#word('wrong')));
    });
  }

  #tell(key = '', hidden = false) {
    this.#note.className = 'note';
    this.#note.hidden = hidden;
    this.#note.replaceChildren(this.#word(key));
  }

  #thank() {
    this.#state = 'done';
    this.#emit('submitted');
    const inside = this.#root.activeElement;
    const thanks = make('h2', 'thanks lead', icon(paths.tick), this.#word('thanks'));
    thanks.id = 'title';
    thanks.tabIndex = -1;
    this.#root.querySelector('form')?.replaceChildren(this.#head(), thanks, this.#note);
    this.#tell('accepted');
    if (inside) thanks.focus();
  }

  /** Closed, later or never, or nothing when there is nothing to refuse. */
  #dismiss(how = '') {
    this.#flush();
    if (how === 'never' || how && this.#state === 'asking') {
      outbox?.write(`prompts/${this.#prompt?.invitation}/dismissal`, 'POST', JSON.stringify({how}));
      this.#emit('dismissed', {how});
    }
    this.close();
  }

  /** Uncovers the focused element, and goes after thanks. @param {HTMLElement} panel */
  #giveWay(panel) {
    const node = focused();
    const a = panel.getBoundingClientRect();
    const b = node?.getBoundingClientRect();
    if (this.#state === 'done' && !panel.matches(':hover, :focus-within') && !--this.#rest) this.close();
    // Once for each element, which may be everywhere.
    if (!b || node === document.body || node === this.#avoided || panel.contains(node)) return;
    if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) {
      this.#avoided = node;
      panel.classList.toggle('top');
    }
  }

  #emit(name = '', more = {}) {
    const {invitation, survey} = this.#prompt ?? {};
    this.dispatchEvent(new CustomEvent('feedback:' + name, {bubbles: true, composed: true, detail: {invitation, survey, ...more}}));
  }
}

customElements.get('feedback-prompt') || customElements.define('feedback-prompt', FeedbackPrompt);
