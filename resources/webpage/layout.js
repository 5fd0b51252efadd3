// Where everything stands: days, ticks, lanes, marks and titles. Pure functions; nothing here touches the page.
// The rows come from the plans in the page's data; here they are only mapped to pixels.

const SIDE = { NONE: 0, RIGHT: 1, LEFT: 2, INSIDE: 3, FREE: 4, ABOVE: 5 };
const SIDES = 8, QUIET = -1, NO_MARK = -2;
const SHAPE = { POINT: 0, FUZZY: 1, SPAN: 2, RANGE: 3 };
const FADE_LEFT = 1, FADE_RIGHT = 2, OPEN_LEFT = 4, OPEN_RIGHT = 8, DOTTED = 16, UNCERTAIN = 32, DATED = 64;
const GLYPH = 10, QUIET_PX = 5, STRIP = 9, MIN_LANE = 20, FOLDED = 24, SHELVED_LANE = 28, GAP = 6;
const DATE_GAP = 8, INSET_LEFT = 20, INSET_RIGHT = 10, STICKY = 22, LEAST_TITLE = 24, READABLE = 1500, THINNED = 2;

// px: of a row with cards, of its marks from its top, of a card from its mark, and how large a card is.
const CARD = { row: 92, mark: 12, top: 12, high: 62, wide: 280, least: 130, air: 6 };

const floor = Math.floor, mod = (a, b) => a - b * floor(a / b);

// --- days -------------------------------------------------------------------------------------

// Day 1 is 1 January of the year 1; years are counted astronomically.
function civil(day) {
  const shifted = floor(day) + 305, era = floor(shifted / 146097), ofEra = mod(shifted, 146097);
  const yearOfEra = floor((ofEra - floor(ofEra / 1460) + floor(ofEra / 36524) - floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + floor(yearOfEra / 4) - floor(yearOfEra / 100));
  const shiftedMonth = floor((5 * ofYear + 2) / 153), month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const date = ofYear - floor((153 * shiftedMonth + 2) / 5) + 1;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date];
}

function dayOf(year, month, date) {
  if (month <= 2) year -= 1;
  const era = floor(year / 400), ofEra = mod(year, 400);
  const ofYear = floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146097 + ofEra * 365 + floor(ofEra / 4) - floor(ofEra / 100) + ofYear - 305;
}

function grouped(number, words) {
  const text = String(number);
  return number < 10000 ? text : text.replace(/\B(?=(\d{3})+$)/g, words.thousands);
}

// With all its digits, so that neighbours differ; in "far year" round ones are told as the years since.
function exactYear(year, words) {
  return year > 0 ? grouped(year, words) : words.bce.replace("{}", grouped(1 - year, words));
}

function yearText(year, words, form) {
  if (year > 0 || form !== "far year") return exactYear(year, words);
  for (const years of [-year, 1 - year]) {
    if (years >= 1e6 && years % 1000 === 0) {
      const [unit, pattern] = words.ago.find((entry) => years >= entry[0]);
      const power = 10 ** (String(unit).length - 1), rest = years % power;
      const decimals = rest ? "." + String(rest).padStart(String(power).length - 1, "0").replace(/0+$/, "") : "";
      return pattern.replace("{}", grouped(floor(years / power), words) + decimals);
    }
  }
  return exactYear(year, words);
}

// --- the axis ---------------------------------------------------------------------------------

// [unit, count, form of the label] of the lower row, then of the upper one; the finest first.
const STEPS = [
  ["hour", 1, "hour", "day", 1, "whole day"], ["hour", 3, "hour", "day", 1, "whole day"],
  ["hour", 6, "hour", "day", 1, "whole day"], ["day", 1, "day", "month", 1, "month year"],
  ["day", 7, "day", "month", 1, "month year"], ["month", 1, "month", "year", 1, "year"],
  ["month", 3, "month", "year", 1, "year"], ["year", 1, "short year", "year", 5, "year"],
  ["year", 2, "short year", "year", 10, "year"], ["year", 5, "short year", "year", 20, "year"],
  ["year", 10, "short year", "year", 100, "year"], ["year", 20, "short year", "year", 100, "year"],
  ["year", 50, "short year", "year", 100, "year"], ["year", 100, "year", "year", 500, "year"],
  ["year", 200, "year", "year", 1000, "year"], ["year", 500, "year", "year", 2000, "year"],
  ["year", 1000, "far year", "year", 5000, "far year"], ["year", 2000, "far year", "year", 10000, "far year"],
  ["year", 5000, "far year", "year", 20000, "far year"], ["year", 10000, "far year", "year", 50000, "far year"],
].map(([unit, count, form, upper, upperCount, upperForm]) => [
  { unit, count, form }, { unit: upper, count: upperCount, form: upperForm },
]);
const LONGEST_BY_HOUR = 3, LABEL_AIR = 6, MAJOR_FONT = 13, MINOR_FONT = 10.5;

function tickLabel(day, form, words) {
  if (form === "hour") return String(Math.round(mod(day, 1) * 24)).padStart(2, "0") + ":00";
  const [year, month, date] = civil(day), name = words.months[month - 1];
  if (form === "whole day") return `${date} ${name} ${yearText(year, words)}`;
  if (form === "day") return String(date);
  if (form === "month") return name;
  if (form === "month year") return `${name} ${yearText(year, words)}`;
  if (form === "short year") return String((year > 0 ? year : 1 - year) % 100).padStart(2, "0");
  return yearText(year, words, form);
}

function widestLabels(step, start, end, words) {
  if (step.form === "hour") return ["00:00"];
  if (step.form === "day") return ["30"];
  if (step.form === "short year") return ["00"];
  if (step.form === "month") return words.months;
  if (step.form === "whole day") {
    const days = [];
    for (let day = floor(start); day < Math.ceil(end); day++) days.push(tickLabel(day, step.form, words));
    return days;
  }
  const years = [start, end].map((day) => yearText(floor(civil(day)[0] / step.count) * step.count, words, step.form));
  if (step.form === "month year") return words.months.flatMap((name) => years.map((year) => `${name} ${year}`));
  return years;
}

function tickDays(step, start, end) {
  const days = [];
  if (step.unit === "hour") {
    const perDay = 24 / step.count;
    for (let n = Math.ceil(start * perDay); n < Math.ceil(end * perDay); n++) days.push(n / perDay);
    return days;
  }
  const keep = (day) => { if (day >= start && day < end) days.push(day); return day < end; };
  const [year, month] = civil(start);
  if (step.unit === "day" && step.count === 1) {
    for (let day = floor(start); keep(day);) day++;
  } else if (step.unit === "day") {
    for (let n = year * 12 + month - 1, more = true; more; n++) {
      for (let date = 1; date < 30 - step.count && more; date += step.count) {
        more = keep(dayOf(floor(n / 12), mod(n, 12) + 1, date));
      }
    }
  } else if (step.unit === "month") {
    let n = year * 12 + floor((month - 1) / step.count) * step.count;
    while (keep(dayOf(floor(n / 12), mod(n, 12) + 1, 1))) n += step.count;
  } else if (step.count === 1) {
    for (let y = year; keep(dayOf(y, 1, 1));) y++;
  } else {
    // Round as they are written: 200 BCE, 100 BCE, 1, 100, 200. There is no year 0.
    for (let n = floor((year > 0 ? year : year - 1) / step.count), more = true; more; n++) {
      if (n === 0 && step.count < 100) continue;
      more = keep(dayOf(n > 0 ? n * step.count : n < 0 ? n * step.count + 1 : 1, 1, 1));
    }
  }
  return days;
}

function shortestDays(step) {
  const least = { hour: 1 / 24, day: 1, month: 28, year: 365 }[step.unit];
  return least * (step.unit === "year" && step.count >= 100 ? step.count - 1 : step.count);
}

const perDay = (view) => (view.right - view.left) / (view.end - view.start);
const pxOf = (view) => (day) => view.left + (day - view.start) * perDay(view);

// Both rows of ticks of a view {start, end, left, right}; `measure(text, px, weight)` gives px.
function ticks(view, words, measure) {
  const toPx = pxOf(view);
  const fits = (step, px, weight) => {
    const room = shortestDays(step) * perDay(view) - LABEL_AIR;
    return room >= px && widestLabels(step, view.start, view.end, words).every((t) => measure(t, px, weight) <= room);
  };
  let found = STEPS.find(([minor, major]) =>
    !(minor.unit === "hour" && view.end - view.start > LONGEST_BY_HOUR)
    && fits(minor, MINOR_FONT, 400) && fits(major, MAJOR_FONT, 500));
  for (let power = 10000; !found; power *= 10) {
    for (const [times, larger] of [[2, 5], [5, 4], [10, 5]]) {
      const minor = { unit: "year", count: times * power, form: "far year" };
      if (!found && fits(minor, MINOR_FONT, 400)) found = [minor, { ...minor, count: larger * times * power }];
    }
  }
  const [minorStep, majorStep] = found;
  const majorDays = tickDays(majorStep, view.start, view.end);
  const repeated = new Set(minorStep.form === majorStep.form ? majorDays : []);
  const minor = tickDays(minorStep, view.start, view.end).map((day) => (
    { day, px: toPx(day), label: repeated.has(day) ? "" : tickLabel(day, minorStep.form, words), line: true }));
  const major = majorDays.map((day) => {
    const px = toPx(day), label = tickLabel(day, majorStep.form, words);
    // The lower row still tells the time where the right edge would cut a label of the upper one.
    return { day, px, label: px + 1 + measure(label, MAJOR_FONT, 600) <= view.right ? label : "", line: true };
  });
  let first = { day: view.start, px: view.left, label: tickLabel(view.start, majorStep.form, words), line: false };
  if (majorStep.unit === "year" && majorStep.count > 1) {
    first = minor.length && minorStep.count === 1
      ? { ...minor[0], label: tickLabel(minor[0].day, majorStep.form, words), line: false } : null;
  }
  if (first && (!major.length || first.px + measure(first.label, MAJOR_FONT, 500) + LABEL_AIR <= major[0].px)) {
    major.unshift(first);
  }
  return { major, minor };
}

// --- plans ------------------------------------------------------------------------------------

// Sheets as they are used: one entry per event in a lane, and each octave with the plan it shares with the one before.
function unfold(sheet) {
  const count = sheet.placed.reduce((sum, events) => sum + events.length, 0);
  const lane = new Int32Array(count), event = new Int32Array(count);
  let k = 0;
  sheet.placed.forEach((events, i) => events.forEach((e) => { lane[k] = i; event[k++] = e; }));
  const plans = {};
  for (const [language, references] of Object.entries(sheet.plans)) {
    plans[language] = typeof references === "string" ? plans[references] : references.map((reference) => {
      let before = {};
      const octaves = reference.octaves.map((octave) => (before = { ...before, ...octave }));
      return { ...reference, octaves };
    });
  }
  return { ...sheet, lane, event, plans };
}

// The reference that a time area of so many px uses: the widest that is not wider.
function referenceFor(references, width) {
  return references.reduce((best, one) => (one.width <= width ? one : best), references[0]);
}

function octaveAt(reference, home, perDay) {
  const number = floor(Math.log2(perDay * (home[1] - home[0]) / reference.width) + 1e-9);
  return Math.min(Math.max(number, 0), reference.octaves.length - 1);
}

// {plan, reading}: reading is for views closer than the opening one that can be read, and for filtered ones.
function planFor(reference, data, view, inView, filtered) {
  const octave = reference.octaves[octaveAt(reference, data.home, perDay(view))];
  const closer = view.end - view.start < (data.home[1] - data.home[0]) * (1 - 1e-6);
  const reading = !octave.o || ((closer || filtered) && inView <= READABLE);
  return { plan: reading ? octave.r : octave.o, reading };
}

function padding(rowPx) { return rowPx >= 17 ? 5 : rowPx >= 15 ? 4 : 3; }

// How many marks a view holds, once for each lane.
function countInView(sheet, events, shown, view) {
  let count = 0;
  for (let k = 0; k < sheet.event.length; k++) {
    const e = sheet.event[k];
    if (shown[e] && events.end[e] > view.start && events.start[e] < view.end) count++;
  }
  return count;
}

// Where a mark is drawn: {left, right, glyph}, or null where less than half a pixel of it is in view.
function extent(events, e, least, view) {
  let [left, right] = [events.start[e], events.end[e]].map(pxOf(view));
  const glyph = events.shape[e] === SHAPE.POINT || right - left < least, middle = (left + right) / 2;
  if (glyph) [left, right] = [middle - least / 2, middle + least / 2];
  return right > view.left + 0.5 && left < view.right - 0.5 ? { left, right, glyph } : null;
}

// Lanes below each other. While reading, rows and lanes without anything in view take no height.
// `namePx` is what a lane's name takes above its rows; `height` is what the overview may stretch to.
function arrange(sheet, plan, reading, events, shown, view, namePx, height) {
  const lanes = sheet.lanes.length, slots = [], strip = new Uint8Array(lanes), count = new Int32Array(lanes);
  const taken = Array.from({ length: lanes }, () => new Set());
  for (let k = 0; k < sheet.event.length; k++) {
    const e = sheet.event[k], lane = sheet.lane[k], code = plan.m[k];
    if (!shown[e]) continue;
    count[lane]++;
    const near = !reading || extent(events, e, code === QUIET ? QUIET_PX : GLYPH, view);
    if (code >= 0 && near) taken[lane].add(floor(code / SIDES));
    if (code >= 0 && near && code % SIDES === SIDE.ABOVE) taken[lane].add(floor(code / SIDES) - 1);
    if (code === QUIET && near) strip[lane] = 1;
  }
  sheet.shelf.forEach((shelved, lane) => { for (const e of shelved) count[lane] += shown[e]; });
  for (const counts of plan.counts || []) {
    const inView = counts.bins.some((bin) => {
      const begin = view.origin + bin * counts.days;
      return begin + counts.days > view.start && begin < view.end;
    });
    if (!reading || inView) for (let r = 0; r < counts.rows; r++) taken[counts.lane].add(counts.row + r);
  }
  const rows = taken.map((set, lane) => {
    const ordered = [...set].sort((a, b) => a - b), most = ordered.length ? ordered[ordered.length - 1] + 1 : 0;
    const slot = new Int32Array(most).fill(-1);
    // In the overview rows keep their place whatever the filter leaves.
    if (reading) ordered.forEach((row, i) => { slot[row] = i; });
    else slot.forEach((_, row) => { slot[row] = row; });
    slots[lane] = slot;
    return reading ? ordered.length : most;
  });
  const build = (rowPx) => {
    const bands = [], tops = new Float64Array(lanes).fill(NaN);
    let top = 0, folded = 0;
    for (let lane = 0; lane < lanes; lane++) {
      const empty = !rows[lane] && !strip[lane];
      if (empty && (reading || !count[lane])) { folded++; continue; }
      const air = padding(plan.row), content = rows[lane] * rowPx + (strip[lane] ? STRIP : 0);
      const tall = empty ? SHELVED_LANE : Math.max(2 * air + content, MIN_LANE) + namePx;
      tops[lane] = top + namePx + (rows[lane] <= 1 ? (tall - namePx - content) / 2 : air);
      bands.push({ lane, top, height: tall, count: count[lane], shaded: bands.length % 2 === 1 });
      top += tall;
    }
    if (folded) bands.push({ lane: -1, top, height: FOLDED, count: folded, shaded: bands.length % 2 === 1 });
    return { bands, tops, height: top + (folded ? FOLDED : 0), rowPx };
  };
  let made = build(plan.row);
  const all = rows.reduce((sum, n) => sum + n, 0), room = height - made.height;
  if (!reading && all && room > 0) made = build(Math.min(plan.row + room / all, plan.row * 1.7));
  // While reading, where there is room for a card below every mark.
  const tall = reading && all && height > 0 ? build(CARD.row) : null, cards = !!tall && tall.height <= height;
  return { ...(cards ? tall : made), cards, plan, reading, slots, rows, strip, fontPx: plan.font };
}

// The centre of a mark, from the top of the lanes; NaN where it has no place.
function markY(arranged, sheet, k) {
  const code = arranged.plan.m[k], lane = sheet.lane[k], top = arranged.tops[lane];
  if (code === QUIET) return top + arranged.rows[lane] * arranged.rowPx + STRIP / 2;
  if (code < 0) return NaN;
  const row = floor(code / SIDES), slot = row < arranged.slots[lane].length ? arranged.slots[lane][row] : -1;
  return slot < 0 ? NaN : top + (arranged.cards ? slot * CARD.row + CARD.mark : (slot + 0.5) * arranged.rowPx);
}

// --- marks and titles -------------------------------------------------------------------------

// The marks in view: {k, event, lane, left, right, glyph, y, side, quiet}; `yOf(k)` places them.
function marksInView(arranged, sheet, events, shown, view, top, bottom, yOf) {
  const marks = [], places = new Map(), codes = arranged.plan.m;
  for (let k = 0; k < sheet.event.length; k++) {
    const e = sheet.event[k], code = codes[k];
    if (!shown[e] || code === NO_MARK) continue;
    const drawn = extent(events, e, code === QUIET ? QUIET_PX : GLYPH, view);
    if (!drawn) continue;
    const { left, right } = drawn;
    const y = yOf(k);
    if (!(y > top && y < bottom)) continue;
    const mark = {
      k, event: e, lane: sheet.lane[k], ...drawn, y, quiet: code === QUIET,
      side: code === QUIET ? SIDE.NONE : code % SIDES, row: code === QUIET ? -1 : floor(code / SIDES),
    };
    if (mark.quiet) {
      // Of quiet marks that would cover each other the most important of each place is enough.
      const place = `${mark.lane} ${floor(left / THINNED)} ${floor(right / THINNED)}`, other = places.get(place);
      if (other !== undefined) {
        if (events.importance[e] > events.importance[marks[other].event]) marks[other] = mark;
        continue;
      }
      places.set(place, marks.length);
    }
    marks.push(mark);
  }
  return marks;
}

// A title cut to a width, with "…"; `measure(text)` gives px.
function elided(text, width, measure) {
  if (measure(text) <= width) return text;
  let low = 0, high = Math.min(text.length, 400);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(text.slice(0, middle).trimEnd() + "…") <= width) low = middle; else high = middle - 1;
  }
  return low ? text.slice(0, low).trimEnd() + "…" : "";
}

// Where the title of each mark stands: sets `label` {x, width, room, inside} where there is room for it.
// `widthOf(mark)` is the px of its title. A title at an edge of the view moves to the free side or is cut there.
function placeTitles(marks, view, rowPx, widthOf) {
  const rows = new Map();
  for (const mark of marks) {
    mark.label = null;
    if (mark.side === SIDE.NONE || mark.quiet) continue;
    const key = `${mark.lane} ${mark.row}`;
    if (!rows.has(key)) rows.set(key, []);
    rows.get(key).push(mark);
  }
  for (const row of rows.values()) {
    row.sort((a, b) => a.left - b.left);
    const widths = row.map(widthOf);
    let before = -Infinity;
    row.forEach((mark, i) => {
      const next = row[i + 1];
      const after = !next ? Infinity : next.side === SIDE.LEFT ? next.left - GAP - widths[i + 1] : next.left;
      mark.label = titleSpot(mark, widths[i], view, before, after, rowPx);
      const dateRoom = mark.label && mark.dateWidth ? dateSpot(mark, widths[i], view, before, after) : null;
      if (dateRoom) Object.assign(mark.label, dateRoom);
      before = Math.max(before, mark.right);
      if (mark.label && !mark.label.above) before = Math.max(before, mark.label.x + mark.label.width);
    });
  }
}

// Where a date stands after a title that is whole, if there is room for it: {dateX, whole}, the title moved if need be.
function dateSpot(mark, width, view, before, after) {
  const { x, width: shown, inside, above } = mark.label, more = DATE_GAP + mark.dateWidth;
  if (shown < width || above) return null;
  if (x < mark.left) {
    const room = x - Math.max(view.left + 2, before + 4);
    return room >= more ? { x: x - more, dateX: x - more + width + DATE_GAP, width: width + more } : null;
  }
  const end = inside ? Math.min(mark.right - INSET_RIGHT, view.right - 2) : Math.min(view.right - 2, after - 4);
  return end - x - width >= more ? { dateX: x + width + DATE_GAP, width: width + more } : null;
}

function titleSpot(mark, width, view, before, after, rowPx) {
  const { left, right } = mark, first = view.left + 2, last = view.right - 2, air = 4;
  if (mark.side === SIDE.ABOVE) {
    const x = Math.max(Math.min(Math.max(left, first), last - width), first);
    return { x, width: Math.min(width, last - x), above: true, dy: -rowPx };
  }
  const roomRight = Math.min(last, after - air) - right - GAP, roomLeft = left - GAP - Math.max(first, before + air);
  const onRight = (w) => ({ x: right + GAP, width: w }), onLeft = (w) => ({ x: left - GAP - w, width: w });
  if (mark.side === SIDE.INSIDE) {
    const begin = Math.max(left + INSET_LEFT, first + STICKY), room = Math.min(right - INSET_RIGHT, last) - begin;
    if (room >= width) return { x: begin, width, inside: true };
    if (right <= last && roomRight >= width) return onRight(width);
    if (left >= first && roomLeft >= width) return onLeft(width);
    if (room >= LEAST_TITLE) return { x: begin, width: room, inside: true };
    return roomRight >= LEAST_TITLE ? onRight(Math.min(width, roomRight)) : null;
  }
  const rightFirst = mark.side !== SIDE.LEFT;
  const fitsRight = right + GAP + width <= last, fitsLeft = left - GAP - width >= first;
  if (rightFirst && fitsRight && right >= view.left) return onRight(width);
  if (!rightFirst && fitsLeft && left <= view.right) return onLeft(width);
  if (roomRight >= width && right < last) return onRight(width);
  if (roomLeft >= width && left > first) return onLeft(width);
  // A bar that fills the view tells its title in the part in sight.
  const seen = Math.min(right, last) - Math.max(left, first) - STICKY - INSET_RIGHT;
  if (!mark.glyph && seen >= Math.min(width, 60) && seen > Math.max(roomRight, roomLeft)) {
    return { x: Math.max(left, first) + STICKY, width: Math.min(width, seen), inside: true };
  }
  if (roomRight >= roomLeft) return roomRight >= LEAST_TITLE ? onRight(Math.min(width, roomRight)) : null;
  return roomLeft >= LEAST_TITLE ? onLeft(Math.min(width, roomLeft)) : null;
}

// Where the cards of marks stand: sets `card` {x, width} where there is room before the next mark of the row.
function placeCards(marks, view) {
  const rows = new Map();
  for (const mark of marks) {
    mark.card = null;
    const key = `${mark.lane} ${mark.row}`;
    if (!mark.quiet) rows.set(key, [...(rows.get(key) || []), mark]);
  }
  const first = view.left + CARD.air, last = view.right - CARD.air;
  for (const row of rows.values()) {
    row.sort((a, b) => a.left - b.left);
    const begin = row.map(({ left }) => Math.max(Math.min(left, last - CARD.wide), first));
    let before = -Infinity;
    row.forEach((mark, i) => {
      const x = Math.max(begin[i], before + CARD.air), until = i + 1 < row.length ? begin[i + 1] - CARD.air : last;
      const width = Math.min(CARD.wide, until - x);
      if (width < CARD.least) return;
      mark.card = { x, width };
      before = x + width;
    });
  }
}

// A text in lines of a width, the last cut where there is more; `measure(text)` gives px.
function inLines(text, width, most, measure) {
  const lines = [], words = text.trim().split(/\s+/);
  let line = "";
  for (let i = 0; i < words.length; i++) {
    const longer = line ? `${line} ${words[i]}` : words[i];
    if (measure(longer) <= width) { line = longer; continue; }
    if (lines.length === most - 1) return [...lines, elided([line, ...words.slice(i, i + 60)].join(" ").trim(), width, measure)];
    if (line) lines.push(line);
    line = elided(words[i], width, measure);
  }
  return line ? [...lines, line] : lines;
}

// --- choosing ---------------------------------------------------------------------------------

// Folded for searching: no case, no accents.
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

// Which texts hold words that begin with every word of a search.
function searched(texts, query) {
  const words = folded(query).match(/[\p{L}\p{N}_]+/gu) || [];
  if (!words.length) return null;
  const begins = words.map((word) => new RegExp(`(^|[^\\p{L}\\p{N}_])${word}`, "u"));
  return texts.map((text) => begins.every((begin) => begin.test(text)));
}

// What an event has of a facet, as numbers.
const facetOf = (events, facet, e) => [].concat(events[facet][e]);

// Which events pass a filter: facet -> the numbers chosen; empty sets restrict nothing. `all` is for actors.
function filtered(events, chosen, all) {
  return events.id.map((_, e) => Object.entries(chosen).every(([facet, set]) => {
    const has = facetOf(events, facet, e);
    if (facet === "actors" && all) return [...set].every((n) => has.includes(n));
    return !set.size || has.some((n) => set.has(n));
  }));
}

// How many events begin in each of so many equal parts of a stretch of days.
function density(events, shown, from, until, parts) {
  const counts = new Uint32Array(parts);
  for (let e = 0; e < shown.length; e++) {
    if (!shown[e] || !(events.flags[e] & DATED)) continue;
    const at = floor((events.start[e] - from) / (until - from) * parts);
    counts[Math.min(Math.max(at, 0), parts - 1)]++;
  }
  return counts;
}
