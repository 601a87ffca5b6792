/** Types of the dashboard, here and not beside its code, so that no browser loads them. */

/** How a class of answers is coloured. */
type Tone = 'good' | 'middle' | 'bad' | 'plain';

/** What the server answers. */
declare namespace Wire {
  type Text = {text: string; lang: string | null};

  /** 'hidden' is fewer people than minGroupSize, or a group that would give such a group away. */
  type State = 'ok' | 'none' | 'hidden';

  /** Rounded for display already: never compute with these. */
  type Score = {value: number; low: number; high: number; level: number; n: number; effectiveN: number; few: boolean};

  type Metric = {
    id: string;
    unit: 'percent' | 'points' | 'mean';
    lowest: number;
    highest: number;
    higherIsBetter: boolean;
    decimals: number;
    formula: string;
  };

  type Point = {point: number; label: Text | null; class: string | null; score: number | null; count: number; percent: number};

  /** Days of UTC; the last one is the day before until. */
  type Bucket = {from: string; until: string; state: State; score?: Score};

  type Group = {value: string | null; state: State; score?: Score};

  type Survey = {key: string; title: Text | null; questions: {id: string; text: Text}[]};

  type View = {survey: string; question: string; days: number; from: string; until: string; filters: Record<string, string | null>};

  /** Without a survey there is no view, and in another state than 'ok' there are no figures. */
  type Overview = {
    generatedAt: string;
    zone: string;
    minGroupSize: number;
    verbatims?: boolean;
    surveys: Survey[];
    view: View;
    dimensions: Record<string, (string | null)[]>;
    metric: Metric;
    state: State;
    score: Score;
    responses?: {invited: number; shown: number; answered: number; dismissed: number; rate: number | null};
    distribution: Point[];
    trend: {bucketDays: number; buckets: Bucket[]};
    groups: Record<string, Group[]>;
  };

  /** A place in a comment, in UTF-16 units; places may overlap. */
  type Mention = {start: number; end: number; theme: string; title: Text; polarity: string};

  type Comment = {
    day: string;
    rating: number | null;
    label: Text | null;
    class: string | null;
    team: string | null;
    service: string | null;
    channel: string | null;
    texts: {question: Text; text: string; lang: string | null; mentions: Mention[]}[];
  };

  type Verbatims = {state: State; classes?: string[]; themes?: {id: string; title: Text}[]; comments?: Comment[]; next?: string | null};
}
