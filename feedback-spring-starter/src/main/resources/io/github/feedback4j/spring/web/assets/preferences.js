/**
 * `<feedback-preferences>`: whether the signed-in person is asked for feedback, what is kept about them, and how to end both.
 *
 * lang: else the page's; theme: light, dark, auto, else the page's color-scheme. Events: feedback:preferences (optedOut),
 * erased, error (status). For themes: the --feedback-… properties below; parts are named like classes.
 */

/** @typedef {{optedOut: boolean, optedOutAt: string?, identity: string, lately: {asked: number, answered: number},
 *   kept: {contacts: number, answers: number?, nothing: boolean}, surveys: {key: string, title: {text: string, lang: string}?,
 *   eligibleAt: string?}[], user: string, csrf: {header: string, token: string}?, erased?: {optOut: boolean}}} Me */

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { all: initial; display: block; color-scheme: inherit }
:host([hidden]) { display: none }
:host([theme=light]) { color-scheme: light }
:host([theme=dark]) { color-scheme: dark }
:host([theme=auto]) { color-scheme: light dark }
* { box-sizing: border-box; margin: 0; font: inherit; color: inherit }
.panel {
  --line: 1px solid var(--feedback-border, light-dark(#dfe3e9, #373c47));
  --back: var(--feedback-background, light-dark(#fff, #1d2027));
  --accent: var(--feedback-accent, light-dark(#2f5bd0, #a3bcff));
  --tint: color-mix(in srgb, var(--accent) 9%, var(--back));
  --round: var(--feedback-radius, 9px);
  max-inline-size: 44em; padding: var(--feedback-space, 1.25em); overflow-wrap: break-word;
  font: var(--feedback-font-size, medium)/1.5 var(--feedback-font, system-ui, sans-serif);
  color: var(--feedback-color, light-dark(#1f2430, #e9ebf0)); background: var(--back);
  border: var(--line); border-radius: calc(var(--round) + 3px)
}
.part { display: grid; gap: .5em; justify-items: start }
.part + .part { margin-block-start: 1.25em; padding-block-start: 1.25em; border-block-start: var(--line) }
.lead { font-size: 1.1875em; font-weight: 650; line-height: 1.3 }
.hint, dt { color: var(--feedback-muted, light-dark(#596273, #a9b1be)) }
.facts { display: grid; gap: .25em; inline-size: min(100%, 30em) }
.fact { display: flex; justify-content: space-between; gap: 1em }
dd, .button, b { font-weight: 600 }
.actions { display: flex; flex-wrap: wrap; gap: .5em }
.button {
  min-block-size: 44px; margin-block-start: .5em; padding: .375em 1em; background: none; cursor: pointer;
  border: 1px solid var(--feedback-control, light-dark(#868f9e, #78818f)); border-radius: var(--round)
}
.button:hover, .box:not(:empty) { background: var(--tint) }
.box:not(:empty) { padding: .75em 1em; border: 1px solid transparent; border-radius: var(--round) }
.note:not(:empty) { margin-block-start: 1.25em }
:focus-visible { outline: 3px solid var(--feedback-focus, var(--accent)); outline-offset: 2px }
[tabindex] { outline: none }
`);

/** Makes an element. @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {...(Node | string)} content */
function make(tag, part = '', ...content) {
  const node = document.createElement(tag);
  node.className = part;
  node.setAttribute('part', part);
  node.append(...content);
  return node;
}

class FeedbackPreferences extends HTMLElement {
  static observedAttributes = ['lang'];

  #root = this.attachShadow({mode: 'open'});
  #body = make('div', 'body');
  #note = make('p', 'note box');
  #panel = make('section', 'panel', this.#body, this.#note);
  /** What is on the screen. @type {Me?} */
  #me = null;
  #lang = '';
  /** @type {Record<string, string>} */
  #words = {};
  #busy = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#note.role = 'status';
    this.#panel.setAttribute('aria-labelledby', 'title');
  }

  connectedCallback() {
    this.#load();
  }

  attributeChangedCallback() {
    if (this.#lang) this.#load();
  }

  #word(key = '', time = Date.now()) {
    const day = new Date(time).toLocaleDateString(this.#lang, {dateStyle: 'long'});
    return this.#words[key].replace('{}', day.replace(/^1 /, '1er '));
  }

  /** @param {(button: HTMLElement) => unknown} act */
  #button(key = '', act) {
    const button = make('button', 'button', this.#word(key));
    button.type = 'button';
    button.onclick = () => this.#busy || act(button);
    return button;
  }

  /** @param {Me?} me @returns {Promise<Me>} */
  async #call(path = '', method = 'GET', body = '', me = null) {
    const answer = await fetch(new URL(`../api/v1/me${path}?lang=${this.#lang}`, import.meta.url), {
      method,
      body: body || null,
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(2e4),
      headers: {'X-Feedback4j': '1', 'Content-Type': 'application/json', ...me?.csrf && {[me.csrf.header]: me.csrf.token}},
    }).catch(() => Response.error());
    // A login page may well be a 200.
    if (!/json/.test(answer.headers.get('Content-Type') ?? '') || !answer.ok) throw answer.status;
    return answer.json();
  }

  async #load() {
    this.#lang = /^fr/i.test(this.closest('[lang]')?.getAttribute('lang') ?? '') ? 'fr' : 'en';
    this.#words = (await import(`./preferences.${this.#lang}.js`)).default;
    try {
      this.#me = await this.#call();
      this.#show();
    } catch (status) {
      this.#fill(make('div', 'part',
        make('p', 'lead', this.#word(status === 401 ? 'signIn' : 'away')), this.#button('again', () => this.#load())));
      this.#emit('error', {status});
    }
  }

  /** @param {Node[]} content */
  #fill(...content) {
    const inside = this.#root.activeElement;
    this.#panel.lang = this.#lang;
    if (!this.#root.firstChild) this.#root.append(this.#panel);
    this.#body.replaceChildren(...content);
    this.#note.replaceChildren();
    const [lead] = this.#body.getElementsByClassName('lead');
    lead.id = 'title';
    // The button that was pressed is gone.
    if (inside) this.#body.querySelector('button')?.focus();
  }

  #show() {
    const {optedOut, optedOutAt, identity, lately, kept, surveys} = /** @type {Me} */ (this.#me);
    const facts = Object.entries({answers: kept.answers, contacts: kept.contacts, ...lately})
      .filter(([key, value]) => value !== null && key !== 'days')
      .map(([key, value]) => make('div', 'fact', make('dt', '', this.#word(key)), make('dd', '', String(value))));
    const waits = surveys.filter(each => Date.parse(each.eligibleAt ?? '') > Date.now()).map(({key, title, eligibleAt}) => {
      const name = make('span', '', title?.text ?? key);
      name.lang = title?.lang ?? '';
      return make('p', 'hint', name, ' · ', this.#word('next', Date.parse(eligibleAt ?? '')));
    });
    this.#fill(
      make('div', 'part',
        make('h2', 'lead', this.#word(optedOut ? 'off' : 'on')),
        make('p', 'hint', this.#word(optedOut ? 'offMore' : 'onMore', Date.parse(optedOutAt ?? ''))),
        ...waits,
        this.#button(optedOut ? 'resume' : 'stop', () => this.#write('/opt-out', 'PUT', JSON.stringify({optedOut: !optedOut})))),
      make('div', 'part',
        make('h3', 'lead', this.#word('kept')),
        ...kept.nothing ? [make('p', '', this.#word('nothing'))]
          : [make('dl', 'facts', ...facts), make('p', 'hint', this.#word(identity)), this.#button('erase', this.#ask)]));
  }

  /** Asks back in the place of the button. @param {HTMLElement} erase */
  #ask = erase => {
    const back = () => {
      group.replaceWith(erase);
      erase.focus();
    };
    const text = make('p', '', make('b', '', this.#word('sure')), ' ', this.#word(this.#me?.optedOut ? 'also' : 'soon'));
    const group = make('div', 'box', text,
      make('div', 'actions', this.#button('no', back), this.#button('yes', () => this.#write('', 'DELETE'))));
    text.id = 'sure';
    text.tabIndex = -1;
    group.role = 'group';
    group.setAttribute('aria-labelledby', text.id);
    group.onkeydown = ({key}) => {
      if (key === 'Escape' && !this.#busy) back();
    };
    this.#note.replaceChildren();
    erase.replaceWith(group);
    text.focus();
  };

  /** Writes, and shows and says what is so now. */
  async #write(path = '', method = '', body = '') {
    this.#busy = true;
    try {
      // The page may be old: renews the token, and tells whether somebody else has signed in since.
      const me = await this.#call();
      const same = me.user === this.#me?.user;
      this.#me = same ? await this.#call(path, method, body, me) : me;
      this.#show();
      const {erased, optedOut} = this.#me;
      this.#note.append(this.#word(!same ? 'other' : erased ? erased.optOut ? 'gone' : 'erased' : optedOut ? 'stopped' : 'resumed'));
      if (same) this.#emit(erased ? 'erased' : 'preferences', {optedOut});
    } catch (status) {
      this.#note.replaceChildren(this.#word(status === 401 ? 'signIn' : body ? 'failed' : 'half'));
      this.#emit('error', {status});
    }
    this.#busy = false;
  }

  #emit(name = '', detail = {}) {
    this.dispatchEvent(new CustomEvent('feedback:' + name, {bubbles: true, composed: true, detail}));
  }
}

customElements.get('feedback-preferences') || customElements.define('feedback-preferences', FeedbackPreferences);
