// Painting on the canvas: the same marks as the program's. The shape says how well a date is known, the outline how
// sure the sources are, the colour and glyph who acts first.

const FONT = "Page, Inter, 'Helvetica Neue', Arial, sans-serif";
const OUTLINE = 1.6, FADED = 0.06, MAX_FADE = 160, RADIUS = 7;
const REPORTED = 1, ALLEGED = 2, CANCELLED = 4;
// [corners, radius, turn in degrees, drop] of the glyph of each bloc, shares of its size; 0 corners: a circle.
const GLYPHS = [
  [0, 0.5, 0, 0], [4, 0.62, 45, 0], [4, 0.62, 0, 0], [3, 0.66, 0, 0.06], [5, 0.56, 0, 0], [6, 0.54, 0, 0],
  [3, 0.66, 180, -0.06],
];

// The colours of the theme in use, from the style sheet.
function colours() {
  const style = getComputedStyle(document.documentElement), look = { blocs: [], quiet: [], tints: [] };
  const names = "ground shade raised line line-soft ink ink-soft ink-faint selection on-selection guide density "
    + "panel accent highlight today";
  for (const name of names.split(" ")) look[name] = style.getPropertyValue(`--${name}`).trim();
  for (let i = 0; i < GLYPHS.length; i++) {
    look.blocs.push(style.getPropertyValue(`--bloc-${i}`).trim());
    look.quiet.push(blended(look.blocs[i], look.ground, 0.72));
    look.tints.push(style.getPropertyValue(`--bloc-tint-${i}`).trim());
  }
  return look;
}

function glyphPath(bloc, x, y, size) {
  const [corners, radius, turn, drop] = GLYPHS[Math.min(bloc, GLYPHS.length - 1)], path = new Path2D();
  if (!corners) { path.arc(x, y, size / 2, 0, 2 * Math.PI); return path; }
  for (let i = 0; i < corners; i++) {
    const angle = (turn + 360 / corners * i) * Math.PI / 180;
    path.lineTo(x + size * radius * Math.sin(angle), y + size * (drop - radius * Math.cos(angle)));
  }
  path.closePath();
  return path;
}

function stroke(pen, status, dotted, path, colour) {
  pen.lineWidth = OUTLINE;
  pen.strokeStyle = colour;
  pen.setLineDash(dotted ? [1.3, 1.9] : status === CANCELLED ? [3.4, 2.4] : []);
  pen.stroke(path);
  pen.setLineDash([]);
}

function hatch(pen, path, x, y, wide, high, colour) {
  pen.save();
  pen.clip(path);
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let at = x - high; at < x + wide; at += 3.2) { pen.moveTo(at, y + high); pen.lineTo(at + high, y); }
  pen.stroke();
  pen.restore();
}

function paintGlyph(pen, look, mark, x, y, size) {
  const path = glyphPath(mark.bloc, x, y, size), colour = mark.colour;
  if (mark.status <= REPORTED && !mark.dotted) { pen.fillStyle = colour; pen.fill(path); return; }
  pen.fillStyle = look.ground;
  pen.fill(path);
  stroke(pen, mark.status, mark.dotted, glyphPath(mark.bloc, x, y, size - OUTLINE / 2), colour);
  if (mark.status === ALLEGED) hatch(pen, path, x - size, y - size, 2 * size, 2 * size, colour);
  else if (mark.status <= REPORTED) {
    pen.fillStyle = colour;
    pen.fill(glyphPath(mark.bloc, x, y, size - 2.6 * OUTLINE));
  }
}

function rounded(x, y, wide, high) {
  const path = new Path2D(), radius = Math.min(high / 2, wide / 2, RADIUS);
  if (path.roundRect) path.roundRect(x, y, wide, high, radius); else path.rect(x, y, wide, high);
  return path;
}

// A colour that fades towards the ends of a bar of which only the beginning or end is not known exactly.
function fading(pen, mark, colour) {
  const width = mark.right - mark.left, fuzzy = mark.shape === SHAPE.FUZZY;
  const fade = fuzzy ? width * 0.26 : Math.min(width * 0.45, MAX_FADE);
  const left = mark.flags & FADE_LEFT ? fade : 0, right = mark.flags & FADE_RIGHT ? fade : 0;
  if (!left && !right) return colour;
  const made = pen.createLinearGradient(mark.left, 0, mark.right, 0), faint = translucent(colour, FADED);
  made.addColorStop(0, left ? faint : colour);
  if (left) made.addColorStop(left / width, colour);
  if (right) made.addColorStop(1 - right / width, colour);
  made.addColorStop(1, right ? faint : colour);
  return made;
}

function translucent(colour, share) {
  return colour + Math.round(share * 255).toString(16).padStart(2, "0");
}

// What a colour looks like on the ground at a share of its strength.
function blended(colour, ground, share) {
  const parts = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16)), below = parts(ground);
  return "#" + parts(colour).map((c, i) => Math.round(c * share + below[i] * (1 - share)).toString(16).padStart(2, "0")).join("");
}

function chevron(pen, x, y, direction, size, colour) {
  const half = size / 2;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.7;
  pen.beginPath();
  pen.moveTo(x - half / 2 * direction, y - half);
  pen.lineTo(x + half / 2 * direction, y);
  pen.lineTo(x - half / 2 * direction, y + half);
  pen.stroke();
}

function paintBar(pen, look, mark, view) {
  const left = Math.max(mark.left, view.left - 30), right = Math.min(mark.right, view.right + 30);
  const high = mark.high, top = mark.y - high / 2, inside = mark.label && mark.label.inside;
  const fill = inside ? look.tints[mark.bloc] : mark.colour, path = rounded(left, top, right - left, high);
  if (mark.status <= REPORTED && !mark.dotted) {
    pen.fillStyle = fading(pen, mark, fill);
    pen.fill(path);
  } else {
    const air = mark.dotted || mark.status === CANCELLED ? OUTLINE + 1 : OUTLINE;
    pen.fillStyle = mark.status <= REPORTED ? fading(pen, mark, fill) : look.ground;
    pen.fill(rounded(left + air, top + air, Math.max(right - left - 2 * air, 0), Math.max(high - 2 * air, 0)));
    if (mark.status === ALLEGED) hatch(pen, path, left, top, right - left, high, fill);
    stroke(pen, mark.status, mark.dotted, rounded(left + 0.8, top + 0.8, Math.max(right - left - 1.6, 1), Math.max(high - 1.6, 1)),
      fading(pen, mark, mark.colour));
  }
  if (inside) {
    const size = Math.min(8, high - 4);
    if (mark.left < view.left - 4.5) chevron(pen, view.left + 9, mark.y, -1, Math.min(8, high), look["ink-soft"]);
    else { pen.fillStyle = mark.colour; pen.fill(glyphPath(mark.bloc, mark.left + 9, mark.y, size)); }
  }
  const arrow = Math.min(8, high);
  if (mark.flags & OPEN_RIGHT && mark.right <= view.right) chevron(pen, mark.right - 5, mark.y, 1, arrow, mark.colour);
  if (mark.flags & OPEN_LEFT && mark.left >= view.left) chevron(pen, mark.left + 5, mark.y, -1, arrow, mark.colour);
}

function paintWhisker(pen, look, mark, view) {
  const left = Math.max(mark.left, view.left), right = Math.min(mark.right, view.right);
  const inside = mark.label && mark.label.inside ? mark.label : null;
  pen.fillStyle = mark.colour;
  const lines = inside ? [[left, inside.x - 4], [inside.x + inside.width + 4, right]] : [[left, right]];
  for (const [begin, end] of lines) if (end > begin) pen.fillRect(begin, mark.y - 0.75, end - begin, 1.5);
  for (const x of [mark.left, mark.right - 1.5]) pen.fillRect(x, mark.y - 3.5, 1.5, 7);
  const middle = (mark.left + mark.right) / 2;
  const free = !inside || middle + 5 < inside.x || middle - 5 > inside.x + inside.width;
  if (free && middle > view.left && middle < view.right) paintGlyph(pen, look, mark, middle, mark.y, Math.min(mark.high, 9));
}

// What surrounds a mark that the search found or the reader chose.
function paintAround(pen, look, mark) {
  const around = (by, colour) => {
    pen.fillStyle = colour;
    const path = mark.glyph ? new Path2D() : rounded(mark.left - by, mark.y - mark.high / 2 - by, mark.right - mark.left + 2 * by, mark.high + 2 * by);
    if (mark.glyph) path.arc((mark.left + mark.right) / 2, mark.y, mark.high / 2 + by, 0, 2 * Math.PI);
    pen.fill(path);
  };
  if (mark.selected) { around(4.2, look.selection); around(2.2, look.ground); } else if (mark.hit) around(3.5, look.highlight);
}

function paintMark(pen, look, mark, view) {
  paintAround(pen, look, mark);
  if (mark.glyph) paintGlyph(pen, look, mark, (mark.left + mark.right) / 2, mark.y, mark.high);
  else if (mark.shape === SHAPE.RANGE) paintWhisker(pen, look, mark, view);
  else paintBar(pen, look, mark, view);
}

function paintTitle(pen, look, mark, fontPx, rowPx) {
  const { x, width, dy } = mark.label, y = mark.y + (dy || 0);
  if (mark.selected) {
    const high = Math.min(fontPx + 8, Math.max(rowPx, fontPx + 2));  // rows that stand close keep their titles whole
    pen.fillStyle = look.selection;
    pen.fill(rounded(x - 5, y - high / 2, width + 10, high));
  }
  pen.font = `${mark.bold ? 500 : 400} ${fontPx}px ${FONT}`;
  pen.fillStyle = mark.selected ? look["on-selection"] : mark.importance === 1 ? look["ink-soft"] : look.ink;
  // The last argument keeps letters that the font in the page lacks within the room that was planned.
  const { dateX } = mark.label;
  pen.fillText(mark.text, x, y + 0.5, (dateX ? dateX - x - DATE_GAP : width) + 1);
  if (!dateX) return;
  pen.font = `400 ${fontPx}px ${FONT}`;
  if (!mark.selected) pen.fillStyle = look["ink-soft"];
  pen.fillText(mark.date, dateX, y + 0.5, mark.dateWidth + 1);
}

// A card below a mark: what happened, and who says so.
function paintCard(pen, look, mark, [summary, source], measure) {
  const { x, width } = mark.card, top = mark.y + CARD.top, room = width - 18;
  if (!summary && !source) return;
  pen.fillStyle = look.line;
  pen.fill(rounded(x, top, width, CARD.high));
  pen.fillStyle = look.raised;
  pen.fill(rounded(x + 1, top + 1, width - 2, CARD.high - 2));
  const write = (text, y, colour) => { pen.fillStyle = colour; pen.fillText(text, x + 9, top + y); };
  pen.font = `400 11px ${FONT}`;
  const wide = (text) => measure(text, 11, 400);
  inLines(summary, room, source ? 2 : 3, wide).forEach((line, i) => write(line, 13 + 15 * i, look.ink));
  write(elided(source, room, wide), CARD.high - 13, look["ink-soft"]);
}

function paintAxis(pen, look, view, found, height) {
  pen.fillStyle = look.panel;
  pen.fillRect(0, 0, view.right, height);
  pen.fillStyle = look.line;
  pen.fillRect(0, height - 1, view.right, 1);
  const row = (list, px, weight, y, top, colour) => {
    pen.font = `${weight} ${px}px ${FONT}`;
    list.forEach((tick, i) => {
      if (tick.line && tick.px >= view.left) { pen.fillStyle = look.guide; pen.fillRect(Math.round(tick.px), top, 1, height - top); }
      const next = list[i + 1], room = (next ? next.px : view.right) - tick.px - 4;
      const wide = pen.measureText(tick.label).width;
      if (wide > room + 2 && !next) return;
      pen.fillStyle = colour;
      pen.fillText(tick.label, Math.max(tick.px, view.left) + 4, y);
    });
  };
  row(found.major, MAJOR_FONT, 500, 14, 24, look.ink);
  row(found.minor, MINOR_FONT, 400, 33, 26, look["ink-soft"]);
}

// Stretches of time behind the marks: they fade where nobody knows more, and have edges where a day is known.
function paintBands(pen, look, bands, px, top, high, share) {
  for (const { days, stops, edges, colour, dash } of bands) {
    const [left, right] = days.map(px), made = pen.createLinearGradient(left, 0, right, 0);
    for (const [place, strength] of stops) made.addColorStop(place, translucent(look.blocs[colour], strength * share));
    pen.fillStyle = made;
    pen.fillRect(left, top, right - left, high);
    pen.strokeStyle = look.blocs[colour];
    pen.lineWidth = 1;
    pen.setLineDash(dash);
    pen.beginPath();
    for (const x of edges.map(px)) { pen.moveTo(x, top); pen.lineTo(x, top + high); }
    pen.stroke();
    pen.setLineDash([]);
  }
}

function paintGrid(pen, look, found, view, top, bottom) {
  for (const [list, colour] of [[found.minor, look["line-soft"]], [found.major, look.line]]) {
    pen.fillStyle = colour;
    for (const tick of list) if (tick.line && tick.px > view.left) pen.fillRect(Math.round(tick.px), top, 1, bottom - top);
  }
}

// Clusters with their numbers, or a strip of bars, in lanes too full for marks of their own.
function paintCounts(pen, look, counts, view, top, rowPx) {
  const px = pxOf(view), high = counts.rows * rowPx;
  const y = top + counts.row * rowPx, wide = counts.days * perDay(view), peak = Math.max(...counts.n);
  pen.textAlign = "center";
  pen.font = `500 10.5px ${FONT}`;
  counts.bins.forEach((bin, i) => {
    const x = px(view.origin + bin * counts.days);
    if (x + wide < view.left || x > view.right) return;
    if (counts.strip) {
      const tall = Math.max(counts.n[i] / peak * (high - 2), 1);
      pen.fillStyle = look.density;
      pen.fillRect(x, y + high - tall - 1, Math.max(wide - 1, 1), tall);
      return;
    }
    pen.fillStyle = look.tints[counts.blocs[i]];
    pen.fill(rounded(x + 1, y + 1, wide - 2, high - 2));
    pen.fillStyle = look.ink;
    pen.fillText(String(counts.n[i]), x + wide / 2, y + high / 2 + 0.5);
  });
  pen.textAlign = "left";
}
