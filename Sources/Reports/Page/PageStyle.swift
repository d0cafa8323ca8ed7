/// The style sheet of every page. A page's policy admits exactly these bytes.
enum PageStyle {
  static let text: StaticString = """

    :root {
      color-scheme: light dark;
      --paper: #fdfcf8; --sheet: #f6f3ec; --ink: #211e19; --soft: #655f55; --line: #dcd6c9; --link: #1f4f82;
      --error: #a8231b; --error-wash: #fbe3df; --warning: #7d5600; --warning-wash: #fbf0cf; --note: #3e5f73;
      --note-wash: #e3eef3; --good: #1f6b43; --good-wash: #e2f1e7; --cross: #7a3b9a;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Book Antiqua", Georgia,
        "Noto Serif", "Liberation Serif", serif;
      --sans: system-ui, "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #17181b; --sheet: #202226; --ink: #e7e3da; --soft: #a7a196; --line: #3a3c42; --link: #9cc4ef;
        --error: #ff9c92; --error-wash: #46211e; --warning: #e9bd55; --warning-wash: #3c3215; --note: #a5c8da;
        --note-wash: #22343e; --good: #86d3a4; --good-wash: #1d3828; --cross: #d3a3ee;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans); }
    a { color: var(--link); }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; z-index: 3; }

    .bar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center;
      padding: .5rem 2rem; background: var(--paper); border-bottom: 1px solid var(--line); font-size: .875rem; }
    .bar p { margin: 0; font-weight: 600; }
    .bar nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; flex: 1; }
    .bar nav a { color: var(--ink); text-decoration: none; padding: .2rem 0; }
    .bar nav a:hover { text-decoration: underline; }
    .switches { display: flex; flex-wrap: wrap; gap: .25rem .9rem; border: 0; margin: 0; padding: 0; }
    .switches legend { float: left; padding: 0; margin-right: .9rem; color: var(--soft); }
    .switches input { margin: 0 .3rem 0 0; vertical-align: -1px; }
    .switches .error { color: var(--error); } .switches .warning { color: var(--warning); }
    .switches .note { color: var(--note); }

    .page { max-width: 76rem; margin: 0 auto; padding: 2.5rem 2rem 4rem; }
    .facts { margin: 0; color: var(--soft); font-size: .875rem; }
    .masthead { max-width: 40rem; margin-bottom: 2.5rem; }
    .readiness { margin: .5rem 0 0; padding: .55rem .8rem; border-left: 4px solid; font-weight: 600; }
    .readiness.ready { color: var(--good); background: var(--good-wash); }
    .readiness.draft { color: var(--note); background: var(--note-wash); }
    .readiness.blocked { color: var(--error); background: var(--error-wash); }
    .readiness a { color: inherit; font-weight: 400; margin-left: .4rem; }

    article { max-width: 40rem; font: 1.1875rem/1.58 var(--serif); overflow-wrap: break-word; hanging-punctuation: first; }
    article::after { content: ""; display: block; clear: both; }
    article p, article ul, article ol, article blockquote, article pre { margin: 0 0 1.05em; }
    article h1 { font-size: 2.1em; line-height: 1.17; font-weight: 600; letter-spacing: -.012em; margin: 0 0 .55em;
      text-wrap: balance; }
    article h2 { font-size: 1.42em; line-height: 1.25; font-weight: 600; margin: 2em 0 .7em; }
    article h3 { font-size: 1.12em; line-height: 1.35; font-weight: 600; margin: 1.7em 0 .4em; }
    article h4, article h5, article h6 { font-size: 1em; font-weight: 600; margin: 1.4em 0 .3em; }
    article li > p { margin: 0 0 .3em; }
    article li { margin: 0 0 .35em; }
    article ul ul, article ol ul, article ul ol { font-size: .93em; margin: .2em 0 .6em; }
    article blockquote { margin-left: 0; padding-left: 1.2em; border-left: 2px solid var(--line); }
    article hr { border: 0; text-align: center; margin: 2em 0; }
    article hr::before { content: "\\2042"; color: var(--soft); }
    code, pre { font-family: ui-monospace, "SF Mono", "Liberation Mono", monospace; font-size: .84em; }
    pre { overflow-x: auto; padding: .8em 1em; background: var(--sheet); }
    .picture { padding: 0 .3em; border: 1px dashed var(--line); color: var(--soft); }

    mark { background: none; color: inherit; text-decoration-skip-ink: none; text-underline-offset: .18em; }
    body:has(#show-note:checked) mark.note { text-decoration: underline dotted 2px var(--note); }
    body:has(#show-warning:checked) mark.warning { text-decoration: underline wavy 1px var(--warning); }
    body:has(#show-error:checked) mark.error { text-decoration: underline double 2px var(--error);
      background: var(--error-wash); }
    mark.lit { background: var(--warning-wash); }
    .finding { float: right; clear: right; display: block; width: 20rem; margin: .3rem -24rem .55rem 0;
      padding: .1rem 0 .1rem .75rem; border-left: 3px solid; font: .8125rem/1.42 var(--sans); letter-spacing: 0;
      overflow-wrap: anywhere; }
    .finding .help, .finding .rule { display: block; }
    .finding .weight { font-weight: 600; } .finding .what { color: var(--ink); }
    .finding .help { color: var(--soft); } .finding .rule { color: var(--soft); font-size: .6875rem; }
    .finding.error { border-color: var(--error); border-left-style: double; border-left-width: 5px; }
    .finding.error .weight { color: var(--error); }
    .finding.warning { border-color: var(--warning); } .finding.warning .weight { color: var(--warning); }
    .finding.note { border-color: var(--note); border-left-style: dotted; } .finding.note .weight { color: var(--note); }
    .finding.lit, .finding:target { background: var(--warning-wash); }
    body:has(#show-error:not(:checked)) .finding.error, body:has(#show-warning:not(:checked)) .finding.warning,
    body:has(#show-note:not(:checked)) .finding.note { display: none; }
    @media (max-width: 66rem) {
      .finding { float: none; width: auto; margin: .35rem 0 .7rem; padding: .3rem .6rem; background: var(--sheet); }
    }

    .view { margin-top: 4rem; border-top: 1px solid var(--line); padding-top: 1.5rem; }
    .view > h2, .index h1, .index h2 { font: 600 1.6rem/1.25 var(--serif); margin: 0 0 .35rem; }
    .index h2 { margin-top: 3rem; }
    .view > .lead { margin: 0 0 1.25rem; color: var(--soft); max-width: 60rem; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; font: .875rem/1.4 var(--sans); margin: 0 0 1.5rem; }
    caption { text-align: left; color: var(--soft); padding: 0 0 .4rem; }
    th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); }
    th { font-weight: 600; } thead th { border-bottom: 2px solid var(--ink); }
    tbody th { max-width: 22rem; min-width: 12rem; overflow-wrap: anywhere; }
    .needs td, .teams td { max-width: 19rem; }
    .needs td, .teams td, .matrix .owners td { overflow-wrap: anywhere; min-width: 6.5rem; }
    tr:target { background: var(--warning-wash); }
    .id { display: inline-block; font-weight: 600; color: var(--soft); font-variant-numeric: tabular-nums; }
    .priority, .fact, .kind { font-size: .75rem; font-weight: 400; color: var(--soft); border: 1px solid var(--line);
      border-radius: 9px; padding: 0 .4rem; white-space: nowrap; }
    .missing { color: var(--error); font-weight: 600; } .unknown, .parent { color: var(--soft); font-weight: 400; }
    .justified { color: var(--soft); font-style: italic; }
    .matrix td { text-align: center; min-width: 5.5rem; padding-right: .5rem; } .matrix td.none { text-align: left;
      padding-left: 1rem; } .matrix thead th { vertical-align: bottom; }
    .matrix thead th:not(:first-child) { text-align: center; padding-right: .5rem; }
    .matrix tbody tr:hover { background: var(--sheet); } .matrix .owners td { color: var(--soft); text-align: center; }
    .matrix .owners td.missing { color: var(--error); } .hit { font-size: 1.1rem; line-height: 1.2; }
    .matrix .owners th { font-weight: 400; color: var(--soft); border-bottom: 1px solid var(--line); }
    .coverage svg { display: block; } .load rect, .coverage .share { fill: var(--soft); }
    .load span { display: inline-block; min-width: 2.4rem; font-variant-numeric: tabular-nums; }
    .coverage { display: flex; flex-wrap: wrap; gap: .75rem 2.25rem; margin: 0 0 1.5rem; padding: 0; list-style: none;
      font-size: .875rem; }
    .coverage b { display: block; font: 600 1.35rem/1.2 var(--serif); font-variant-numeric: lining-nums; }
    .coverage .whole { fill: var(--line); } .coverage .full .share { fill: var(--good); }
    .coverage .short .share { fill: var(--warning); } .coverage .short b { color: var(--warning); }

    .map { display: block; max-width: 100%; min-width: 52rem; height: auto; font: 13px var(--sans); }
    .map text { fill: var(--ink); } .map .column { fill: var(--soft); font-size: 12px; }
    .map .detail { fill: var(--soft); font-size: 11.5px; } .map .title { font-weight: 600; }
    .map rect { fill: var(--sheet); stroke: var(--line); stroke-width: 1.2; }
    .map .rail { fill: none; stroke: var(--soft); stroke-width: 1.5; }
    .sign { fill: none; stroke: var(--soft); stroke-width: 1.8; }
    .covered .sign { stroke: var(--good); } .partial .sign { stroke: var(--warning); } .gap .sign { stroke: var(--error); }
    .map .gap rect { stroke: var(--error); stroke-width: 2; stroke-dasharray: 6 3; }
    .map .gap .detail { fill: var(--error); } .map .partial .detail { fill: var(--warning); }
    .map .partial rect { stroke: var(--warning); }
    .map .justified rect { stroke-dasharray: 2 3; fill: none; } .map .justified .title { font-weight: 400; }
    .map .edge { fill: none; stroke: var(--soft); stroke-width: 1.4; opacity: .65; }
    .map .via-step { stroke-dasharray: 5 4; } .map .events { stroke-dasharray: 2 3; }
    .map .cross { stroke: var(--cross); stroke-width: 1.8; opacity: .9; }
    .map .bypass { stroke: var(--error); stroke-width: 2.4; }
    .map .node { text-decoration: none; } .map .node:focus { outline: none; }
    .map .node:focus rect { stroke: var(--link); stroke-width: 3; }
    .map.focus .node:not(.lit), .map.focus .edge:not(.lit) { opacity: .28; }
    .map.focus .edge.lit { opacity: 1; stroke-width: 2.6; }
    .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: .75rem 0 2rem; padding: 0;
      font-size: .8125rem; color: var(--soft); }
    .legend svg { vertical-align: -2px; }
    .legend .cross::before { content: "\\21b7\\00a0"; color: var(--cross); font-weight: 600; }

    .lane h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; } .lane .count { color: var(--soft); font-weight: 400; }
    .lane h4 { font-size: .8125rem; margin: .75rem 0 .4rem; color: var(--soft); }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: .75rem; list-style: none;
      margin: 0; padding: 0; }
    .card { border: 1px solid var(--line); border-top: 3px solid var(--soft); padding: .6rem .75rem .7rem;
      background: var(--sheet); font-size: .875rem; overflow-wrap: anywhere; }
    .card p { margin: 0 0 .3rem; } .card .title { font-weight: 600; line-height: 1.35; } .card .need { color: var(--soft);
      margin: 0; font-size: .8125rem; }
    .card .facts { font-size: .75rem; } .card .kind { border-color: transparent; padding: 0; }
    .card.story { border-top-color: var(--link); } .card.spike { border-top-style: dashed; }
    .card.task { border-top-style: double; } .card.wont { border-style: dotted; background: none; }

    .trends { display: flex; flex-wrap: wrap; gap: 1rem 3rem; list-style: none; margin: 1.25rem 0 1.75rem; padding: 0;
      font-size: .875rem; }
    .trends b { font: 600 1.5rem/1.2 var(--serif); font-variant-numeric: lining-nums; }
    .spark { display: block; overflow: visible; } .trends .spark { margin: .3rem 0 .2rem; }
    .spark path { fill: none; stroke: var(--ink); stroke-width: 1.5; } .spark circle { fill: var(--ink); }
    .spark .base { stroke: var(--line); stroke-width: 1; } .spark .part { fill: var(--soft); stroke: none; opacity: .45; }
    .spark .mark { stroke: var(--soft); } .spark .ready { stroke: var(--good); } .spark .blocked { stroke: var(--error); }
    .words { display: block; color: var(--soft); font-size: .8125rem; } td.trend .words { font-size: .75rem; }
    td.trend > div { display: flex; align-items: center; gap: .6rem; min-width: 11.5rem; white-space: normal; }
    td.trend .spark { flex: none; } p.trend { display: flex; align-items: center; gap: 1rem; margin: 0 0 1.5rem; }
    p.trend .spark { flex: none; }

    .filter { margin: 1rem 0; display: block; } .filter input { font: inherit; padding: .3rem .5rem; width: 20rem;
      max-width: 100%; color: inherit; background: var(--paper); border: 1px solid var(--soft); }
    .documents td { font-variant-numeric: tabular-nums; } .documents .path { display: block; color: var(--soft);
      font-size: .75rem; font-weight: 400; overflow-wrap: anywhere; }
    .documents td { white-space: nowrap; } .documents .state { white-space: normal; min-width: 7.5rem; } .documents .blocked { color: var(--error); font-weight: 600; }
    .documents .ready { color: var(--good); } .documents .draft { color: var(--note); }
    .many > .bar { position: static; } .many .doc { display: none; } .many .doc:target, .many .doc:has(:target) { display: block; }
    .many:has(.doc:target) .index, .many:has(.doc :target) .index { display: none; }
    footer { max-width: 76rem; margin: 0 auto; padding: 0 2rem 2rem; color: var(--soft); font-size: .8125rem; }
    @media (max-width: 48rem) {
      .page { padding: 1.5rem 1.1rem 3rem; } .bar { padding: .5rem 1.1rem; position: static; }
      article { font-size: 1.0625rem; } article h1 { font-size: 1.7em; }
    }
    @media screen and (max-width: 48rem) {
      .headed { display: flex; flex-direction: column; } .headed > :last-child { order: -1; }
      .documents, .documents tbody, .documents tr, .documents th, .documents td { display: block; border: 0; padding: 0; }
      .documents thead { display: none; } .documents tr { border-bottom: 1px solid var(--line); padding: .7rem 0; }
      .documents td { display: flex; gap: .75rem; } .documents tr[hidden] { display: none; }
      .documents td:nth-last-child(-n+4) { display: inline-flex; width: 49%; }
      .documents td::before { content: attr(data-label); flex: 0 0 6.5rem; color: var(--soft); font-weight: 400; }
      .documents td:nth-last-child(-n+4)::before { flex-basis: 5rem; white-space: nowrap; }
      .documents .state { white-space: normal; } .documents td.trend > div { min-width: 0; }
    }
    @media (forced-colors: active) { .map rect { stroke: CanvasText; } .map text { fill: CanvasText; } }

    @media print {
      @page { margin: 17mm 21mm 19mm; @bottom-center { content: counter(page) " / " counter(pages);
        font: 8.5pt sans-serif; color: #666; } }
      :root { --paper: #fff; --sheet: #fff; --ink: #000; --soft: #555; --line: #bbb; --link: #000; }
      .bar, .finding, .skip, .readiness a, footer, .filter { display: none !important; }
      mark { text-decoration: none !important; background: none !important; }
      body { background: #fff; font-size: 9pt; }
      .page, article, .masthead { max-width: none; padding: 0; margin: 0; }
      .masthead { display: flex; gap: 1.5em; align-items: baseline; margin-bottom: 1em; font-size: 8.5pt; }
      .masthead .readiness { border: 0; padding: 0; margin: 0; background: none !important; font-weight: 400; }
      .facts { font-size: 8.5pt; }
      article { font-size: 10.5pt; line-height: 1.4; hyphens: auto; orphans: 3; widows: 3; }
      article p, article ul, article ol { margin-bottom: .72em; } article h1 { font-size: 19pt; }
      article h2, article h3, .lane h3 { break-after: avoid; } article li, .card, tr { break-inside: avoid; }
      .question { break-after: avoid; } .release { break-after: page; } .release h2 { font-size: 1.12em; margin: .9em 0 .3em; }
      .release h1 { margin-bottom: .4em; } .release.long { font-size: 9.6pt; line-height: 1.34; }
      .release.longest { font-size: 8.8pt; line-height: 1.3; }
      a { text-decoration: none; }
      .view { break-before: page; margin: 0; border: 0; padding: 0; } .wide { overflow: visible; }
      .map { min-width: 0; width: 100%; } table { font-size: 8pt; } th, td { max-width: none; }
      tbody th { min-width: 0; } .matrix tbody th { min-width: 15em; } .coverage { margin-bottom: .8rem; }
      .coverage b { font-size: 1.1rem; } .view > .lead { margin-bottom: .6rem; font-size: 9pt; } .cards { grid-template-columns: repeat(3, 1fr); } .card { font-size: 8pt; }
    }

    """
}
