/** What the editor of the theme pack is made of: words in both languages, elements, marked comments, requests. */

/** Every language that the page can be switched to. */
export const languages = {en: 'English', fr: 'Français'};

const page = document.documentElement.lang.slice(0, 2);
/** The language of the words, which is the page's if we speak it. */
export const language = page in languages ? page : 'en';
/** @type {Record<string, string>} */
const texts = (await import(`./themes.${language}.js`)).default;
const plural = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
const moments = new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'});
const days = new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeZone: 'UTC'});

export const number = (value = 0) => numbers.format(value);
export const percent = (value = 0) => number(value) + '\u00a0%';
export const moment = (text = '') => moments.format(new Date(text));
export const day = (text = '') => days.format(new Date(text));

/** Says a sentence; numbers in it are written as counts. @param {Record<string, string | number>} values */
export function say(key = '', values = {}) {
  const [one, many = one] = texts[key].split('|');
  return (plural.select(Number(values.n ?? 2)) === 'one' ? one : many)
    .replace(/\{(\w+)\}/g, (_, name) => typeof values[name] === 'number' ? number(values[name]) : values[name]);
}

/** @typedef {Node | string} Content */

/** Makes an element. @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {...Content} content */
export function make(tag, className = '', ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

/** Makes a list. @param {Content[][]} items */
export const list = (className = '', items) => make('ul', className, ...items.map(each => make('li', '', ...each)));

/** Makes a section with its heading, which can take the focus. @param {...Content} content */
export function section(name = '', ...content) {
  const title = make('h2', '', say(name));
  title.id = 'heading-' + name;
  title.tabIndex = -1;
  const node = make('section', 'card ' + name, title, ...content);
  node.setAttribute('aria-labelledby', title.id);
  return node;
}

/** Makes a button, which stays in the order of the keyboard while it waits. @param {() => Promise<unknown> | void} act */
export function button(name = '', act, className = '') {
  const node = make('button', 'button ' + className, say(name));
  node.type = 'button';
  node.onclick = async () => {
    if (node.ariaDisabled === 'true') return;
    node.ariaDisabled = 'true';
    try {
      await act();
    } finally {
      node.ariaDisabled = 'false';
    }
  };
  return node;
}

/** Makes a labelled field. @template {HTMLElement} E @param {E} field */
export function labelled(name = '', field, className = '') {
  return make('label', 'choice ' + className, make('span', '', say(name)), field);
}

/** Makes a list to choose from. @param {[value: string, text: string][]} options */
export function choice(name = '', options, value = '') {
  const node = make('select', '', ...options.map(([each, text]) => {
    const option = make('option', '', text);
    option.value = each;
    return option;
  }));
  node.name = name;
  if (value) node.value = value;
  return node;
}

/** Makes something that opens, and is filled when it first does. @param {() => Content[]} fill */
export function opening(summary = '', fill) {
  const node = make('details', '', make('summary', '', summary));
  node.ontoggle = () => {
    if (node.open && node.childElementCount === 1) node.append(...fill());
  };
  return node;
}

/** Names a theme in the language of its title. @param {Wire.Themed} themed */
export function theme({title}) {
  const node = make('span', '', title.text);
  if (title.lang !== language) node.lang = title.lang ?? '';
  return node;
}

/** @type {Record<string, string>} */
const signs = {POSITIVE: '+', NEGATIVE: '\u2212', MIXED: '±', NEUTRAL: '○'};

/** Cuts a text where mentions begin and end, because they may overlap. @param {Wire.Mention[]} mentions */
export function marked(text = '', mentions) {
  const cuts = [...new Set([0, text.length, ...mentions.flatMap(({start, end}) => [start, end])])]
    .filter(cut => cut >= 0 && cut <= text.length).sort((a, b) => a - b);
  return make('p', 'words', ...cuts.slice(1).map((end, i) => {
    const start = cuts[i];
    const here = mentions.filter(each => each.start < end && each.end > start);
    const piece = text.slice(start, end);
    if (!here[0]) return piece;
    const polarities = new Set(here.map(each => each.polarity));
    const node = make('mark', polarities.size > 1 ? 'MIXED' : here[0].polarity, piece);
    node.title = here.map(({title, polarity, item}) => `${title.text}, ${say(polarity)}${item ? ' (' + item + ')' : ''}`).join('; ');
    // Shown by the style sheet, so that it is no part of what people wrote.
    const first = here.filter(each => each.start === start).map(each => signs[each.polarity] ?? '');
    if (first[0]) node.dataset.sign = [...new Set(first)].join('');
    return node;
  }));
}

/** What went wrong with a request: a status, 0 if nobody answered, and what the server says of it. */
export class Trouble extends Error {
  constructor(status = 0, code = '', detail = '') {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** The token that the application wants with every write. @type {{header: string, token: string}?} */
let csrf = null;

/**
 * Asks the server, and throws a Trouble.
 *
 * @param {string} path @param {{query?: Record<string, string>, body?: object, headers?: Record<string, string>, wait?: number}} options
 * @returns {Promise<any>}
 */
export async function ask(path, {query = {}, body, headers = {}, wait = 6e4} = {}) {
  const url = new URL(`../api/v1/themes${path}?${new URLSearchParams({lang: language, ...query})}`, import.meta.url);
  /** @type {Record<string, string>} */
  const sent = {'X-Feedback4j': '1', Accept: 'application/json', ...headers};
  if (body) sent['Content-Type'] = 'application/json';
  if (body && csrf) sent[csrf.header] = csrf.token;
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    body: body ? JSON.stringify(body) : null,
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(wait),
    headers: sent,
  }).catch(() => Response.error());
  // A redirect leads to a login page, and a login page may well be a 200.
  if (answer.type === 'opaqueredirect' || answer.ok && !/json/.test(answer.headers.get('Content-Type') ?? '')) throw new Trouble(401);
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Trouble(answer.status, json.code, json.detail);
  if ('csrf' in json) csrf = json.csrf;
  return json;
}

/** Writes, and once more with a new token if the page was open for so long that its own is no longer good. @param {object} body @param {Record<string, string>} headers */
export async function send(path = '', body, headers = {}) {
  try {
    return await ask(path, {body, headers});
  } catch (trouble) {
    if (!(trouble instanceof Trouble) || trouble.status !== 403 || trouble.code === 'forbidden') throw trouble;
    await ask('');
    return ask(path, {body, headers});
  }
}

/** Says what went wrong, with the way out. @param {unknown} trouble */
export function explain(trouble) {
  const {status, code, message} = trouble instanceof Trouble ? trouble : new Trouble(0, '', String(trouble));
  const kind = status === 401 || status === 403 ? 'denied' : code === 'changed-meanwhile' ? 'changed' : code === 'busy' ? 'busy'
    : code === 'too-many-packs' ? 'tooMany' : code === 'no-pack' ? 'noPack' : code === 'no-store' ? 'noStore'
    : status === 413 ? 'tooLarge' : status === 400 || status === 422 ? 'refused' : 'down';
  const detail = make('p', 'muted', kind === 'refused' ? message : '');
  detail.lang = 'en';
  return make('div', 'trouble', make('p', 'lead', say(kind)), make('p', 'muted', say(kind + 'Why')), kind === 'refused' ? detail : '');
}
