"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
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

  // What the page holds, read once.
  const articles = all(".article");
  const rowOf = new Map(all("tr[data-article]").map((row) => [row.dataset.article, row]));
  const findings = all(".card").map((card) => {
    const article = card.closest(".article");
    return {
      card, article, id: card.id, row: card.closest(".row"), shown: true, text: null,
      rule: card.dataset.rule, family: card.dataset.family, sev: card.dataset.sev, state: card.dataset.state,
      file: (article.dataset.source + "\n" + article.dataset.target).toLowerCase(),
      // The same finding in another article has its own decision.
      key: article.dataset.target + "\n" + card.id,
    };
  });
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const marks = new Map();
  for (const mark of all("mark[data-f]")) {
    if (!marks.has(mark.dataset.f)) marks.set(mark.dataset.f, []);
    marks.get(mark.dataset.f).push(mark);
  }

  // The filter.
  const input = one("#filter"), known = one("#known"), whole = one("#whole"), count = one("#count");
  const fields = {
    rule: (f, value) => f.rule.includes(value),
    family: (f, value) => f.family === value,
    sev: (f, value) => f.sev.startsWith(value),
    state: (f, value) => f.state === value,
    file: (f, value) => f.file.includes(value),
    triage: (f, value) => ((store.get(f.key) || {}).decision || "open") === value,
  };
  const words = (f, value) => {
    f.text ??= all(".side", f.row).concat(one(".what", f.card)).map((part) => part.textContent).join("\n").toLowerCase();
    return f.text.includes(value);
  };
  // The texts are read before somebody looks for words in them.
  const warm = (from) => requestIdleCallback((idle) => {
    while (from < findings.length && idle.timeRemaining() > 2) words(findings[from++], "");
    if (from < findings.length) warm(from);
  });
  warm(0);
  const tests = (query) => (query.toLowerCase().match(/-?(?:\w+:)?(?:"[^"]*"|\S+)/g) || []).map((token) => {
    const not = token.startsWith("-") && token.length > 1;
    const plain = not ? token.slice(1) : token;
    const colon = plain.indexOf(":");
    const field = colon > 0 ? fields[plain.slice(0, colon)] : undefined;
    const value = (field ? plain.slice(colon + 1) : plain).replaceAll('"', "");
    return (f) => !value || (field || words)(f, value) !== not;
  });
  const apply = () => {
    const wanted = tests(input.value);
    if (!known.checked) wanted.push((f) => f.state === "new");
    let shown = 0;
    const perArticle = new Map(), rows = new Map();
    for (const f of findings) {
      const fits = wanted.every((test) => test(f));
      if (fits !== f.shown) {
        f.shown = fits;
        f.card.hidden = !fits;
        for (const mark of marks.get(f.id) || []) mark.classList.toggle("off", !fits);
      }
      shown += fits;
      perArticle.set(f.article, (perArticle.get(f.article) || 0) + fits);
      rows.set(f.row, rows.get(f.row) || fits);
    }
    for (const [row, loud] of rows) if (row.classList.contains("quiet") === loud) row.classList.toggle("quiet", !loud);
    const filtered = wanted.length > 0;
    for (const article of articles) {
      const gone = filtered && !perArticle.get(article);
      if (article.hidden !== gone) { article.hidden = gone; rowOf.get(article.id).hidden = gone; }
    }
    count.textContent = filtered ? `${shown} of ${findings.length} findings` : `${findings.length} findings`;
  };
  const address = (id = "") => {
    const query = input.value.trim();
    const parts = [query && "q=" + encodeURIComponent(query), id && (query ? "f=" + encodeURIComponent(id) : id)];
    history.replaceState(null, "", "#" + parts.filter(Boolean).join("&"));
  };
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { apply(); address(); }, 60);
  });
  known.addEventListener("change", apply);
  whole.addEventListener("change", () => root.classList.toggle("only-findings", !whole.checked));

  // Moving.
  let current = null;
  const go = (f, quiet) => {
    if (current) current.card.classList.remove("current");
    current = f;
    f.card.classList.add("current");
    decide(f);
    f.card.scrollIntoView({ block: "center", behavior: "instant" });
    f.card.focus({ preventScroll: true });
    if (!quiet) address(f.id);
  };
  const step = (by) => {
    const seen = findings.filter((f) => f.shown);
    if (!seen.length) return;
    const at = current ? seen.indexOf(current) : -1;
    const next = at < 0 ? (by > 0 ? 0 : seen.length - 1) : Math.min(Math.max(at + by, 0), seen.length - 1);
    go(seen[next]);
  };
  let place = -1;
  const stepArticle = (by) => {
    const seen = articles.filter((article) => !article.hidden);
    if (!seen.length) return;
    if (current) place = seen.indexOf(current.article);
    place = Math.min(Math.max(place + by, 0), seen.length - 1);
    if (current) current.card.classList.remove("current");
    current = null;
    seen[place].scrollIntoView({ behavior: "instant" });
    seen[place].focus({ preventScroll: true });
  };
  const arrive = () => {
    const hash = location.hash.slice(1);
    const parts = new Map(hash.split("&").map((part) => {
      const [name, value = ""] = part.split("=");
      try { return [name, decodeURIComponent(value)]; } catch { return [name, value]; }
    }));
    if (parts.has("q") && parts.get("q") !== input.value) { input.value = parts.get("q"); apply(); }
    const f = byId.get(parts.get("f") || hash);
    if (!f) return;
    if (!f.shown) { input.value = ""; known.checked = true; apply(); }
    go(f, true);
  };
  addEventListener("hashchange", arrive);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#f-']");
    if (link) { event.preventDefault(); const f = byId.get(link.getAttribute("href").slice(1)); if (f) { if (!f.shown) { input.value = ""; known.checked = true; apply(); } go(f); } }
  });

  // Judging.
  const kinds = [["to-fix", "to fix"], ["accepted", "accepted"], ["false-alarm", "false alarm"]];
  const save = one("#save");
  const decided = () => findings.filter((f) => store.get(f.key));
  const tell = () => {
    const number = decided().length;
    save.disabled = !number;
    save.textContent = number ? `Save ${number} decision${number === 1 ? "" : "s"}` : "Save decisions";
  };
  const judge = (f, decision, reason) => {
    const was = store.get(f.key) || {};
    store.set(f.key, decision && { decision, reason: reason ?? was.reason ?? "" });
    show(f);
    tell();
  };
  const show = (f) => {
    const kept = store.get(f.key) || {};
    f.card.dataset.triage = kept.decision || "open";
    for (const radio of all("input[type=radio]", f.card)) radio.checked = radio.value === kept.decision;
    const reason = one(".reason", f.card);
    if (reason) { reason.value = kept.reason || ""; reason.required = kept.decision === "false-alarm"; }
  };
  const decide = (f) => {
    if (one(".triage", f.card)) return;
    const set = document.createElement("fieldset");
    set.className = "triage";
    const legend = document.createElement("legend");
    legend.textContent = "Your decision";
    set.append(legend);
    for (const [value, name] of kinds) {
      const label = document.createElement("label"), radio = document.createElement("input");
      Object.assign(radio, { type: "radio", name: "triage " + f.id, value });
      radio.addEventListener("change", () => judge(f, value));
      label.append(radio, " " + name);
      set.append(label);
    }
    const reason = document.createElement("input");
    Object.assign(reason, { type: "text", className: "reason", placeholder: "reason", maxLength: 500 });
    reason.setAttribute("aria-label", "Reason for the decision");
    reason.addEventListener("change", () => { const kept = store.get(f.key); if (kept) judge(f, kept.decision, reason.value); });
    const undo = document.createElement("button");
    Object.assign(undo, { type: "button", textContent: "undo" });
    undo.addEventListener("click", () => judge(f, null));
    set.append(reason, undo);
    f.card.append(set);
    show(f);
  };
  // The controls of a card are made when it comes into sight: thousands at once take seconds.
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) { watcher.unobserve(entry.target); decide(byId.get(entry.target.id)); }
  }, { rootMargin: "400px" });
  for (const f of findings) watcher.observe(f.card);

  // The file of decisions, schema 1 (tqcheck/filters/decisions.py); reasons are one line.
  const decisions = () => ({
    schema: 1, tool: { name: "tqcheck", version: document.body.dataset.version }, signature: document.body.dataset.signature,
    decisions: decided().map((f) => {
      const { decision, reason } = store.get(f.key);
      return {
        source: f.article.dataset.source, target: f.article.dataset.target, rule: f.rule,
        fingerprint: f.card.dataset.fp, text: f.card.dataset.text, decision, reason: reason.replace(/\s+/g, " ").trim(),
      };
    }),
  });
  const write = () => {
    const bare = decided().find((f) => { const kept = store.get(f.key); return kept.decision === "false-alarm" && !kept.reason.trim(); });
    if (bare) { go(bare); one(".reason", bare.card).focus(); count.textContent = "A false alarm needs a reason"; return; }
    if (!decided().length) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(decisions(), null, 2) + "\n"], { type: "application/json" }));
    link.download = "tqcheck-decisions.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  save.addEventListener("click", write);

  // The reasons and examples of a rule come into the card that asks for them.
  document.addEventListener("toggle", (event) => {
    const details = event.target;
    if (!(details instanceof HTMLDetailsElement) || !details.classList.contains("more") || one(".body", details)) return;
    const body = one(`#rule-${CSS.escape(details.closest(".card").dataset.rule)} .body`);
    if (body) details.append(body.cloneNode(true));
  }, true);

  // Sorting.
  for (const head of all(".articles th[data-sort]")) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: head.textContent });
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending" || (!head.hasAttribute("aria-sort") && head.dataset.sort === "number");
      for (const other of all(".articles th[aria-sort]")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const column = [...head.parentNode.children].indexOf(head), body = one(".articles tbody");
      const value = (row) => row.children[column].textContent;
      const order = head.dataset.sort === "number" ? (a, b) => value(a) - value(b) : (a, b) => value(a).localeCompare(value(b));
      body.append(...[...body.children].sort((a, b) => (down ? -1 : 1) * order(a, b)));
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
  const severity = (name) => {
    const token = "sev:" + name, others = input.value.replace(/-?sev:\S+/g, " ").replace(/\s+/g, " ").trim();
    input.value = input.value.includes(token) ? others : `${others} ${token}`.trim();
    apply();
    address();
  };
  const mine = (decision) => () => { if (current) judge(current, (store.get(current.key) || {}).decision === decision ? null : decision); };
  const keys = {
    j: () => step(1), k: () => step(-1), n: () => stepArticle(1), p: () => stepArticle(-1),
    "/": () => input.focus(), 1: () => severity("critical"), 2: () => severity("major"), 3: () => severity("minor"),
    x: () => flip(known), w: () => flip(whole), d: theme, s: write, "?": () => help.showModal(),
    t: mine("to-fix"), a: mine("accepted"),
    f: () => { if (!current) return; mine("false-alarm")(); if (store.get(current.key)) one(".reason", current.card).focus(); },
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
    if (typing) { if (event.key === "Escape") event.target.blur(); return; }
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  one(".bar").hidden = false;
  tell();
  for (const f of decided()) show(f);
  apply();
  arrive();
})();
