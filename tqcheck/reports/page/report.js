"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  root.classList.add("live");

  // Languages by their names; what has none keeps its code.
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  for (const tongue of all(".tongue")) {
    try { tongue.textContent = names.of(tongue.textContent); } catch { /* no tag of a language */ }
  }

  const store = (() => {
    const name = "tqcheck " + document.body.dataset.signature;
    let kept = {};
    try { kept = JSON.parse(localStorage.getItem(name)) || {}; } catch { /* a page without storage keeps them until it is closed */ }
    return {
      get: (key) => kept[key],
      set: (key, value) => {
        if (value) kept[key] = value; else delete kept[key];
        try { localStorage.setItem(name, JSON.stringify(kept)); } catch { /* as above */ }
      },
    };
  })();

  // What the page holds, read once: articles, their rows with findings, the findings.
  const marks = new Map();
  for (const mark of all("mark[data-f]")) {
    for (const id of mark.dataset.f.split(" ")) {
      const known = marks.get(id);
      if (known) known.push(mark); else marks.set(id, [mark]);
    }
  }
  const findings = [], byId = new Map();
  const articles = all(".article").map((node) => ({
    node, parts: [], seen: true,
    entry: one(`tr[data-article="${node.id}"]`),
    file: (node.dataset.source + "\n" + node.dataset.target).toLowerCase(),
  }));
  const partOf = new Map();
  for (const article of articles) {
    for (const node of article.node.getElementsByClassName("part")) {
      const part = { node, article, rows: [] };
      for (const cards of node.getElementsByClassName("cards")) {
        const row = { node: cards.parentNode, findings: [], text: null };
        for (const card of cards.children) {
          const f = {
            card, article, part, row, id: card.id, shown: true, text: null, marks: marks.get(card.id) || [],
            rule: card.dataset.rule, family: card.dataset.family, sev: card.dataset.sev, state: card.dataset.state,
            // The same finding in another article has its own decision.
            key: article.node.dataset.target + "\n" + card.id,
          };
          row.findings.push(f);
          findings.push(f);
          byId.set(f.id, f);
        }
        part.rows.push(row);
      }
      article.parts.push(part);
      partOf.set(node, part);
    }
  }

  // The filter: words that all have to be there, and tokens, of which several of a kind are alternatives.
  const input = one("#filter"), known = one("#known"), whole = one("#whole"), count = one("#count"), buttons = all("[data-token]");
  const decision = (f) => store.get(f.key)?.decision || "open";
  const fields = {
    rule: (f, value) => f.rule.includes(value),
    family: (f, value) => f.family === value,
    sev: (f, value) => f.sev.startsWith(value),
    state: (f, value) => f.state === value,
    file: (f, value) => f.article.file.includes(value),
    triage: (f, value) => decision(f) === value,
  };
  const words = (f, value) => {
    if (f.text === null) {
      const [source, target] = f.row.node.children;
      f.row.text ??= (source.textContent + "\n" + target.textContent).toLowerCase();
      f.text = one(".what", f.card).textContent.toLowerCase();
    }
    return f.row.text.includes(value) || f.text.includes(value);
  };
  // The texts are read before somebody looks for words in them.
  const warm = (from) => requestIdleCallback((idle) => {
    while (from < findings.length && idle.timeRemaining() > 2) words(findings[from++], "");
    if (from < findings.length) warm(from);
  });
  if (window.requestIdleCallback) warm(0);
  const parsed = (query) => (query.toLowerCase().match(/-?(?:\w+:)?(?:"[^"]*"|[^\s"]+)/g) || []).map((token) => {
    const not = token.startsWith("-") && token.length > 1;
    const [, name = "", text] = /^(?:(\w+):)?(.*)$/s.exec(not ? token.slice(1) : token);
    const field = Object.hasOwn(fields, name) ? name : "";
    return { not, field, value: (field || !name ? text : `${name}:${text}`).replaceAll('"', "") };
  }).filter((token) => token.value);
  const tests = (tokens) => {
    const wanted = [], either = new Map();
    for (const { not, field, value } of tokens) {
      const test = fields[field] || words;
      if (not) wanted.push((f) => !test(f, value));
      else if (!field) wanted.push((f) => test(f, value));
      else if (either.has(field)) either.get(field).push(value);
      else either.set(field, [value]);
    }
    for (const [field, values] of either) wanted.push((f) => values.some((value) => fields[field](f, value)));
    return wanted;
  };
  // A mark of several findings is the gravest one's that is shown.
  const paint = (mark, f) => {
    const ids = mark.dataset.f;
    if (ids === f.id) { mark.classList.toggle("off", !f.shown); return; }
    const over = ids.split(" ").map((id) => byId.get(id)), first = over.find((f) => f.shown);
    mark.classList.toggle("off", !first);
    if (!first) return;
    for (const f of over) mark.classList.toggle(f.sev, f.sev === first.sev);
    one("a", mark).href = "#" + first.id;
    for (const label of all("sup", mark)) label.hidden = !byId.get(label.dataset.of).shown;
  };
  // Cards, marks and rows follow what is shown: at once in the parts in sight, then in the others of
  // the articles that are seen, a few at a time; what is hidden waits until it is seen.
  const main = one("main"), stale = new Set(), inSight = new Set();
  const settle = (part) => {
    if (!stale.delete(part)) return;
    for (const row of part.rows) {
      for (const f of row.findings) {
        if (f.card.hidden !== f.shown) continue;
        f.card.hidden = !f.shown;
        for (const mark of f.marks) paint(mark, f);
      }
      row.node.classList.toggle("quiet", !row.findings.some((f) => f.shown));
    }
  };
  let settling = 0;
  const settleOthers = () => {
    const end = performance.now() + 8;
    let left = false;
    for (const part of stale) {
      if (!part.article.seen) continue;
      if (performance.now() > end) { left = true; break; }
      settle(part);
    }
    main.ariaBusy = left;
    settling = left ? setTimeout(settleOthers) : 0;
  };
  addEventListener("beforeprint", () => stale.forEach(settle));
  const apply = () => {
    const tokens = parsed(input.value), wanted = tests(tokens);
    const fits = (f) => wanted.every((test) => test(f));
    // Where only files are asked for, an article without findings is an answer, too.
    const files = tokens.every((token) => token.field === "file");
    let shown = 0;
    for (const article of articles) {
      let here = false;
      for (const part of article.parts) {
        for (const { findings } of part.rows) {
          for (const f of findings) {
            const found = fits(f), seen = found && (known.checked || f.state === "new");
            if (seen !== f.shown) { f.shown = seen; stale.add(part); }
            here ||= found;
            shown += seen;
          }
        }
      }
      const seen = here || (files && fits({ article }));
      if (seen !== article.seen) { article.seen = seen; article.node.hidden = article.entry.hidden = !seen; }
    }
    count.textContent = shown === findings.length ? `${shown} findings` : `${shown} of ${findings.length}`;
    one("#nothing").hidden = articles.some((article) => article.seen);
    const set = new Set(tokens.map(({ not, field, value }) => `${not ? "-" : ""}${field}:${value}`));
    for (const button of buttons) {
      const pressed = String(set.has(button.dataset.token));
      if (button.ariaPressed !== pressed) button.ariaPressed = pressed;
    }
    inSight.forEach(settle);
    clearTimeout(settling);
    settleOthers();
  };
  const address = (id = "") => {
    const query = input.value.trim();
    const parts = [query && "q=" + encodeURIComponent(query), id && (query ? "f=" + encodeURIComponent(id) : id)];
    history.replaceState(null, "", "#" + parts.filter(Boolean).join("&"));
  };
  const filter = (query) => { input.value = query; apply(); address(); };
  // Once a frame at most; and browsers refuse an address that changes with every key.
  let frame = 0, waiting = 0;
  input.addEventListener("input", () => {
    frame ||= requestAnimationFrame(() => { frame = 0; apply(); });
    clearTimeout(waiting);
    waiting = setTimeout(address, 250);
  });
  known.addEventListener("change", apply);
  known.parentNode.hidden = findings.every((f) => f.state === "new");
  whole.addEventListener("change", () => root.classList.toggle("only-findings", !whole.checked));
  one("#nothing button").addEventListener("click", () => filter(""));
  // Put a token into the filter, or take it out.
  const toggle = (token) => {
    const tokens = input.value.split(/\s+/).filter(Boolean), without = tokens.filter((other) => other !== token);
    filter((without.length < tokens.length ? without : [...tokens, token]).join(" "));
  };
  // Only this one of its kind; or all again.
  const alone = (token) => {
    const kind = token.slice(0, token.indexOf(":") + 1), had = input.value.split(/\s+/).includes(token);
    const others = input.value.split(/\s+/).filter((other) => other && !other.replace(/^-/, "").startsWith(kind));
    filter((had ? others : [...others, token]).join(" "));
  };

  // Moving.
  let current = null;
  const mark = (f, on) => { for (const node of [f.card, ...f.marks]) node.classList.toggle("current", on); };
  const leave = () => { if (current) mark(current, false); current = null; };
  const enter = (f) => { leave(); current = f; mark(f, true); decide(f); };
  const show = (f) => {
    settle(f.part);
    enter(f);
    f.card.scrollIntoView({ block: "center", behavior: "instant" });
    f.card.focus({ preventScroll: true });
  };
  const go = (f) => { show(f); address(f.id); };
  // To a finding that the filter may hide.
  const reveal = (f) => {
    if (!f.shown) { input.value = ""; known.checked = true; apply(); }
    show(f);
  };
  const within = (list, at) => list[Math.min(Math.max(at, 0), list.length - 1)];
  const step = (by) => {
    const seen = findings.filter((f) => f.shown);
    const at = seen.indexOf(current);
    const next = within(seen, at >= 0 ? at + by : by > 0 ? 0 : seen.length);
    if (next) go(next);
  };
  let place = null;
  const stepArticle = (by) => {
    const seen = articles.filter((article) => article.seen);
    place = within(seen, seen.indexOf(current ? current.article : place) + by);
    leave();
    if (!place) return;
    place.node.scrollIntoView({ behavior: "instant" });
    place.node.focus({ preventScroll: true });
  };
  const arrive = () => {
    const hash = location.hash.slice(1);
    const parts = new Map(hash.split("&").map((part) => {
      const [name, value = ""] = part.split("=");
      try { return [name, decodeURIComponent(value)]; } catch { return [name, value]; }
    }));
    if (parts.has("q") && parts.get("q") !== input.value) { input.value = parts.get("q"); apply(); }
    const f = byId.get(parts.get("f") || hash);
    if (f) reveal(f);
  };
  addEventListener("hashchange", arrive);
  document.addEventListener("click", (event) => {
    const target = event.target;
    const f = byId.get(target.closest("a[href^='#f-']")?.getAttribute("href").slice(1));
    if (f) { event.preventDefault(); reveal(f); address(f.id); return; }
    const button = target.closest("[data-token]");
    if (button) { toggle(button.dataset.token); return; }
    const strip = target.closest(".strip");
    if (strip) { nearest(strip, event.clientX); return; }
    const card = target.closest(".card");
    if (card) enter(byId.get(card.id));
  });
  // The finding whose tick is nearest to a click on the strip; its ticks are in the order of the text.
  const nearest = (strip, x) => {
    const box = strip.getBoundingClientRect(), share = 100 * (x - box.left) / box.width;
    const id = strip.closest("tr").dataset.article, article = articles.find(({ node }) => node.id === id);
    const there = article.parts.flatMap((part) => part.rows).flatMap((row) => row.findings).filter((f) => f.shown);
    const far = (f) => Math.abs(f.card.dataset.share - share);
    if (there.length) go(there.reduce((best, f) => (far(f) < far(best) ? f : best)));
  };

  // Judging.
  const kinds = [["to-fix", "to fix"], ["accepted", "accepted"], ["false-alarm", "false alarm"]];
  const save = one("#save");
  const decided = () => findings.filter((f) => store.get(f.key));
  const tell = () => {
    const number = decided().length;
    save.disabled = !number;
    save.textContent = number ? `Save ${number} decision${number === 1 ? "" : "s"}` : "Save decisions";
  };
  const judge = (f, judgement, reason) => {
    store.set(f.key, judgement && { decision: judgement, reason: reason ?? store.get(f.key)?.reason ?? "" });
    draw(f);
    tell();
  };
  const draw = (f) => {
    const kept = store.get(f.key) || {}, reason = one(".reason", f.card);
    f.card.dataset.triage = decision(f);
    for (const radio of all("input[type=radio]", f.card)) radio.checked = radio.value === kept.decision;
    if (reason) { reason.value = kept.reason || ""; reason.required = kept.decision === "false-alarm"; }
  };
  const decide = (f) => {
    if (one(".triage", f.card)) return;
    const radios = kinds.map(([value, name]) => {
      const radio = make("input", { type: "radio", name: "triage " + f.id, value });
      radio.addEventListener("change", () => judge(f, value));
      return make("label", {}, radio, " " + name);
    });
    const reason = make("input", { type: "text", className: "reason", placeholder: "reason", maxLength: 500, ariaLabel: "Reason for the decision" });
    reason.addEventListener("change", () => { const kept = store.get(f.key); if (kept) judge(f, kept.decision, reason.value); });
    const undo = make("button", { type: "button", className: "undo", textContent: "undo" });
    undo.addEventListener("click", () => judge(f, null));
    f.card.append(make("fieldset", { className: "triage" }, make("legend", { textContent: "Your decision" }), ...radios, reason, undo));
    draw(f);
  };
  // The controls of a card are made when it comes near: thousands at once take seconds.
  const coming = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) { coming.unobserve(target); decide(byId.get(target.id)); }
  }, { rootMargin: "600px" });
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const part = partOf.get(target);
      if (!isIntersecting) { inSight.delete(part); continue; }
      inSight.add(part);
      settle(part);
      for (const { findings } of part.rows) for (const f of findings) if (!f.watched) { f.watched = true; coming.observe(f.card); }
    }
  }, { rootMargin: "600px" });
  for (const part of partOf.keys()) near.observe(part);

  // The file of decisions, schema 1 (tqcheck/filters/decisions.py); reasons are one line.
  const decisions = () => ({
    schema: 1, tool: { name: "tqcheck", version: document.body.dataset.version }, signature: document.body.dataset.signature,
    decisions: decided().map((f) => {
      const { decision, reason } = store.get(f.key), { source, target } = f.article.node.dataset;
      return { source, target, rule: f.rule, fingerprint: f.card.dataset.fp, text: f.card.dataset.text, decision, reason: reason.replace(/\s+/g, " ").trim() };
    }),
  });
  const write = () => {
    const bare = decided().find((f) => decision(f) === "false-alarm" && !store.get(f.key).reason.trim());
    if (bare) { reveal(bare); one(".reason", bare.card).focus(); count.textContent = "A false alarm needs a reason"; return; }
    if (!decided().length) return;
    const link = make("a", { download: "tqcheck-decisions.json" });
    link.href = URL.createObjectURL(new Blob([JSON.stringify(decisions(), null, 2) + "\n"], { type: "application/json" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  save.addEventListener("click", write);

  // A card that is opened tells its rule's reasons and examples, and its comment can be copied.
  document.addEventListener("toggle", ({ target }) => {
    const brief = target.classList?.contains("more") && one(".brief", target);
    if (!brief) return;
    const body = one(`#rule-${CSS.escape(target.closest(".card").dataset.rule)} .body`);
    if (body) brief.replaceWith(body.cloneNode(true));
    const code = one(".silence code", target), copy = make("button", { type: "button", textContent: "Copy" });
    copy.addEventListener("click", async () => {
      getSelection().selectAllChildren(code);
      try { await navigator.clipboard.writeText(code.textContent); copy.textContent = "Copied"; } catch { /* it is selected, to be copied by hand */ }
    });
    code.after(copy);
  }, true);

  // Sorting.
  for (const head of all(".articles th[data-sort]")) {
    const button = make("button", { type: "button", textContent: head.textContent });
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const numbers = head.dataset.sort === "number";
      const down = head.ariaSort ? head.ariaSort === "ascending" : numbers;
      for (const other of all(".articles th[aria-sort]")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const body = one(".articles tbody"), collator = new Intl.Collator("en", { numeric: true });
      const rows = [...body.rows].map((row) => [row.cells[head.cellIndex].textContent, row]);
      rows.sort(([a], [b]) => (down ? -1 : 1) * collator.compare(a, b));
      body.append(...rows.map(([, row]) => row));
    });
  }

  // Light and dark.
  const theme = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };
  one("#theme").addEventListener("click", theme);

  // Keys.
  const help = one("#keys");
  one("#help").addEventListener("click", () => help.showModal());
  const flip = (box) => { box.checked = !box.checked; box.dispatchEvent(new Event("change")); };
  const mine = (judgement) => () => { if (current) judge(current, decision(current) === judgement ? null : judgement); };
  const keys = {
    j: () => step(1), k: () => step(-1), n: () => stepArticle(1), p: () => stepArticle(-1),
    "/": () => input.focus(), 1: () => alone("sev:critical"), 2: () => alone("sev:major"), 3: () => alone("sev:minor"),
    r: () => { if (current) alone("rule:" + current.rule); },
    x: () => flip(known), w: () => flip(whole), d: theme, s: write, "?": () => help.showModal(),
    t: mine("to-fix"), a: mine("accepted"),
    f: () => { mine("false-alarm")(); if (current && decision(current) === "false-alarm") one(".reason", current.card).focus(); },
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
    if (typing) { if (event.key === "Escape") { event.preventDefault(); event.target.blur(); } return; }
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  tell();
  for (const f of decided()) draw(f);
  apply();
  arrive();
})();
