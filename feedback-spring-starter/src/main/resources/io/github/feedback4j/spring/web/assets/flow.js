/**
 * The way through the questions after these answers, as docs/prompt-json.md tells it: the same algorithm as SurveyFlow on the
 * server, which refuses answers to questions that are not on the way. Pure, without a page.
 */

/** @import {Answer, Condition, Question} from './outbox.js' */
/** What a condition sees of an answer. @typedef {string | number | boolean | string[]} Value */

/** Kleene's logic: all is the least, any the greatest, not the distance from true. */
const FALSE = 0;
const UNKNOWN = .5;
const TRUE = 1;

/** Of a text, as much as the server looks at. */
const MAX_TEXT = 500;

/** @type {Record<string, (actual: number, wanted: number) => boolean>} */
const orders = {
  lt: (actual, wanted) => actual < wanted,
  le: (actual, wanted) => actual <= wanted,
  gt: (actual, wanted) => actual > wanted,
  ge: (actual, wanted) => actual >= wanted,
};

/** Compares an answer, if there is one; null if the two are of types that cannot be compared. @returns {boolean?} */
function compare(/** @type {Value | undefined} */ actual, operator = '', /** @type {any} */ wanted) {
  const type = Array.isArray(actual) ? 'list' : typeof actual;
  switch (operator) {
    case 'present':
      return actual !== undefined;
    case 'absent':
      return actual === undefined;
    case 'eq':
      return type === typeof wanted ? actual === wanted : null;
    case 'ne':
      return type === typeof wanted ? actual !== wanted : null;
    case 'in':
      return type === typeof wanted[0] ? wanted.includes(actual) : null;
    case 'notIn':
      return type === typeof wanted[0] ? !wanted.includes(actual) : null;
    case 'between':
      return type === 'number' && typeof wanted[0] === 'number' ? Number(actual) >= wanted[0] && Number(actual) <= wanted[1] : null;
    case 'contains':
      return typeof actual === 'string' || Array.isArray(actual) ? actual.includes(wanted) : null;
    case 'startsWith':
      return typeof actual === 'string' ? actual.startsWith(wanted) : null;
    case 'endsWith':
      return typeof actual === 'string' ? actual.endsWith(wanted) : null;
    default:
      // No answer is a point in time, so before and after are unknown, as are words of a later version.
      return type === 'number' && orders[operator] ? orders[operator](Number(actual), wanted) : null;
  }
}

/**
 * Returns 1 if a condition is true, 0 if it is false, .5 if it is unknown.
 *
 * @param {Condition} condition
 * @param {Map<string, Value>} known the answers by name, such as answer.satisfaction
 * @returns {number}
 */
export function truth(condition, known) {
  const {all, any, not, is, attribute, ...comparison} = condition;
  if (all) return Math.min(...all.map(each => truth(each, known)));
  if (any) return Math.max(...any.map(each => truth(each, known)));
  if (not) return TRUE - truth(not, known);
  if (is) return is === 'true' ? TRUE : is === 'false' ? FALSE : UNKNOWN;
  const [[operator, wanted] = []] = Object.entries(comparison);
  const holds = compare(known.get(attribute ?? ''), operator, wanted);
  return holds === null ? UNKNOWN : holds ? TRUE : FALSE;
}

/** What conditions and jumps see of an answer. @param {Answer | undefined} answer @returns {Value | undefined} */
const seen = answer => answer?.rating ?? answer?.minutes ?? answer?.choice ?? answer?.choices ?? answer?.ranking ?? answer?.consent ??
  answer?.text?.slice(0, MAX_TEXT);

/** The band of a rating, if it is in one. @param {Question} question @param {Value | undefined} rating */
export const band = ({bands = []}, rating) =>
  bands.find(({from, to}) => typeof rating === 'number' && rating >= from && rating <= to);

/**
 * Returns the ids of the questions that are shown after these answers, and of those that must be answered.
 *
 * @param {Question[]} questions
 * @param {Answer[]} answers only what fits its question; what does not tells nothing
 */
export function way(questions, answers) {
  /** @type {Set<string>} */
  const shown = new Set();
  /** @type {Set<string>} */
  const required = new Set();
  /** @type {Map<string, Value>} */
  const known = new Map();
  const holds = (/** @type {Condition | undefined} */ condition) => condition && truth(condition, known) === TRUE;
  for (let at = 0; at < questions.length;) {
    const question = questions[at++];
    const {id, visibleWhen, requiredWhen, next = []} = question;
    if (visibleWhen && !holds(visibleWhen) || question.bands && !band(question, known.get('answer.' + question.of))) continue;
    shown.add(id);
    if (question.required || holds(requiredWhen)) required.add(id);
    const answer = answers.find(each => each.question === id);
    const value = seen(answer);
    if (value !== undefined) known.set('answer.' + id, value);
    for (const [row, point] of Object.entries(answer?.rows ?? {})) known.set(`answer.${id}.${row}`, point);
    const jump = next.find(({choice, from, to = from}) =>
      choice !== undefined ? value === choice || Array.isArray(value) && value.includes(choice)
      : from === undefined || typeof value === 'number' && value >= from && value <= Number(to));
    // Only ever forward: a jump to nowhere or back is not taken.
    if (jump) at = Math.max(at, jump.go === 'end' ? questions.length : questions.findIndex(each => each.id === jump.go));
  }
  return {shown, required};
}
