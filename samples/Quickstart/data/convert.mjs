// Writes earthquakes.csv and land.txt from the vega-datasets package: npm install vega-datasets@3.2.1 && node convert.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const source = new URL('./node_modules/vega-datasets/data/', import.meta.url);
const read = name => JSON.parse(readFileSync(new URL(name, source), 'utf8'));
const save = (name, lines) => writeFileSync(new URL(name, import.meta.url), lines.join('\n') + '\n');

const columns = ['time', 'latitude', 'longitude', 'depth', 'mag', 'magType', 'nst', 'rms', 'net', 'id', 'type', 'status', 'place'];
const quoted = text => `"${text.replaceAll('"', '""')}"`;
const rows = read('earthquakes.json').features.map(({ id, properties: p, geometry: { coordinates: [longitude, latitude, depth] } }) => [
  new Date(p.time).toISOString(), latitude, longitude, depth,
  p.mag, p.magType, p.nst ?? '', p.rms ?? '', p.net, id, p.type, p.status, quoted(p.place),
].join(','));
save('earthquakes.csv', [columns.join(','), ...rows]);

// TopoJSON stores each border once, as quantized differences; a negative index walks an arc backwards.
const world = read('world-110m.json');
const { scale, translate } = world.transform;
const arcs = world.arcs.map(arc => {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
});
const ring = indexes => indexes.flatMap(i => (i < 0 ? [...arcs[~i]].reverse() : arcs[i]).slice(1));

// The map's middle is the Pacific, so its edge is the meridian 30° west: cut there, longitudes run from -30 to 330.
const seam = -30, step = 4;
const keep = (points, inside) => points.flatMap((b, i) => {
  const a = points.at(i - 1);
  const crossing = [seam + inside.at, a[1] + (b[1] - a[1]) * (seam + inside.at - a[0]) / (b[0] - a[0])];
  return inside.test(a) === inside.test(b) ? (inside.test(b) ? [b] : []) : inside.test(b) ? [crossing, b] : [crossing];
});
const after = { at: 0, test: ([x]) => x >= seam };
const before = { at: 360, test: ([x]) => x <= seam + 360 };
const cut = points => [0, 360].map(turn => keep(keep(points.map(([x, y]) => [x + turn, y]), after), before)).filter(part => part.length > 2);
// Long straight edges become curves in the projection, so they need points in between.
const densify = points => points.flatMap(([x, y], i) => {
  const [x0, y0] = points.at(i - 1);
  const n = Math.ceil(Math.max(Math.abs(x - x0), Math.abs(y - y0)) / step) || 1;
  return Array.from({ length: n }, (_, k) => [x0 + (x - x0) * (k + 1) / n, y0 + (y - y0) * (k + 1) / n]);
});

const { objects: { land } } = world;
const polygons = (land.geometries ?? [land]).flatMap(g => g.type === 'MultiPolygon' ? g.arcs : [g.arcs]).flat();
save('land.txt', polygons.map(ring).flatMap(cut).map(densify)
  .map(points => points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')));
