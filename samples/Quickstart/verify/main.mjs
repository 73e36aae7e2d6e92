import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dump, screenshot } from './browser.mjs';
import { expectedRows, parse, residuals } from './expected.mjs';
import { inspect } from './png.mjs';

const [program, ...start] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'quickstart-'));
const catalogue = readFileSync(new URL('../data/earthquakes.csv', import.meta.url), 'utf8');
const library = readFileSync(new URL('../../../src/Graflow.CommandLine/vendor/viz-global.js', import.meta.url), 'utf8');
const tasks = [
  'Read', 'Clean', 'Summarize', 'FitMagnitudes', 'FindSequences', 'SeedRegions', 'RefineRegions', 'SplitRegions', 'DescribeRegion',
  'Combine', 'FindDoubles', 'RateLocations', 'Grade', 'Conclude',
];
const failure = 'earthquakes.csv(239): rms: the field is empty';

let failed = 0;
function check(what, holds, detail = '') {
  if (!holds) {
    failed++;
    console.error(`FAILED: ${what}${detail && `: ${detail}`}`);
  }
}

function run(...args) {
  const { status, stdout, stderr, error } = spawnSync(program, [...start, ...args], { encoding: 'utf8' });
  return { status: error ?? status, stdout, stderr };
}

function runOn(name, text) {
  const file = join(work, name), folder = join(work, `report of ${name}`);
  writeFileSync(file, text);
  const result = run(folder, file);
  check(`the run on ${name} succeeds`, result.status === 0, `${result.status} ${result.stderr}`);
  return { page: join(folder, 'report.html'), markdown: readFileSync(join(folder, 'report.md'), 'utf8'), html: readFileSync(join(folder, 'report.html'), 'utf8') };
}

function shippedData() {
  const { status, stdout, stderr } = run();
  check('the exit code is 0', status === 0, `${status} ${stderr}`);
  const page = resolve('report/report.html');
  check('the last line says where the report is', stdout.trimEnd().endsWith(`Report: ${page}`), stdout);
  return { page, markdown: readFileSync('report/report.md', 'utf8'), html: readFileSync(page, 'utf8') };
}

function checkMarkdown(markdown) {
  const expected = expectedRows(parse(catalogue));
  const lines = markdown.split('\n').map(line => line.replace(/\| \d+ [A-Z][a-z]{2}, \d\d:\d\d \|/, '| WHEN |'));
  expected.rows.forEach(row => check('the Markdown has the row', lines.includes(row), row));
  expected.days.forEach(day => check('the Markdown has a day with', lines.some(line => line.endsWith(day)), day));
  const regions = lines.filter(line => /^\| \d+ \| .* km \|/.test(line)).map(line => Number(line.split(' | ')[2]));
  check('the regions have the sizes', regions.join() === expected.sizes.join(), `${regions} instead of ${expected.sizes}`);
  check('the search takes several passes', expected.passes > 3, String(expected.passes));
  const tolerated = lines.find(line => line.startsWith('| Quality of locations | no result: '));
  check('the Markdown has the tolerated failure', tolerated?.includes(failure) && tolerated.includes('Earthquakes.RateLocations'), tolerated);
  const [, mermaid = ''] = markdown.match(/```mermaid\n([^`]+)```/) ?? [];
  check('the Mermaid block is a flowchart', /^(flowchart|graph) /m.test(mermaid), mermaid);
  tasks.forEach(task => check('the Mermaid block names', new RegExp(`\\b${task}\\b`).test(mermaid), task));
}

function checkPage(page, html) {
  const own = html.replace(library, '');
  check('the page holds the library unchanged', own.length === html.length - library.length);
  check('the page refers to nothing outside itself', !/(https?:|\/\/[a-z]|\b(src|href|srcset|action|data)\s*=|url\(|@import)/i.test(own.replace(/<script type="application\/json".*?<\/script>/s, '')));
  check('the page forbids itself requests', html.includes(`content="default-src 'none'; script-src 'sha256-`));
  const [, data = ''] = own.match(/<script type="application\/json" id="graflow-data">(.*?)<\/script>/s) ?? [];
  check('no name of a task could end the script that holds it', data.includes('-\\u003E') && !/[<>]/.test(data));
  const { dom, console } = dump(page);
  check('nothing is written to the console', console.length === 0, console.join('\n'));
  const [picture = ''] = dom.match(/<div id="graflow-picture".*?<\/svg>/s) ?? [];
  tasks.forEach(task => check('the picture of the flow names', new RegExp(`<text[^>]*>[^<]*\\b${task}\\b`).test(picture), task));
  check('the picture shows the failed task', /class="node failed"/.test(picture));
  tasks.forEach(task => check('the timeline names', new RegExp(`<th scope="row" class="name">[^<]*\\b${task}</th>`).test(dom), task));
  check('the page shows the failure', dom.includes(`<code>${failure}</code>`));
  const shots = ['light', 'dark'].map(scheme => {
    screenshot(page, scheme, join(work, `${scheme}.png`));
    return inspect(join(work, `${scheme}.png`));
  });
  check('both screenshots show a page', shots.every(shot => shot.colours > 100), JSON.stringify(shots));
  check('light is light and dark is dark', shots[0].lightness > 0.9 && shots[1].lightness < 0.2, JSON.stringify(shots));
  return dom;
}

function checkOtherData(markdown, dom) {
  const count = (text, pattern) => text.match(pattern)?.length ?? 0;
  check('a second run writes the same Markdown', runOn('earthquakes.csv', catalogue).markdown === markdown);

  const repaired = catalogue.replace(/^((?:[^,]*,){7}),/gm, '$10.5,');
  check('with the bad rows repaired the check has its result', runOn('repaired.csv', repaired).markdown.includes(`| Quality of locations | ${residuals(parse(repaired))} |`));

  const attack = '</script><script>document.title=1</script><img src=x onerror=alert(1)>{{script}}';
  const attacked = runOn('attack<b>.csv', catalogue.replace('"22km NNE of Hualian, Taiwan"', `"${attack}, Taiwan"`));
  const hostile = dump(attacked.page);
  check('no text of the data becomes an element', !/<img|<b>/.test(hostile.dom) && count(hostile.dom, /<script/g) === count(dom, /<script/g));
  check('the hostile text is shown as text', hostile.dom.includes('&lt;img src=x onerror=alert(1)&gt;{{script}}') && hostile.dom.includes('attack&lt;b&gt;.csv(239)'));
  check('the hostile page works', hostile.console.length === 0 && hostile.dom.includes('class="node failed"'), hostile.console.join('\n'));
  check('the Markdown holds no element', !/<(img|script|b)\b/.test(attacked.markdown));

  const cut = join(work, 'cut.csv');
  writeFileSync(cut, catalogue.slice(0, catalogue.lastIndexOf(',') - 20));
  const { status, stderr } = run(join(work, 'cut'), cut);
  check('a row that is cut off ends the run and is named', status === 1 && stderr.includes('cut.csv(1708)'), `${status} ${stderr}`);
}

try {
  const { page, markdown, html } = shippedData();
  checkMarkdown(markdown);
  checkOtherData(markdown, checkPage(page, html));
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);
