/** What the editor of the theme pack is answered; texts and mentions are those of the dashboard. */
declare namespace Wire {
  type Pack = {id: string; name: string; version: number; themes: number; items: number};

  type Themed = {theme: string; title: Text};

  type Item = Themed & {language: string; polarity: string; hides: boolean; text: string};

  /** Number 0 is the pack of the configuration, which nobody activated. */
  type Active = {
    pack: Pack;
    number: number;
    /** For the header If-Match of the activation of what comes after. */
    tag: string;
    actor: string | null;
    at: string | null;
    note: string | null;
    yaml: string;
    configured: string;
    history: {number: number; pack: string; actor: string; at: string; note: string}[];
    surveys: {key: string; title: Text | null}[];
    verbatims: boolean;
    limits: {note: number};
    csrf: {header: string; token: string} | null;
  };

  /** Line and column from 1, in characters; null where only the message says where it is. */
  type Mistake = {line: number | null; column: number | null; message: string; advice: string};

  /** count is of all, list has the first of them. */
  type Items = {count: number; list: Item[]};

  type Diff = {
    empty: boolean;
    addedThemes: Themed[];
    removedThemes: Themed[];
    changedThemes: Themed[];
    changedSets: string[];
    addedItems: Items;
    removedItems: Items;
    changedItems: {count: number; list: (Item & {before: string})[]};
  };

  type Example = {text: string; before: Mention[]; after: Mention[]};

  /** Examples are for those who may read comments. */
  type Effect = Themed & {
    gained: number;
    lost: number;
    restated: number;
    examples?: {gained: Example[]; lost: Example[]; restated: Example[]};
  };

  type Preview = {comments: number; changed: number; themes: Effect[]};

  /** With a mistake there is nothing else. */
  type Check = {mistakes: Mistake[]; pack: Pack; versionTaken: boolean; diff: Diff; preview: Preview | null};

  /** Percentages of n labels. */
  type Share = {value: number; low: number; high: number; n: number};

  type Figures = Item & {
    verdict: string;
    hits: number;
    alone: number;
    correct: number;
    wrong: number;
    unknown: number;
    precision: Share | null;
    lastHit: string | null;
    overlaps: (Item & {comments: number})[];
  };

  type Report = {
    pack: string;
    comments: number;
    labelled: number;
    leftOut: number;
    items: number;
    flagged: number;
    neverFound: number;
    list: Figures[];
    themes: (Themed & {correct: number; wrong: number; missed: number; unknown: number; precision: Share | null; recall: Share | null})[];
    unknownThemes: string[];
  };

  type Suggestion = Item & {kind: 'ADD' | 'REMOVE'; gain: number; correct: number; wrong: number; unknown: number; examples?: string[]};

  type Suggestions = {
    pack: string;
    labelled: number;
    leftOut: number;
    now: number;
    expected: number;
    count: number;
    list: Suggestion[];
    unknownThemes: string[];
    unusedLanguages: string[];
  };

  type RetagState = {pack: string; tagged: number; outdated: number; running: boolean; failed: boolean};
}
