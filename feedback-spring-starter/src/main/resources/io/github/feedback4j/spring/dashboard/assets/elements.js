/** Makes elements: createElement only, because the page's policy allows no markup in scripts. */

import {language, say} from './words.js';

/** @typedef {Node | string} Content */

/** Makes an element. @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {...Content} content */
export function make(tag, className = '', ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

/** Marks a node with the language of its text where it is not the page's. @template {HTMLElement} E @param {E} node @param {string?} lang */
export function speaking(node, lang) {
  if (lang !== language) {
    // An empty language says that it is not known.
    node.lang = lang ?? '';
    node.dir = 'auto';
  }
  return node;
}

/** Shows a text in its language. @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {Wire.Text} text */
export const spoken = (tag, {text, lang}, className = '') => speaking(make(tag, className, text), lang);

/**
 * Makes a table, whose first column names the rows. Roles are spelled out because narrow screens lay rows out as cards.
 *
 * @param {[name: Content, className?: string][]} columns @param {Content[][]} rows @param {...Content} caption
 */
export function table(columns, rows, ...caption) {
  const cell = (/** @type {Content} */ content, i = 0, row = true) => {
    const node = make(i && row ? 'td' : 'th', columns[i][1], content);
    node.role = i && row ? 'cell' : row ? 'rowheader' : 'columnheader';
    if (node.tagName === 'TH') node.scope = row ? 'row' : 'col';
    return node;
  };
  const line = (/** @type {Content[]} */ cells, row = true) => {
    const node = make('tr', '', ...cells.map((each, i) => cell(each, i, row)));
    node.role = 'row';
    return node;
  };
  const head = make('thead', '', line(columns.map(([name]) => name), false));
  const body = make('tbody', '', ...rows.map(cells => line(cells)));
  head.role = body.role = 'rowgroup';
  const node = make('table', '', make('caption', '', ...caption), head, body);
  node.role = 'table';
  return node;
}

/** Makes a section with its heading. @param {...Content} content */
export function section(name = '', heading = '', ...content) {
  const title = make('h2', '', heading);
  title.id = 'heading-' + name;
  title.tabIndex = -1;
  const node = make('section', 'card ' + name, title, ...content);
  node.setAttribute('aria-labelledby', title.id);
  return node;
}

/** Makes a labelled list to choose from; the label is for the eye as well. @param {(value: string) => void} choose */
export function choice(name = '', choose) {
  const list = make('select');
  list.name = name;
  list.onchange = () => choose(list.value);
  const node = make('label', 'choice ' + name, make('span', '', say(name)), list);
  return {
    node,
    /** @param {[value: string, text: Wire.Text | string][]} options */
    offer(options, value = '') {
      list.replaceChildren(...options.map(([each, text]) => {
        const option = typeof text === 'string' ? make('option', '', text) : spoken('option', text);
        option.value = each;
        return option;
      }));
      list.value = value;
    },
  };
}
