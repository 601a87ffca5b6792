/**
 * What the server has not judged yet. A write is in here before it is on the wire, and leaves when the server has accepted it,
 * or has refused it in a way that sending it again would not change. Loaded by widget.js as soon as there is something to ask
 * or something left to send.
 *
 * Kept in localStorage, at most 20 writes for at most 7 days, and in memory where storage is blocked. Each write is bound to
 * the token of the user who made it: another person at the same browser never sends it.
 */

// The types of what goes over the wire, for widget.js too.

/** @typedef {{text: string, lang: string}} Text */
/** @typedef {Text & {id: string}} Choice */
/** @typedef {{all?: Condition[], any?: Condition[], not?: Condition, is?: string, attribute?: string}} Condition */
/** @typedef {{id: string, type: string, required: boolean, min: number, max: number, presentation?: string, metric?: string,
 *   labels?: Record<string, Text>, choices: Choice[], size?: string, minLength?: number, maxLength?: number, options: Choice[],
 *   open?: string, openMaxLength: number, atLeast?: number, atMost: number, rows: Choice[], top: number, of?: string,
 *   bands?: {from: number, to: number, options: Choice[]}[], links: (Text & {url: string})[], visibleWhen?: Condition,
 *   requiredWhen?: Condition, next?: {choice?: string, from?: number, to?: number, go: string}[]} & Text} Question */
/** @typedef {{user: string, csrf: {header: string, token: string}?}} Session */
/** @typedef {{invitation: string, survey: object, lang: string, dir: string, title: Text?, questions: Question[],
 *   identity: string} & Session} Prompt */
/** @typedef {{question: string, rating?: number, text?: string, choice?: string, choices?: string[], other?: string,
 *   rows?: Record<string, number>, ranking?: string[], consent?: boolean, minutes?: number}} Answer */

/** @typedef {{path: string, method: string, body: string, user: string, at: number}} Entry */
/** @typedef {(path: string, method?: string, body?: string) => Promise<Response>} Call */
/** @typedef {(answer: Response, body: string, verdict: 'accepted' | 'refused' | 'kept') => void} Judged */

const KEY = 'feedback4j.outbox';
const DAYS = 24 * 60 * 60 * 1000;
/** A new login, a pause or a network helps against every other status. */
const FINAL = [400, 404, 409, 410, 413, 422];

/** A new random id for a response. crypto.randomUUID would do, but exists only with https. */
const uuid = () => '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, digit =>
  (Number(digit) ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> Number(digit) / 4).toString(16));

/**
 * Opens the outbox of this page.
 *
 * @param {Call} call sends, and answers with status 0 if there was no answer
 * @param {(answer: Response) => boolean} accepted
 * @param {() => Promise<unknown>} renew renews user and CSRF token, or fails
 * @param {() => string | undefined} user the token of the signed-in user, as far as known
 */
export function open(call, accepted, renew, user) {
  let storage = true;
  /** @type {Entry[]} */
  let entries = [];
  /** @type {Promise<void> | undefined} */
  let delivery;
  /** What the latest delivery tried. @type {Set<string>} */
  let tried = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let failures = 0;
  /** The last answer made it doubtful whether the session is still the same. */
  let doubt = false;
  /** @type {Map<string, Judged>} */
  const watchers = new Map();

  function load() {
    try {
      if (storage) {
        /** @type {Entry[]} */
        const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
        entries = kept.filter(each => each.at > Date.now() - 7 * DAYS);
      }
    } catch {
      // Blocked or damaged: what is in memory counts.
    }
    return entries;
  }

  /** @param {Entry[]} next */
  function save(next) {
    entries = next.slice(-20);
    try {
      if (entries.length) localStorage.setItem(KEY, JSON.stringify(entries));
      else localStorage.removeItem(KEY);
      storage = true;
    } catch {
      storage = false;
    }
  }

  const next = () => load().find(each => each.user === user() && !tried.has(each.path + each.body));

  /** @param {Entry} entry */
  function send({path, method, body}) {
    tried.add(path + body);
    return call(path, method, body);
  }

  async function drain() {
    await null;
    clearTimeout(timer);
    save(load());
    let renewed = false;
    let left = false;
    let pause = 0;
    /** @type {Entry | undefined} */
    let entry;
    // A renewal may show that somebody else has signed in.
    if (doubt) await renew().catch(() => {});
    doubt = false;
    while (!doubt && (entry = next())) {
      const {path, body} = entry;
      let answer = await send(entry);
      if (answer.status === 403 && !renewed) {
        renewed = true;
        const same = await renew().then(() => entry?.user === user(), () => false);
        if (same) answer = await send(entry);
      }
      const {status} = answer;
      const verdict = accepted(answer) ? 'accepted' : FINAL.includes(status) ? 'refused' : 'kept';
      if (verdict === 'kept') {
        left = true;
        doubt = status < 500 && status !== 408 && status !== 429;
        pause = Math.max(pause, Number(answer.headers.get('Retry-After')) || 0);
      } else {
        failures = 0;
        // A later revision that came meanwhile stays.
        save(load().filter(each => each.path !== path || each.body !== body));
      }
      watchers.get(path)?.(answer, body, verdict);
      // Only a refusal says something worth reading; an unread answer would stay open until the page goes.
      if (verdict !== 'refused') answer.text().catch(() => {});
    }
    delivery = undefined;
    if (left) {
      const seconds = Math.max(pause, Math.min(300, 2 ** failures++));
      timer = setTimeout(deliver, seconds * 1000 * (1 + Math.random()));
    }
  }

  function deliver() {
    if (delivery) return;
    tried = new Set();
    delivery = drain();
  }

  addEventListener('online', deliver);

  return {
    deliver,
    uuid,

    /** Returns whether something about this invitation waits here. @param {string} invitation */
    holds: invitation => load().some(each => (each.path + each.body).includes(invitation)),

    /**
     * Keeps a write, in the place of an earlier one to the same path, and sends it.
     *
     * @param {string} path @param {string} method @param {string} body @param {Judged} [judged] is told what became of it
     */
    write(path, method, body, judged) {
      if (judged) watchers.set(path, judged);
      const entry = {path, method, body, user: user() ?? '', at: Date.now()};
      save([...load().filter(each => each.path !== path), entry]);
      deliver();
    },

    /** Sends what has not been tried, at once: the page is about to go, and only what is on the wire survives it. */
    hurry() {
      for (let entry; (entry = next()); ) send(entry);
    },
  };
}
