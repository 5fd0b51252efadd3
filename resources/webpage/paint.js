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

function stroke(context, status, dotted, path, colour) {
  context.lineWidth = OUTLINE;
  context.strokeStyle = colour;
  context.setLineDash(dotted ? [1.3, 1.9] : status === CANCELLED ? [3.4, 2.4] : []);
  context.stroke(path);
  context.setLineDash([]);
}

function hatch(context, path, x, y, wide, high, colour) {
  context.save();
  context.clip(path);
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (let at = x - high; at < x + wide; at += 3.2) { context.moveTo(at, y + high); context.lineTo(at + high, y); }
  context.stroke();
  context.restore();
}

function paintGlyph(context, look, mark, x, y, size) {
  const path = glyphPath(mark.bloc, x, y, size), colour = mark.colour;
  if (mark.status <= REPORTED && !mark.dotted) { context.fillStyle = colour; context.fill(path); return; }
  context.fillStyle = look.ground;
  context.fill(path);
  stroke(context, mark.status, mark.dotted, glyphPath(mark.bloc, x, y, size - OUTLINE / 2), colour);
  if (mark.status === ALLEGED) hatch(context, path, x - size, y - size, 2 * size, 2 * size, colour);
  else if (mark.status <= REPORTED) {
    context.fillStyle = colour;
    context.fill(glyphPath(mark.bloc, x, y, size - 2.6 * OUTLINE));
  }
}

function rounded(x, y, wide, high) {
  const path = new Path2D(), radius = Math.min(high / 2, wide / 2, RADIUS);
  if (path.roundRect) path.roundRect(x, y, wide, high, radius); else path.rect(x, y, wide, high);
  return path;
}

// A colour that fades towards the ends of a bar of which only the beginning or end is not known exactly.
function fading(context, mark, colour) {
  const width = mark.right - mark.left, fuzzy = mark.shape === SHAPE.FUZZY;
  const fade = fuzzy ? width * 0.26 : Math.min(width * 0.45, MAX_FADE);
  const left = mark.flags & FADE_LEFT ? fade : 0, right = mark.flags & FADE_RIGHT ? fade : 0;
  if (!left && !right) return colour;
  const made = context.createLinearGradient(mark.left, 0, mark.right, 0), faint = translucent(colour, FADED);
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

function chevron(context, x, y, direction, size, colour) {
  const half = size / 2;
  context.strokeStyle = colour;
  context.lineWidth = 1.7;
  context.beginPath();
  context.moveTo(x - half / 2 * direction, y - half);
  context.lineTo(x + half / 2 * direction, y);
  context.lineTo(x - half / 2 * direction, y + half);
  context.stroke();
}

function paintBar(context, look, mark, view) {
  const left = Math.max(mark.left, view.left - 30), right = Math.min(mark.right, view.right + 30);
  const high = mark.high, top = mark.y - high / 2, inside = mark.label && mark.label.inside;
  const fill = inside ? look.tints[mark.bloc] : mark.colour, path = rounded(left, top, right - left, high);
  if (mark.status <= REPORTED && !mark.dotted) {
    context.fillStyle = fading(context, mark, fill);
    context.fill(path);
  } else {
    const air = mark.dotted || mark.status === CANCELLED ? OUTLINE + 1 : OUTLINE;
    context.fillStyle = mark.status <= REPORTED ? fading(context, mark, fill) : look.ground;
    context.fill(rounded(left + air, top + air, Math.max(right - left - 2 * air, 0), Math.max(high - 2 * air, 0)));
    if (mark.status === ALLEGED) hatch(context, path, left, top, right - left, high, fill);
    stroke(context, mark.status, mark.dotted, rounded(left + 0.8, top + 0.8, Math.max(right - left - 1.6, 1), Math.max(high - 1.6, 1)),
      fading(context, mark, mark.colour));
  }
  if (inside) {
    const size = Math.min(8, high - 4);
    if (mark.left < view.left - 4.5) chevron(context, view.left + 9, mark.y, -1, Math.min(8, high), look["ink-soft"]);
    else { context.fillStyle = mark.colour; context.fill(glyphPath(mark.bloc, mark.left + 9, mark.y, size)); }
  }
  const arrow = Math.min(8, high);
  if (mark.flags & OPEN_RIGHT && mark.right <= view.right) chevron(context, mark.right - 5, mark.y, 1, arrow, mark.colour);
  if (mark.flags & OPEN_LEFT && mark.left >= view.left) chevron(context, mark.left + 5, mark.y, -1, arrow, mark.colour);
}

function paintWhisker(context, look, mark, view) {
  const left = Math.max(mark.left, view.left), right = Math.min(mark.right, view.right);
  const inside = mark.label && mark.label.inside ? mark.label : null;
  context.fillStyle = mark.colour;
  const lines = inside ? [[left, inside.x - 4], [inside.x + inside.width + 4, right]] : [[left, right]];
  for (const [begin, end] of lines) if (end > begin) context.fillRect(begin, mark.y - 0.75, end - begin, 1.5);
  for (const x of [mark.left, mark.right - 1.5]) context.fillRect(x, mark.y - 3.5, 1.5, 7);
  const middle = (mark.left + mark.right) / 2;
  const free = !inside || middle + 5 < inside.x || middle - 5 > inside.x + inside.width;
  if (free && middle > view.left && middle < view.right) paintGlyph(context, look, mark, middle, mark.y, Math.min(mark.high, 9));
}

// What surrounds a mark that the search found or the reader chose.
function paintAround(context, look, mark) {
  const around = (by, colour) => {
    context.fillStyle = colour;
    const path = mark.glyph ? new Path2D() : rounded(mark.left - by, mark.y - mark.high / 2 - by, mark.right - mark.left + 2 * by, mark.high + 2 * by);
    if (mark.glyph) path.arc((mark.left + mark.right) / 2, mark.y, mark.high / 2 + by, 0, 2 * Math.PI);
    context.fill(path);
  };
  if (mark.selected) { around(4.2, look.selection); around(2.2, look.ground); } else if (mark.hit) around(3.5, look.highlight);
}

function paintMark(context, look, mark, view) {
  paintAround(context, look, mark);
  if (mark.glyph) paintGlyph(context, look, mark, (mark.left + mark.right) / 2, mark.y, mark.high);
  else if (mark.shape === SHAPE.RANGE) paintWhisker(context, look, mark, view);
  else paintBar(context, look, mark, view);
}

function paintTitle(context, look, mark, fontPx) {
  const { x, width, dy } = mark.label, y = mark.y + (dy || 0);
  if (mark.selected) {
    context.fillStyle = look.selection;
    context.fill(rounded(x - 5, y - fontPx / 2 - 4, width + 10, fontPx + 8));
  }
  context.font = `${mark.bold ? 500 : 400} ${fontPx}px ${FONT}`;
  context.fillStyle = mark.selected ? look["on-selection"] : mark.importance === 1 ? look["ink-soft"] : look.ink;
  // The last argument keeps letters that the font in the page lacks within the room that was planned.
  const { dateX } = mark.label;
  context.fillText(mark.text, x, y + 0.5, (dateX ? dateX - x - DATE_GAP : width) + 1);
  if (!dateX) return;
  context.font = `400 ${fontPx}px ${FONT}`;
  if (!mark.selected) context.fillStyle = look["ink-soft"];
  context.fillText(mark.date, dateX, y + 0.5, mark.dateWidth + 1);
}

// A card below a mark: what happened, and who says so.
function paintCard(context, look, mark, [summary, source], measure) {
  const { x, width } = mark.card, top = mark.y + CARD.top, room = width - 18;
  if (!summary && !source) return;
  context.fillStyle = look.line;
  context.fill(rounded(x, top, width, CARD.high));
  context.fillStyle = look.raised;
  context.fill(rounded(x + 1, top + 1, width - 2, CARD.high - 2));
  const write = (text, y, colour) => { context.fillStyle = colour; context.fillText(text, x + 9, top + y); };
  context.font = `400 11px ${FONT}`;
  const wide = (text) => measure(text, 11, 400);
  inLines(summary, room, source ? 2 : 3, wide).forEach((line, i) => write(line, 13 + 15 * i, look.ink));
  write(elided(source, room, wide), CARD.high - 13, look["ink-soft"]);
}

function paintAxis(context, look, view, found, height) {
  context.fillStyle = look.panel;
  context.fillRect(0, 0, view.right, height);
  context.fillStyle = look.line;
  context.fillRect(0, height - 1, view.right, 1);
  const row = (list, px, weight, y, top, colour) => {
    context.font = `${weight} ${px}px ${FONT}`;
    list.forEach((tick, i) => {
      if (tick.line && tick.px >= view.left) { context.fillStyle = look.guide; context.fillRect(Math.round(tick.px), top, 1, height - top); }
      const next = list[i + 1], room = (next ? next.px : view.right) - tick.px - 4;
      const wide = context.measureText(tick.label).width;
      if (wide > room + 2 && !next) return;
      context.fillStyle = colour;
      context.fillText(tick.label, Math.max(tick.px, view.left) + 4, y);
    });
  };
  row(found.major, MAJOR_FONT, 500, 14, 24, look.ink);
  row(found.minor, MINOR_FONT, 400, 33, 26, look["ink-soft"]);
}

// Stretches of time behind the marks: they fade where nobody knows more, and have edges where a day is known.
function paintBands(context, look, bands, px, top, high, share) {
  for (const { days, stops, edges, colour, dash } of bands) {
    const [left, right] = days.map(px), made = context.createLinearGradient(left, 0, right, 0);
    for (const [place, strength] of stops) made.addColorStop(place, translucent(look.blocs[colour], strength * share));
    context.fillStyle = made;
    context.fillRect(left, top, right - left, high);
    context.strokeStyle = look.blocs[colour];
    context.lineWidth = 1;
    context.setLineDash(dash);
    context.beginPath();
    for (const x of edges.map(px)) { context.moveTo(x, top); context.lineTo(x, top + high); }
    context.stroke();
    context.setLineDash([]);
  }
}

function paintGrid(context, look, found, view, top, bottom) {
  for (const [list, colour] of [[found.minor, look["line-soft"]], [found.major, look.line]]) {
    context.fillStyle = colour;
    for (const tick of list) if (tick.line && tick.px > view.left) context.fillRect(Math.round(tick.px), top, 1, bottom - top);
  }
}

// Clusters with their numbers, or a strip of bars, in lanes too full for marks of their own.
function paintCounts(context, look, counts, view, top, rowPx) {
  const px = pxOf(view), high = counts.rows * rowPx;
  const y = top + counts.row * rowPx, wide = counts.days * perDay(view), peak = Math.max(...counts.n);
  context.textAlign = "center";
  context.font = `500 10.5px ${FONT}`;
  counts.bins.forEach((bin, i) => {
    const x = px(view.origin + bin * counts.days);
    if (x + wide < view.left || x > view.right) return;
    if (counts.strip) {
      const tall = Math.max(counts.n[i] / peak * (high - 2), 1);
      context.fillStyle = look.density;
      context.fillRect(x, y + high - tall - 1, Math.max(wide - 1, 1), tall);
      return;
    }
    context.fillStyle = look.tints[counts.blocs[i]];
    context.fill(rounded(x + 1, y + 1, wide - 2, high - 2));
    context.fillStyle = look.ink;
    context.fillText(String(counts.n[i]), x + wide / 2, y + high / 2 + 0.5);
  });
  context.textAlign = "left";
}
