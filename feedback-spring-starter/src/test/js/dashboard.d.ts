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

  type Range = {low: number; high: number};

  type Verdict = 'better' | 'worse' | 'cannot-tell';

  /** Against the time before, or the rest; detectable is null where no difference would show. */
  type Difference = Range & {value: number; verdict: Verdict; detectable: number | null; before: number; n: number};

  /** Limits for so many answers: n, then from the lowest to the highest. */
  type Funnel = {centre: number; dispersion: number; limits: [number, number, number, number, number][]};

  /** In alphabetical order. */
  type Teams = {
    list: {
      value: string | null;
      score: Score;
      rest: Difference;
      expected?: Range & {value: number};
      ranks?: {best: number; worst: number; of: number};
      limits: 'within' | 'look' | 'act';
    }[];
    funnel?: Funnel;
  };

  type Estimate = Range & {value: number; n: number};

  type Driver = Range & {theme: string; title: Text; mentions: number; prevalence: number; effect: number; value: number; discovery: boolean; detectable: number};

  type Side = Estimate & {unhappy: number; happy: number};

  /** Without enough data there are no figures. */
  type Gap = {finding: string; met: Side; missed: Side; difference: Estimate; unseen?: Estimate};

  type Initiative = {
    name: string;
    start: string;
    from: string;
    until: string;
    begun: boolean;
    over: boolean;
    rise: boolean;
    scope: Record<string, string>;
    state: State;
    before?: Score;
    after?: Score;
    effect?: Difference;
    mix?: number | null;
    asDeclared?: boolean;
    today?: Partial<Range> & {verdict: Verdict; needed: number};
  };

  type Insights = {
    level: number;
    change?: Difference;
    teams: Teams;
    channels: {
      finding: string;
      covered?: number;
      list?: {value: string | null; score: Score; same: Estimate}[];
      tooFew?: (string | null)[];
      worst?: Estimate & {higher: string | null; lower: string | null};
    };
    agreements: Gap & {services: (Gap & {value: string | null})[]};
    drivers: {list: Driver[]; n?: number; tooFew: {theme: string; title: Text}[]};
    course: {
      usual?: number;
      answersToFalseAlarm?: number;
      outside: (Range & {from: string; until: string; share: number; n: number; worse: boolean})[];
      alarms: {noticed: string; start: string; share: number; unhappy: number; n: number}[];
    };
    initiatives: Initiative[];
  };

  type Span = {start: number; end: number};

  /**
   * A place in a comment, in UTF-16 units; places may overlap. spans has the place and what else the rule asked for,
   * negation what turned the polarity round. A theme that was given by hand has no item, rule, pack and engine.
   */
  type Mention = Span & {theme: string; title: Text; polarity: string; score: number; spans: Span[]; negation: Span | null;
    origin: string; item?: string; rule?: string; pack?: string; engine?: string};

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
