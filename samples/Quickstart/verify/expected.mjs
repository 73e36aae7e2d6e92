// The sample's numbers, computed a second time and in another way, from the same file.
const EARTH = 6371;
const radians = degrees => degrees * Math.PI / 180;
const sum = values => values.reduce((a, b) => a + b, 0);
const median = values => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
};
const grouped = number => String(number).replace(/\B(?=(\d{3})+$)/g, ',');
const vector = ({ latitude, longitude }) => [
  Math.cos(radians(latitude)) * Math.cos(radians(longitude)),
  Math.cos(radians(latitude)) * Math.sin(radians(longitude)),
  Math.sin(radians(latitude)),
];
const chord = (a, b) => Math.hypot(...a.map((x, i) => x - b[i]));
const kilometres = (a, b) => 2 * EARTH * Math.asin(Math.min(1, chord(vector(a), vector(b)) / 2));

export function parse(text) {
  const [header, ...lines] = text.trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line, i) => {
    const fields = line.split(',');
    const row = Object.fromEntries(columns.map((column, k) => [column, fields[k]]));
    row.place = fields.slice(columns.length - 1).join(',').replace(/^"|"$/g, '').replaceAll('""', '"');
    for (const column of ['latitude', 'longitude', 'depth', 'mag']) {
      row[column] = Number(row[column]);
    }
    return { ...row, line: i + 2, at: Date.parse(row.time) };
  });
}

export function passesUntilStable(quakes, k) {
  const points = quakes.filter(quake => quake.mag >= 2.5).sort((a, b) => a.at - b.at);
  const vectors = points.map(vector);
  const strongest = points.reduce((best, quake) => quake.mag > best.mag ? quake : best);
  const centres = [vector(strongest)];
  while (centres.length < k) {
    const room = vectors.map(v => Math.min(...centres.map(centre => chord(v, centre))));
    centres.push(vectors[room.indexOf(Math.max(...room))]);
  }
  for (let passes = 1, before = ''; ; passes++) {
    const owners = vectors.map(v => {
      const distances = centres.map(centre => chord(v, centre));
      return distances.indexOf(Math.min(...distances));
    });
    if (owners.join() === before) {
      const sizes = centres.map((_, c) => owners.filter(owner => owner === c).length).sort((a, b) => b - a);
      return { passes, sizes };
    }
    before = owners.join();
    centres.forEach((centre, c) => {
      const members = vectors.filter((_, i) => owners[i] === c);
      const total = centre.map((_, axis) => sum(members.map(member => member[axis])));
      centres[c] = total.map(x => x / Math.hypot(...total));
    });
  }
}

function sequences(quakes) {
  const taken = new Set();
  const found = [];
  for (const main of quakes.filter(quake => quake.mag >= 4.5).sort((a, b) => b.mag - a.mag || a.at - b.at)) {
    const around = quakes.filter(quake => quake !== main && !taken.has(quake) && kilometres(quake, main) <= 100);
    if (!taken.has(main) && around.length >= 5) {
      [main, ...around].forEach(quake => taken.add(quake));
      const before = around.filter(quake => quake.at < main.at).length;
      found.push(`| M ${main.mag.toFixed(1)}, ${main.place} | WHEN | ${before} | ${around.length - before} |`);
    }
  }
  return found;
}

/** The rows that the Markdown report must hold; WHEN stands for any time. */
export function expectedRows(rows) {
  const quakes = rows.filter(row => row.type === 'earthquake');
  const complete = quakes.map(quake => quake.mag).filter(mag => mag >= 4.5);
  const b = Math.log10(Math.E) / (sum(complete) / complete.length - 4.45);
  const between = (from, to) => quakes.filter(quake => quake.mag >= from && quake.mag < to).length;
  const { passes, sizes } = passesUntilStable(quakes, 10);
  const byTime = [...rows].sort((a, b) => a.at - b.at);
  const doubles = byTime.filter((row, i) => i > 0 && row.at - byTime[i - 1].at < 16_000 && kilometres(row, byTime[i - 1]) < 100).length;
  const days = [...new Set(byTime.map(row => row.time.slice(0, 10)))].map(day => quakes.filter(quake => quake.time.startsWith(day)));
  return {
    passes,
    sizes,
    days: days.map(day => `| ${day.length} | ${day.filter(quake => quake.mag >= 4).length} |`),
    rows: [
      `| Earthquakes | ${grouped(quakes.length)} |`,
      `| Median depth | ${median(quakes.map(quake => quake.depth)).toFixed(1)} km |`,
      `| Slope b of magnitudes | ${b.toFixed(2)} ± ${(b / Math.sqrt(complete.length)).toFixed(2)} (${complete.length} quakes of M 4.5 and above) |`,
      `| Regions | 10, after ${passes} passes |`,
      `| micro | below 2 | ${grouped(between(-Infinity, 2))} |`,
      `| minor | 2 to 3.9 | ${grouped(between(2, 4))} |`,
      `| light | 4 to 4.9 | ${grouped(between(4, 5))} |`,
      `| moderate | 5 to 5.9 | ${grouped(between(5, 6))} |`,
      `| strong | 6 to 6.9 | ${grouped(between(6, 7))} |`,
      ...sequences(quakes),
      `| Double reports | ${doubles} pairs of reports may be of one event |`,
    ],
  };
}

export const residuals = rows => {
  const values = rows.map(row => Number(row.rms));
  return `median residual ${median(values).toFixed(2)} s, worst ${Math.max(...values).toFixed(2)} s`;
};
