// The page: what is shown and chosen, the controls, and what hands, mouse and keys do. `start` is called at the end.

const NARROW = 700, BAND_PX = 14, NAME_PX = 17, REST_MS = 400, GLIDE_MS = 150, SHORTEST_DAYS = 0.05;
const FACETS = ["status", "sector", "actors", "sources"], BAR = 3;
const root = document.documentElement, byId = (id) => document.getElementById(id);
let data, sheets, state, look, canvas, pen, stage, side, strip, drawn = null, dirty = false, resting = 0, AXIS = 44, cache = new Map();

function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

// --- words ------------------------------------------------------------------------------------

const words = () => data.words[state.language];
const said = (text) => (text === null || typeof text === "string" ? text || "" : text[state.language]);
const filledIn = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const calendar = () => ({ months: data.months[state.language], ...data.years[state.language] });

function measure(text, px, weight) {
  const key = `${px} ${weight} ${text}`;
  let width = cache.get(key);
  if (width === undefined) {
    pen.font = `${weight} ${px}px ${FONT}`;
    if (cache.size > 40000) cache = new Map();
    cache.set(key, width = pen.measureText(text.slice(0, 600)).width);
  }
  return width;
}

// --- start ------------------------------------------------------------------------------------

function start() {
  data = JSON.parse(byId("_data").textContent);
  sheets = {};
  if (data.bands.length || data.story && data.story.views.some((view) => view.bands.length)) AXIS += BAND_PX;
  const count = data.events.id.length;
  state = {
    language: data.language, grouping: data.grouping, start: data.home[0], end: data.home[1], scroll: 0, selected: -1,
    shown: new Uint8Array(count).fill(1), shownCount: count, all: false, hits: null, panel: "",
    chosen: Object.fromEntries(FACETS.map((facet) => [facet, new Set()])), story: -1, version: 0,
  };
  try { state.theme = localStorage.getItem("timeline-theme") || ""; } catch { state.theme = ""; }
  root.classList.add("js");
  if (state.theme) root.classList.add(state.theme);
  build();
  resize();
  followAddress();
  draw();
  performance.mark("drawn");
  document.fonts.ready.then(again);
  Promise.all(["400 12px Page", "500 12px Page"].map((font) => document.fonts.load(font))).then(again);
  document.addEventListener("DOMContentLoaded", () => {
    again();
    showPanel();
    applyToList();
    // The panel has its full height only now.
    if (state.selected >= 0) reveal(state.selected);
  });
  addEventListener("hashchange", followAddress);
  addEventListener("keydown", onKey);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { buildTools(); again(); });
  addEventListener("beforeprint", () => wholeOnPaper(true));
  addEventListener("afterprint", () => wholeOnPaper(false));
  new ResizeObserver(() => { resize(); draw(); }).observe(stage);
  new ResizeObserver(() => root.style.setProperty("--head", `${byId("_head").offsetHeight}px`)).observe(byId("_head"));
}

function again() { cache = new Map(); look = null; state.version++; redraw(); }

function redraw() {
  if (!dirty) { dirty = true; requestAnimationFrame(() => { dirty = false; draw(); }); }
}

// --- the controls -----------------------------------------------------------------------------

function build() {
  canvas = make("canvas", { "aria-hidden": "true" });
  pen = canvas.getContext("2d");
  stage = make("div", { id: "_stage", tabindex: "0", role: "application" }, canvas,
    make("div", { id: "_tip", hidden: true }));
  side = make("aside", { id: "_side", hidden: true, tabindex: "-1" });
  const main = byId("_main");
  strip = make("canvas", { id: "_overview", "aria-hidden": "true", onpointerdown: onStrip, onpointermove: onStrip });
  main.prepend(make("div", { id: "_work" }, stage, side), strip, make("div", { id: "_caption", hidden: true }));
  byId("_head").append(make("nav", { id: "_tools" }), make("p", { id: "_status", role: "status" }));
  stage.addEventListener("pointerdown", onDown);
  stage.addEventListener("pointermove", onMove);
  for (const name of ["pointerup", "pointercancel"]) stage.addEventListener(name, onUp);
  stage.addEventListener("pointerleave", () => tip(null));
  stage.addEventListener("wheel", onWheel, { passive: false });
  stage.addEventListener("dblclick", (event) => zoom(2, event.offsetX));
  buildTools();
}

function button(text, name, action, extra = {}) {
  return make("button", { type: "button", title: name, "aria-label": text === name ? null : name, onclick: action, ...extra }, text);
}

function buildTools() {
  const w = words(), tools = byId("_tools"), typed = byId("_search") ? byId("_search").value : "";
  const shelved = data.events.flags.reduce((sum, flags) => sum + (flags & DATED ? 0 : 1), 0);
  const pane = (name, text) => button(text, text, () => openPanel(name), { "aria-expanded": String(state.panel === name) });
  const search = make("input", {
    id: "_search", type: "search", placeholder: w.search, "aria-label": w.search_hint, value: typed, autocomplete: "off",
    oninput: () => find(search.value),
    onkeydown: (event) => { if (event.key === "Enter" && state.hits) step(1, state.hits); },
  });
  const lanes = make("select", { "aria-label": w.lanes, onchange: () => group(lanes.value) },
    ...Object.keys(data.sheets).map((key) => make("option", { value: key, selected: key === state.grouping }, w[`by_${key}`])));
  const other = state.language === "en" ? "es" : "en", dark = isDark();
  tools.replaceChildren(
    search, pane("filter", w.filter),
    ...(shelved ? [pane("shelf", `${w.shelf} (${shelved})`)] : []),
    ...(data.story ? [button(w.story, w.story, () => tell(state.story < 0 ? 0 : -1), { "aria-pressed": String(state.story >= 0) })] : []),
    ...(Object.keys(data.sheets).length > 1 ? [lanes] : []),
    button("−", w.zoom_out, () => zoom(0.5)), button("+", w.zoom_in, () => zoom(2)), button("↔", w.home, home),
    button(isList() ? w.timeline : w.list, isList() ? w.timeline : w.list, toggleList),
    button(data.words[other].language, data.words[other].language, () => speak(other), { lang: other }),
    button(dark ? w.light : w.dark, dark ? w.light : w.dark, () => paintIn(dark ? "light" : "dark")),
  );
  tools.setAttribute("aria-label", w.timeline);
  stage.setAttribute("aria-label", w.canvas);
  stage.setAttribute("aria-description", w.keys);
  tellCount();
}

const isList = () => root.classList.contains("list");
const isDark = () => (state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

function speak(language) {
  state.language = root.lang = language;
  buildTools();
  again();
  showPanel();
  showCaption();
  if (byId("_search").value) find(byId("_search").value);
}

function paintIn(theme) {
  root.classList.remove("dark", "light");
  root.classList.add(state.theme = theme);
  try { localStorage.setItem("timeline-theme", theme); } catch { /* not kept where pages may keep nothing */ }
  buildTools();
  again();
}

function toggleList() {
  root.classList.toggle("list");
  buildTools();
  if (!isList()) { resize(); redraw(); } else if (state.selected >= 0) article(state.selected)?.scrollIntoView();
}

function group(key) {
  state.grouping = key;
  state.scroll = 0;
  again();
  showPanel();
}

function tellCount() {
  const w = words(), all = data.events.id.length, parts = [];
  if (state.shownCount < all) {
    parts.push(`${filledIn(w.shown, { shown: state.shownCount, all })} `, button(w.clear, w.clear, clearFilter));
  }
  byId("_status").replaceChildren(...parts);
}

// Says something to screen readers without showing it.
function announce(text) {
  let voice = byId("_voice");
  if (!voice) document.body.append(voice = make("p", { id: "_voice", role: "status", class: "unseen" }));
  voice.textContent = text;
}

// --- choosing ---------------------------------------------------------------------------------

function showOnly(flags) {
  state.shown = Uint8Array.from(flags, Number);
  state.shownCount = state.shown.reduce((sum, one) => sum + one, 0);
  state.scroll = 0;
  tellCount();
  applyToList();
  again();
}

function applyFilter() { showOnly(filtered(data.events, state.chosen, state.all)); }

function forgetFilter() { for (const set of Object.values(state.chosen)) set.clear(); }

function clearFilter() {
  forgetFilter();
  applyFilter();
  showPanel();
}

function applyToList() {
  data.events.id.forEach((id, e) => { const found = byId(id); if (found) found.hidden = !state.shown[e]; });
}

const article = (e) => (e < 0 ? null : byId(data.events.id[e]));
let texts = null;

function find(query) {
  const ready = document.readyState !== "loading";
  if (!texts || !ready) texts = data.events.id.map((id) => folded(byId(id)?.textContent || ""));
  state.hits = searched(texts, query);
  if (state.hits) openPanel("results", true);
  else if (state.panel === "results") openPanel("");
  redraw();
}

function select(e, open = false) {
  state.selected = e;
  if (open) openPanel("event");
  else if (state.panel === "event") showPanel();
  if (e >= 0) {
    resize();
    reveal(e);
    announce(`${said(data.events.title[e])}. ${said(data.events.date[e])}`);
    try { history.replaceState(null, "", `#${data.events.id[e]}`); } catch { /* some viewers allow no change */ }
  }
  redraw();
}

// The next or previous event, by date, of those shown; or of those that a search found.
function step(by, among = null) {
  const { flags, start } = data.events, count = flags.length;
  let e = state.selected;
  if (e < 0) {
    const middle = by > 0 ? state.start : state.end;
    e = by > 0 ? start.findIndex((day) => day >= middle) - 1 : count - [...start].reverse().findIndex((day) => day <= middle);
  }
  for (let tries = 0; tries < count; tries++) {
    e = mod(e + by, count);
    if (state.shown[e] && flags[e] & DATED && (!among || among[e])) { select(e); return; }
  }
}

function reveal(e) {
  if (!(data.events.flags[e] & DATED)) return;
  const width = state.end - state.start, margin = width * 0.02;
  const from = data.events.start[e], until = Math.max(data.events.end[e], from);
  if (from > state.end - margin || until < state.start) look_at((from + Math.min(until, from + width)) / 2 - width / 2, width);
  settle();
  draw();
  const mark = drawn.marks.find((one) => one.event === e), k = mark ? mark.k : sheet().event.indexOf(e);
  const y = markY(drawn.arranged, sheet(), k);
  if (Number.isNaN(y)) return;
  const room = seenRoom();
  if (y - 30 < state.scroll) state.scroll = y - 40;
  else if (y + 30 > state.scroll + room) state.scroll = y + 40 - room;
}

function followAddress() {
  const e = data.events.id.indexOf(decodeURIComponent(location.hash.slice(1)));
  if (e >= 0 && e !== state.selected) {
    if (!state.shown[e]) clearFilter();
    select(e, true);
  }
}

// --- panels -----------------------------------------------------------------------------------

function openPanel(name, keepFocus = false) {
  const same = state.panel === name && !keepFocus && name !== "event";
  state.panel = same ? "" : name;
  showPanel();
  if (state.panel && !keepFocus) side.focus({ preventScroll: true });
  if (!state.panel) stage.focus({ preventScroll: true });
  buildToolStates();
  redraw();
}

function buildToolStates() {
  for (const one of byId("_tools").querySelectorAll("[aria-expanded]")) {
    const w = words(), name = one.textContent === w.filter ? "filter" : "shelf";
    one.setAttribute("aria-expanded", String(state.panel === name));
  }
}

function showPanel() {
  const w = words(), contents = { event: eventPanel, filter: filterPanel, shelf: shelfPanel, results: resultsPanel }[state.panel];
  side.hidden = !contents;
  root.classList.toggle("paneled", !side.hidden);
  if (!contents) return;
  const [title, ...parts] = contents(w);
  side.setAttribute("aria-label", title);
  side.replaceChildren(
    make("div", { class: "top" }, make("h2", {}, title), ...(state.panel === "event"
      ? [button("‹", w.previous, () => step(-1)), button("›", w.next, () => step(1))] : []),
    button("×", w.close, () => openPanel(""))), ...parts);
  side.scrollTop = 0;
}

function eventPanel(w) {
  const found = article(state.selected), e = state.selected;
  if (!found) return [w.event, make("p", {}, e < 0 ? "" : said(data.events.title[e]))];
  const copy = found.cloneNode(true), id = data.events.id[e];
  const link = make("p", { class: "soft" }, make("a", { href: `#${id}` }, w.link));
  copy.removeAttribute("id");
  copy.removeAttribute("hidden");
  return [w.event, copy, link];
}

function eventList(numbers, title = "") {
  const items = numbers.map((e) => make("li", {}, make("button", { type: "button", class: "row", onclick: () => choose(e) },
    make("span", { dir: "auto" }, said(data.events.title[e])), " ", make("span", { class: "soft" }, said(data.events.date[e])))));
  const list = make("ul", { class: "rows" }, ...items);
  return title ? [make("h3", {}, title), list] : [list];
}

function choose(e) {
  if (isList()) { select(e); article(e)?.scrollIntoView(); } else select(e, true);
}

function shelfPanel(w) {
  const told = sheet().lanes.flatMap((lane, i) => {
    const numbers = sheet().shelf[i].filter((e) => state.shown[e]);
    return numbers.length ? eventList(numbers, said(lane.name)) : [];
  });
  return [w.shelf, ...(told.length ? told : [make("p", { class: "soft" }, w.shelf_none)])];
}

function resultsPanel(w) {
  const found = data.events.id.map((_, e) => e).filter((e) => state.hits && state.hits[e] && state.shown[e]);
  const heading = found.length ? filledIn(found.length === 1 ? w.found_one : w.found, { found: found.length }) : w.nothing_found;
  announce(heading);
  return [heading, ...eventList(found.slice(0, 300))];
}

function check(facet, n, count, name, { depth = 0, bloc = null } = {}) {
  const set = state.chosen[facet], box = make("input", {
    type: "checkbox", onchange: () => { if (box.checked) set.add(n); else set.delete(n); applyFilter(); },
  });
  box.checked = set.has(n);
  const sign = bloc === null ? [] : [make("span", { class: `sign bloc${bloc}`, "aria-hidden": "true" })];
  return make("label", { class: `check depth${Math.min(depth, 4)}` }, box, ...sign,
    make("span", { dir: "auto", class: "name" }, said(name)), make("span", { class: "soft" }, String(count)));
}

function filterPanel(w) {
  const { events, facets } = data;
  const match = make("select", { "aria-label": w.actors, onchange: () => { state.all = match.value === "all"; applyFilter(); } },
    ...["any", "all"].map((value) => make("option", { value, selected: state.all === (value === "all") }, w[`match_${value}`])));
  return [w.filter, button(w.clear, w.clear, clearFilter), ...FACETS.map((facet) => {
    const counts = new Map();
    events.id.forEach((_, e) => { for (const n of facetOf(events, facet, e)) counts.set(n, (counts.get(n) || 0) + 1); });
    const boxes = facets[facet].filter((one) => counts.has(one.n)).map((one) => check(facet, one.n, counts.get(one.n), one.name, one));
    return boxes.length ? make("fieldset", {}, make("legend", {}, w[facet]), facet === "actors" ? match : "", ...boxes) : "";
  })];
}

// --- the story --------------------------------------------------------------------------------

function tell(number) {
  const before = state.story;
  state.story = number < 0 || number >= data.story.views.length ? -1 : number;
  if (state.story >= 0) {
    const view = data.story.views[state.story], [from, until] = view.days || data.home, pad = (until - from) * 0.012;
    if (data.sheets[view.grouping]) state.grouping = view.grouping;
    state.selected = view.selection === null ? -1 : view.selection;
    forgetFilter();
    const chosen = view.events && new Set(view.events);
    if (state.panel) openPanel("");
    showOnly(data.events.id.map((_, e) => !chosen || chosen.has(e)));
    look_at(view.days ? from - pad : from, until - from + (view.days ? 2 * pad : 0));
    if (state.selected >= 0) reveal(state.selected);
  } else if (before >= 0) clearFilter();
  showCaption();
  buildTools();
  if (state.story >= 0 && before < 0) byId("_caption").querySelector("button").focus();
}

function showCaption() {
  const box = byId("_caption"), w = words();
  box.hidden = state.story < 0;
  if (box.hidden) return;
  const views = data.story.views, view = views[state.story], n = state.story;
  const focused = [...box.querySelectorAll("button")].indexOf(document.activeElement);
  const steps = [
    button("‹", w.previous, () => tell(n - 1), { disabled: n === 0 }), button("›", w.next, () => tell(n + 1), { disabled: n === views.length - 1 }),
    button("×", w.close, () => tell(-1)),
  ];
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", w.story);
  box.replaceChildren(
    make("div", { class: "top" }, make("h2", { dir: "auto" }, said(view.name)),
      make("span", { class: "soft" }, filledIn(w.story_step, { number: n + 1, all: views.length })), ...steps),
    make("p", { dir: "auto" }, view.caption ? said(view.caption) : ""));
  if (focused >= 0) (steps[focused].disabled ? steps[2] : steps[focused]).focus();
  announce(`${said(view.name)}. ${view.caption ? said(view.caption) : ""}`);
}

// --- the view ---------------------------------------------------------------------------------

const sheet = () => (sheets[state.grouping] ||= unfold(data.sheets[state.grouping]));
const isNarrow = () => canvas.clientWidth < NARROW;
const laneRoom = () => canvas.clientHeight - AXIS;
// What the sheet over the lanes leaves of them on a telephone.
const isSheet = () => !side.hidden && matchMedia("(max-width: 700px)").matches;
const seenRoom = () => laneRoom() - (isSheet() ? side.offsetHeight : 0);

function headerPx() {
  if (isNarrow()) return 0;
  const longest = Math.max(...sheet().lanes.map((lane) => measure(said(lane.name), 12, 500)));
  return Math.round(Math.min(Math.max(14 + longest + 30 + 19, 120), 210));
}

function viewNow() {
  return { start: state.start, end: state.end, left: headerPx(), right: canvas.clientWidth, origin: data.home[0] };
}

// Shows a stretch of days, within what there is.
function look_at(from, width) {
  const [first, last] = data.whole, most = Math.max(last - first, data.home[1] - data.home[0]);
  width = Math.min(Math.max(width, SHORTEST_DAYS), most);
  const air = width < most ? width * 0.4 : 0;
  state.start = Math.min(Math.max(from, first - air), last + air - width);
  state.end = state.start + width;
  redraw();
}

function home() { state.scroll = 0; look_at(data.home[0], data.home[1] - data.home[0]); settle(); }

function zoom(factor, px = null) {
  const view = viewNow(), share = px === null ? 0.5 : (Math.max(px, view.left) - view.left) / (view.right - view.left);
  const width = state.end - state.start, at = state.start + width * share;
  const least = Math.min(Math.max(width / factor, SHORTEST_DAYS), data.whole[1] - data.whole[0]);
  look_at(at - least * share, least);
}

function pan(dx, dy) {
  const view = viewNow(), width = state.end - state.start;
  look_at(state.start - dx / (view.right - view.left) * width, width);
  state.scroll -= dy;
  redraw();
}

function resize() {
  const ratio = devicePixelRatio || 1, wide = stage.clientWidth, high = stage.clientHeight;
  if (!wide || !high) return;
  // The scale stays while the window grows or a panel opens.
  if (drawn && canvas.clientWidth && drawn.view.right !== wide && state.end - state.start < data.home[1] - data.home[0]) {
    canvas.width = wide * ratio;
    canvas.style.width = `${wide}px`;
    look_at(state.start, (wide - headerPx()) / perDay(drawn.view));
  }
  canvas.width = Math.round(wide * ratio);
  canvas.height = Math.round(high * ratio);
  canvas.style.width = `${wide}px`;
  canvas.style.height = `${high}px`;
}

// On paper all lanes are shown, and nothing below them; by day, whatever the theme.
function wholeOnPaper(printing) {
  root.classList.remove("dark", "light");
  root.classList.add(printing ? "light" : state.theme || "js");
  resize();
  again();
  draw();
  if (!printing || isList()) return;
  canvas.style.height = `${AXIS + drawn.arranged.height}px`;
  canvas.height = Math.round((AXIS + drawn.arranged.height) * (devicePixelRatio || 1));
  draw();
}

function settle() { if (drawn) drawn.settled = false; redraw(); }

// Arranges the lanes anew where zoom, filter or lanes changed; while panning not before the hand rests.
function arrangedNow(view) {
  const { events } = data, of = sheet(), references = of.plans[state.language] || of.plans.en;
  const reference = referenceFor(references, view.right - view.left);
  const inView = countInView(of, events, state.shown, view);
  const { plan, reading } = planFor(reference, data, view, inView, state.shownCount < events.id.length);
  const key = `${state.version} ${state.grouping} ${state.language} ${canvas.clientWidth} ${canvas.clientHeight} ${reading}`;
  const build = () => arrange(of, plan, reading, events, state.shown, view, isNarrow() ? NAME_PX : 0, laneRoom());
  if (!drawn || drawn.key !== key || drawn.arranged.plan !== plan) return { arranged: build(), key, settled: true };
  if (!drawn.settled) {
    const arranged = build(), changed = arranged.height !== drawn.arranged.height || arranged.tops.some((top, i) => top !== drawn.arranged.tops[i]);
    const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
    return { arranged, key, settled: true, glide: changed && !quiet ? { from: drawn.arranged, since: performance.now() } : null };
  }
  if (reading && (drawn.view.start !== view.start || drawn.view.end !== view.end)) {
    clearTimeout(resting);
    resting = setTimeout(settle, REST_MS);
  }
  return drawn;
}

function draw() {
  if (!canvas.width || isList()) return;
  look ||= colours();
  const view = viewNow(), { arranged, key, settled, glide } = arrangedNow(view), of = sheet(), { events } = data;
  const share = glide ? Math.min((performance.now() - glide.since) / GLIDE_MS, 1) : 1;
  state.scroll = Math.max(0, Math.min(state.scroll, arranged.height - seenRoom()));
  const offset = AXIS - state.scroll;
  const yOf = (k) => {
    const y = markY(arranged, of, k), before = share < 1 ? markY(glide.from, of, k) : NaN;
    return offset + (Number.isNaN(before) ? y : before + (y - before) * share);
  };
  const marks = marksInView(arranged, of, events, state.shown, view, AXIS + 5, canvas.clientHeight - 5, yOf);
  marks.forEach((mark) => dress(mark, arranged));
  placeTitles(marks, view, Math.min(arranged.rowPx, 22), (mark) => mark.width);
  if (arranged.cards) placeCards(marks, view);
  drawn = { view, arranged, key, settled, glide: share < 1 ? glide : null, marks };
  paint(view, arranged, marks, offset);
  paintStrip();
  if (share < 1) redraw();
}

// What a mark looks like.
function dress(mark, arranged) {
  const { events } = data, e = mark.event, status = events.status[e];
  const { rowPx, fontPx, plan } = arranged, flags = events.flags[e], tall = Math.min(rowPx, 18);
  Object.assign(mark, {
    flags, status, shape: events.shape[e], bloc: events.bloc[e], importance: events.importance[e], dotted: !!(flags & DOTTED),
    selected: e === state.selected, hit: !!(state.hits && state.hits[e]), bold: status !== REPORTED && events.importance[e] > 1,
  });
  mark.colour = (mark.quiet && !mark.selected && !mark.hit ? look.quiet : look.blocs)[mark.bloc];
  const firm = mark.shape === SHAPE.SPAN || mark.side === SIDE.INSIDE;
  mark.high = mark.glyph ? (mark.quiet ? QUIET_PX : Math.min(GLYPH, tall - 3))
    : mark.quiet ? 4 : mark.shape === SHAPE.RANGE ? Math.min(GLYPH, tall - 3) : firm ? tall - 4 : tall / 2;
  mark.width = 0;
  if (mark.side !== SIDE.NONE || mark.selected || mark.hit) {
    const weight = mark.bold ? 500 : 400, limit = plan.limits[mark.lane] + 1;
    mark.text = elided(said(events.title[e]) + (flags & UNCERTAIN ? " ?" : ""), limit, (text) => measure(text, fontPx, weight));
    mark.width = measure(mark.text, fontPx, weight);
    mark.date = arranged.reading ? said(events.date[e]) : "";
    mark.dateWidth = mark.date && !mark.text.includes(mark.date) ? measure(mark.date, fontPx, 400) : 0;
  }
}

// What a card says of an event: its summary and its first source, as the list has them.
function told(e) {
  const key = `card ${e}`;
  if (!cache.has(key)) {
    const part = (css) => {
      const found = [...(article(e)?.querySelectorAll(css) || [])];
      return ((found.find((one) => one.lang === state.language) || found[0])?.textContent || "").slice(0, 600);
    };
    cache.set(key, [part(".summary"), part("figcaption span")]);
  }
  return cache.get(key);
}

function cut(mark, fontPx) {
  if (mark.label.width < mark.width - 0.5) {
    mark.text = elided(mark.text, mark.label.width, (text) => measure(text, fontPx, mark.bold ? 500 : 400));
  }
}

function paint(view, arranged, marks, offset) {
  const ratio = devicePixelRatio || 1, wide = canvas.clientWidth, high = canvas.clientHeight;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.textBaseline = "middle";
  pen.fillStyle = look.ground;
  pen.fillRect(0, 0, wide, high);
  for (const band of arranged.bands) {
    pen.fillStyle = band.shaded ? look.shade : look.ground;
    pen.fillRect(0, offset + band.top, wide, band.height);
  }
  const found = ticks(view, calendar(), measure);
  paintGrid(pen, look, found, view, AXIS, Math.min(high, offset + arranged.height));
  pen.save();
  pen.beginPath();
  pen.rect(view.left, AXIS, view.right - view.left, high - AXIS);
  pen.clip();
  paintBands(pen, look, bandsNow(), pxOf(view), AXIS, arranged.height, 0.1);
  for (const counts of arranged.plan.counts || []) {
    const top = offset + arranged.tops[counts.lane];
    if (!Number.isNaN(top) && state.shownCount === data.events.id.length) paintCounts(pen, look, counts, view, top, arranged.rowPx);
  }
  const chosen = marks.filter((mark) => mark.selected), others = marks.filter((mark) => !mark.selected);
  if (chosen.length) {
    const mark = chosen[0], x = mark.glyph ? (mark.left + mark.right) / 2 : Math.max(mark.left, view.left);
    pen.fillStyle = look.guide;
    pen.fillRect(x - 0.75, AXIS, 1.5, high);
  }
  for (const mark of others) paintMark(pen, look, mark, view);
  for (const mark of others) if (mark.label) { cut(mark, arranged.fontPx); paintTitle(pen, look, mark, arranged.fontPx, arranged.rowPx); }
  for (const mark of chosen) {
    mark.label ||= besides(mark, view);
    paintMark(pen, look, mark, view);
    cut(mark, arranged.fontPx);
    paintTitle(pen, look, mark, arranged.fontPx, arranged.rowPx);
  }
  for (const mark of marks) if (mark.card) paintCard(pen, look, mark, told(mark.event), measure);
  pen.restore();
  paintNames(view, arranged, offset);
  paintAxis(pen, look, view, found, AXIS);
  paintLabels(view);
}

const bandsNow = () => [...data.bands, ...(state.story < 0 ? [] : data.story.views[state.story].bands)];

// The labels of the bands below the axis, each up to where the next begins.
function paintLabels(view) {
  const px = pxOf(view), begins = (band) => Math.max(px(band.days[0]), view.left), top = AXIS - BAND_PX;
  const bands = bandsNow().filter(({ days }) => px(days[1]) >= view.left && px(days[0]) <= view.right);
  pen.save();
  pen.beginPath();
  pen.rect(view.left, top, view.right - view.left, BAND_PX);
  pen.clip();
  paintBands(pen, look, bands, px, top, BAND_PX, 0.38);
  pen.font = `500 10.5px ${FONT}`;
  pen.fillStyle = look.ink;
  bands.sort((a, b) => begins(a) - begins(b)).forEach((band, i) => {
    const x = begins(band) + 4, room = (bands[i + 1] ? begins(bands[i + 1]) : view.right) - x - 3;
    if (room > 16) pen.fillText(elided(said(band.name), room, (text) => measure(text, 10.5, 500)), x, top + 7);
  });
  pen.restore();
}

// What the bands at a place of the strip with their labels are called.
function bandsAt({ x, y }) {
  const px = pxOf(drawn.view), near = ({ days }) => px(days[0]) <= x + 5 && px(days[1]) >= x - 5;
  return y > AXIS || y < AXIS - BAND_PX ? "" : bandsNow().filter(near).map(({ name, date }) => `${said(name)} · ${said(date)}`).join("; ");
}

// Where the title of a chosen mark stands that has no room of its own: over what is there.
function besides(mark, view) {
  const width = Math.min(mark.width, view.right - view.left - 24);
  const x = mark.right + 10 + width < view.right ? mark.right + 10 : Math.max(mark.left - 10 - width, view.left + 8);
  return { x, width };
}

// The names of the lanes: left of the time area, or above each lane where there is no room beside it.
function paintNames(view, arranged, offset) {
  const narrow = isNarrow(), high = canvas.clientHeight, wide = canvas.clientWidth;
  if (!narrow) {
    for (const band of arranged.bands) {
      pen.fillStyle = band.shaded ? look.shade : look.panel;
      pen.fillRect(0, offset + band.top, view.left - 1, band.height);
    }
    pen.fillStyle = look.line;
    pen.fillRect(view.left - 1, AXIS, 1, high);
  }
  for (const band of arranged.bands) {
    const top = offset + band.top, bottom = top + band.height;
    pen.fillStyle = look.line;
    if (bottom > AXIS) pen.fillRect(0, Math.round(bottom) - 1, wide, 1);
    const first = narrow ? 9 : Math.min(14, band.height / 2), y = Math.min(Math.max(top, AXIS) + first, bottom - first);
    if (y < AXIS + 6 || y > high - 4) continue;
    const name = band.lane < 0 ? words()[band.count === 1 ? "folded_one" : "folded"].replace("{}", band.count) : said(sheet().lanes[band.lane].name);
    pen.fillStyle = band.lane < 0 ? look["ink-faint"] : narrow ? look["ink-soft"] : look.ink;
    const px = narrow ? 11 : 12, weight = band.lane < 0 ? 400 : 500, room = narrow ? wide - 60 : view.left - 14 - 40;
    const text = elided(name, band.lane < 0 ? wide - 28 : room, (line) => measure(line, px, weight));
    pen.font = `${weight} ${px}px ${FONT}`;
    if (narrow && top < AXIS) {
      pen.fillStyle = translucent(look.panel, 0.9);
      pen.fillRect(0, y - 8, measure(text, px, weight) + 16, 16);
      pen.fillStyle = look["ink-soft"];
    }
    pen.fillText(text, narrow ? 8 : 14, y);
    if (band.lane < 0 || narrow) continue;
    pen.font = `400 11px ${FONT}`;
    pen.fillStyle = look["ink-faint"];
    pen.textAlign = "right";
    pen.fillText(String(band.count), view.left - 19, y);
    pen.textAlign = "left";
  }
}

// The strip below the lanes: when the events begin, and the part of it that is in view.
let bars = null, barsKey = "";

function paintStrip() {
  const ratio = devicePixelRatio || 1, wide = strip.clientWidth, high = strip.clientHeight, [first, last] = data.whole;
  if (!wide) return;
  const key = `${state.version} ${wide} ${ratio}`, to = (day) => (day - first) / (last - first) * wide;
  if (key !== barsKey) {
    barsKey = key;
    bars = make("canvas", { width: wide * ratio, height: high * ratio });
    const counts = density(data.events, state.shown, first, last, floor(wide / BAR)), peak = Math.max(...counts, 1);
    const pen = bars.getContext("2d");
    pen.scale(ratio, ratio);
    pen.fillStyle = look.panel;
    pen.fillRect(0, 0, wide, high);
    pen.fillStyle = look.density;
    counts.forEach((n, i) => { if (n) pen.fillRect(i * BAR, high, BAR - 1, -Math.max(2, Math.sqrt(n / peak) * (high - 16))); });
    pen.fillStyle = look["ink-soft"];
    pen.font = `400 10px ${FONT}`;
    for (const tick of ticks({ start: first, end: last, left: 0, right: wide }, calendar(), measure).major) {
      if (tick.line) pen.fillText(tick.label, tick.px + 3, 12);
    }
    strip.width = bars.width;
    strip.height = bars.height;
  }
  const pen = strip.getContext("2d"), x = to(state.start), width = Math.max(to(state.end) - x, 6);
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.drawImage(bars, 0, 0);
  pen.scale(ratio, ratio);
  pen.fillStyle = translucent(look.accent, 0.12);
  pen.fillRect(x, 0, width, high);
  pen.strokeStyle = look.accent;
  pen.lineWidth = 1.5;
  pen.strokeRect(x + 0.75, 0.75, width - 1.5, high - 1.5);
}

// The part in view follows the pointer: from where it was grabbed, or by its middle.
let grabbed = 0;

function onStrip(event) {
  const [first, last] = data.whole, width = state.end - state.start;
  const at = first + event.offsetX / strip.clientWidth * (last - first);
  if (event.type === "pointerdown") {
    strip.setPointerCapture(event.pointerId);
    grabbed = at > state.start && at < state.end ? at - state.start : width / 2;
  } else if (!strip.hasPointerCapture(event.pointerId)) return;
  look_at(at - grabbed, width);
}

// --- hands ------------------------------------------------------------------------------------

const fingers = new Map();
let moved = 0, lastTouch = null, speed = 0;

function markAt(x, y, slack) {
  let best = null, least = slack;
  for (const mark of drawn ? drawn.marks : []) {
    const dx = Math.max(mark.left - x, 0, x - mark.right), dy = Math.max(Math.abs(y - mark.y) - mark.high / 2, 0);
    const away = Math.hypot(dx, dy);
    if (away <= least) { least = away; best = mark; }
  }
  const half = drawn ? Math.min(drawn.arranged.rowPx / 2, 11) : 0, below = CARD.top + CARD.high;
  return best || (drawn ? drawn.marks.find(({ label, y: at }) => label && x >= label.x && x <= label.x + label.width
    && Math.abs(y - at - (label.dy || 0)) <= half)
    || drawn.marks.find(({ card, y: at }) => card && x >= card.x && x <= card.x + card.width && y > at && y < at + below) : null) || null;
}

function countsAt(x, y) {
  const { view, arranged } = drawn;
  for (const counts of arranged.plan.counts || []) {
    const top = AXIS - state.scroll + arranged.tops[counts.lane] + counts.row * arranged.rowPx;
    if (y < top || y > top + counts.rows * arranged.rowPx) continue;
    const bin = floor(((x - view.left) / perDay(view) + view.start - view.origin) / counts.days);
    if (counts.bins.includes(bin)) return [view.origin + bin * counts.days, counts.days];
  }
  return null;
}

function onDown(event) {
  stage.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
  if (fingers.size === 1) { moved = 0; speed = 0; }
  tip(null);
}

function onMove(event) {
  const before = fingers.get(event.pointerId), now = { x: event.offsetX, y: event.offsetY };
  if (!before) { if (event.pointerType === "mouse") hover(now); return; }
  if (fingers.size === 2) {
    const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
    const apart = (one) => Math.max(Math.hypot(one.x - other.x, one.y - other.y), 20);
    pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    zoom(apart(now) / apart(before), (now.x + other.x) / 2);
    moved = 100;
  } else {
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (moved > 5) pan(now.x - before.x, now.y - before.y);
    speed = now.x - before.x;
    lastTouch = event.timeStamp;
  }
  fingers.set(event.pointerId, now);
}

function onUp(event) {
  const at = fingers.get(event.pointerId);
  fingers.delete(event.pointerId);
  if (!at || event.type === "pointercancel") return;
  if (moved > 5) {
    if (!fingers.size && event.pointerType === "touch" && event.timeStamp - lastTouch < 60) glideOn(speed);
    return;
  }
  const mark = markAt(at.x, at.y, event.pointerType === "touch" ? 14 : 5);
  if (mark) { select(mark.event, true); return; }
  const bin = countsAt(at.x, at.y);
  if (bin) look_at(bin[0], bin[1]);
  else if (bandsAt(at)) tip(bandsAt(at), at);
  else if (state.panel === "event") { state.selected = -1; openPanel(""); redraw(); }
}

// A flick goes on and slows down.
function glideOn(px) {
  if (Math.abs(px) < 2 || fingers.size || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  pan(px, 0);
  requestAnimationFrame(() => glideOn(px * 0.93));
}

function onWheel(event) {
  event.preventDefault();
  tip(null);
  const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
  if (event.shiftKey) { pan(0, -(event.deltaY || event.deltaX) * unit); return; }
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) { pan(-event.deltaX * unit, 0); return; }
  zoom(2 ** (-event.deltaY * unit / (event.ctrlKey ? 100 : 250)), event.offsetX);
}

function hover(at) {
  const mark = markAt(at.x, at.y, 5);
  stage.classList.toggle("over", !!mark || !!(drawn && countsAt(at.x, at.y)));
  const { title, date } = data.events;
  tip(mark ? `\u2068${said(title[mark.event])}\u2069 · ${said(date[mark.event])}` : drawn && bandsAt(at), at);
}

function tip(text, at) {
  const box = byId("_tip");
  box.hidden = !text;
  if (!text) return;
  box.textContent = text;
  box.style.left = `${Math.max(4, Math.min(at.x + 12, stage.clientWidth - box.offsetWidth - 4))}px`;
  box.style.top = `${Math.min(at.y + 16, stage.clientHeight - box.offsetHeight - 4)}px`;
}

// --- keys -------------------------------------------------------------------------------------

function onKey(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape") { escape(); return; }
  if (typing) return;
  if (event.key === "/") { event.preventDefault(); byId("_search").focus(); return; }
  if (document.activeElement !== stage) return;
  const width = state.end - state.start, shift = event.shiftKey;
  const actions = {
    ArrowLeft: () => (shift ? look_at(state.start - width / 5, width) : step(-1)),
    ArrowRight: () => (shift ? look_at(state.start + width / 5, width) : step(1)),
    ArrowUp: () => pan(0, 40), ArrowDown: () => pan(0, -40),
    PageUp: () => look_at(state.start - width * 0.8, width), PageDown: () => look_at(state.start + width * 0.8, width),
    "+": () => zoom(2), "=": () => zoom(2), "-": () => zoom(0.5), Home: home,
    Enter: () => { if (state.selected >= 0) openPanel("event"); },
  };
  if (actions[event.key]) { event.preventDefault(); actions[event.key](); }
}

function escape() {
  const search = byId("_search");
  if (document.activeElement === search && search.value) { search.value = ""; find(""); } else if (state.panel) openPanel("");
  else if (state.story >= 0) tell(-1);
  else if (state.selected >= 0) { state.selected = -1; redraw(); }
  if (!isList()) stage.focus({ preventScroll: true });
}

// For those who put the page into another one, and for tests.
window.timelinePage = {
  show(from, until) { look_at(from, until - from); draw(); settle(); draw(); },
  group,
  rows() {
    draw();
    const of = sheet();
    return { reading: drawn.arranged.reading, view: drawn.view, selected: data.events.id[state.selected],
      marks: drawn.marks.map((mark) => [data.events.id[mark.event], of.lanes[mark.lane].id, mark.row, mark.side]),
      cards: drawn.marks.filter((mark) => mark.card).map(({ card, y, event }) => [data.events.id[event], card.x, y + CARD.top, card.width, CARD.high]),
      titles: drawn.marks.filter((mark) => mark.label).map(({ label, y, event, text }) => [data.events.id[event], label.x, y + (label.dy || 0), label.width, text]) };
  },
  frame(from, until) { const begun = performance.now(); look_at(from, until - from); draw(); return performance.now() - begun; },
};
