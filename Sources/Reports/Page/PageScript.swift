/// The script of every page; without it everything can still be read. A page's policy admits exactly these bytes.
enum PageScript {
  static let text: StaticString = """

    "use strict";
    for (const map of document.querySelectorAll("svg.map")) {
      const edges = [...map.querySelectorAll("path[data-a]")];
      const nodes = [...map.querySelectorAll("a[data-n]")];
      const follow = (start, from, to) => {
        const seen = new Set([start]);
        for (const at of seen)
          for (const edge of edges)
            if ("flow" in edge.dataset && edge.dataset[from] === at) seen.add(edge.dataset[to]);
        return seen;
      };
      const clear = () => {
        map.classList.remove("focus");
        for (const element of map.querySelectorAll(".lit")) element.classList.remove("lit");
      };
      const light = name => {
        clear();
        map.classList.add("focus");
        const ahead = follow(name, "a", "b"), behind = follow(name, "b", "a"), near = new Set();
        for (const edge of edges) {
          const {a, b} = edge.dataset;
          const isFlow = "flow" in edge.dataset;
          const isOn = isFlow ? (ahead.has(a) && ahead.has(b)) || (behind.has(a) && behind.has(b)) : a === name || b === name;
          edge.classList.toggle("lit", isOn);
          if (isOn) near.add(a).add(b);
        }
        for (const node of nodes) {
          const n = node.dataset.n;
          node.classList.toggle("lit", n === name || ahead.has(n) || behind.has(n) || near.has(n));
        }
      };
      for (const node of nodes) {
        node.addEventListener("mouseenter", () => light(node.dataset.n));
        node.addEventListener("focus", () => light(node.dataset.n));
        node.addEventListener("blur", clear);
        node.addEventListener("mouseleave", () => {
          const focused = nodes.find(other => other === document.activeElement);
          if (focused) light(focused.dataset.n); else clear();
        });
      }
      map.addEventListener("keydown", event => { if (event.key === "Escape") clear(); });
    }
    const pair = (event, isOn) => {
      const place = event.target instanceof Element ? event.target.closest("mark[data-f], .finding") : null;
      if (!place) return;
      const names = place.matches("mark") ? place.dataset.f.split(" ") : [place.id];
      for (const name of names) {
        document.getElementById(name)?.classList.toggle("lit", isOn);
        for (const mark of document.querySelectorAll(`mark[data-f~="${CSS.escape(name)}"]`)) mark.classList.toggle("lit", isOn);
      }
    };
    document.addEventListener("mouseover", event => pair(event, true));
    document.addEventListener("mouseout", event => pair(event, false));
    const filter = document.getElementById("filter");
    if (filter) {
      const rows = [...document.querySelectorAll(".documents tbody tr")].map(row => [row, row.textContent.toLowerCase()]);
      filter.addEventListener("input", () => {
        const words = filter.value.toLowerCase().split(/\\s+/);
        for (const [row, text] of rows) row.hidden = !words.every(word => text.includes(word));
      });
    }

    """
}
