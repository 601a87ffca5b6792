package io.github.feedback4j.examples;

/** The look of the page; colours are those of Okabe and Ito (2008), with hatching beside them. */
final class FatigueStyle {

  static final String CSS = """
      :root { color-scheme: light dark; --ground: #fff; --text: #1c1c1c; --quiet: #555; --line: #d9d9d9;
        --after: #0072b2; --before: #6b6b6b; --mark: #b34700; }
      @media (prefers-color-scheme: dark) { :root { --ground: #161616; --text: #ececec; --quiet: #b4b4b4;
        --line: #3d3d3d; --after: #56b4e9; --before: #a8a8a8; --mark: #ff9a5c; } }
      * { box-sizing: border-box; }
      body { margin: 0; background: var(--ground); color: var(--text);
        font: 16px/1.5 system-ui, sans-serif; }
      main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
      h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; text-wrap: balance; }
      h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .25rem; }
      section { border-top: 1px solid var(--line); padding-top: 1.25rem; margin-top: 1.75rem; }
      .kicker, figcaption, .legend, details, section > p { color: var(--quiet); font-size: .9rem; }
      .kicker { margin: 0; }
      figure { margin: 0; }
      figcaption { margin-bottom: .5rem; }
      ul.legend { list-style: none; padding: 0; margin: .5rem 0 0; }
      p.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .25rem 0; }
      .legend strong { color: var(--text); }
      .key { vertical-align: -2px; }
      .chart { display: block; font-size: 13px; }
      .chart text { fill: var(--quiet); paint-order: stroke; stroke: var(--ground); stroke-width: 3px; }
      .chart .name { fill: var(--text); }
      .after { fill: var(--after); }
      .before { fill: url(#people-hatch); stroke: var(--before); stroke-width: 1; }
      .ground { fill: var(--ground); }
      .hatch { fill: var(--before); }
      .line { fill: none; stroke-width: 2.5; vector-effect: non-scaling-stroke; }
      .line.after { stroke: var(--after); }
      .line.before { stroke: var(--before); stroke-dasharray: 5 4; }
      .grid { stroke: var(--line); }
      .mark { stroke: var(--mark); stroke-width: 1.5; stroke-dasharray: 3 3; }
      details { margin-top: .5rem; }
      summary { cursor: pointer; padding: .25rem 0; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem;
        color: var(--text); }
      th, td { padding: .2rem .75rem .2rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
      th { text-align: left; font-weight: 400; }
      thead th { font-weight: 600; }
      .right { text-align: right; white-space: nowrap; }
      .left { text-align: left; }
      @media print { body { font-size: 11px; } main { max-width: none; padding: 0; }
        section { break-inside: avoid; margin-top: 1rem; } details { break-inside: auto; }
        .chart, .key { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        details::details-content { content-visibility: visible; display: block; block-size: auto; }
        summary { display: none; } table { font-size: 10px; }
        th, td { padding: .05rem .75rem .05rem 0; } }
      """;

  private FatigueStyle() {}
}
