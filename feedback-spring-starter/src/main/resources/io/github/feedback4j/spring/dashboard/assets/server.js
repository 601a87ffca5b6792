/** What goes over the wire, and what is said when it does not. */

import {make} from './elements.js';
import {language, say} from './words.js';

/**
 * Asks the server, and throws a Trouble.
 *
 * @param {string} path @param {URLSearchParams} query @returns {Promise<any>}
 */
export async function ask(path, query) {
  /** @type {Response} */
  let answer;
  try {
    answer = await fetch(new URL(`../api/v1/${path}?${query}`, import.meta.url), {
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(3e4),
      headers: {'X-Feedback4j': '1', Accept: 'application/json'},
    });
    if (answer.ok && /json/.test(answer.headers.get('Content-Type') ?? '')) return await answer.json();
  } catch {
    throw 'down';
  }
  // A redirect leads to a login page, and a login page may well be a 200.
  throw answer.status === 400 ? 'unknown'
    : answer.ok || answer.type === 'opaqueredirect' || /^40[13]$/.test(String(answer.status)) ? 'denied' : 'down';
}

/** Says what is wrong, with the way out. @param {unknown} trouble @param {() => void} again */
export function explain(trouble, again) {
  const kind = trouble === 'denied' || trouble === 'unknown' ? trouble : 'down';
  const out = kind === 'down' ? make('button', 'button', say('again')) : make('a', 'button', say(kind === 'denied' ? 'reload' : 'plain'));
  if (out instanceof HTMLButtonElement) {
    out.type = 'button';
    out.onclick = again;
  } else {
    out.href = kind === 'denied' ? location.href : `?lang=${language}`;
  }
  return make('div', 'trouble', make('p', 'lead', say(kind)), make('p', 'muted', say(kind + 'Why')), make('p', '', out));
}
