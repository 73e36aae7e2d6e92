import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser } from './chromium.mjs';
import { check } from './program.mjs';

const picture = `document.querySelector('#graflow-picture')`;
const count = selector => `document.querySelectorAll('#graflow-picture ${selector}').length`;
const told = name => `document.querySelector('#graflow-picture .${name}').value`;
const matrix = `(m => [m.a, m.e, m.f])(document.querySelector('#graflow-picture svg > g').transform.baseVal.getItem(0).matrix)`;

/** Whether the chosen node stands in the middle of the view. */
const isCentred = `(() => {
  const [view, node] = ['.view', '.node.current'].map(s => document.querySelector('#graflow-picture ' + s).getBoundingClientRect());
  return Math.abs(view.x + view.width / 2 - node.x - node.width / 2) < 2 && Math.abs(view.y + view.height / 2 - node.y - node.height / 2) < 2;
})()`;

async function same(browser, what, expression, expected) {
  const found = await browser.value(expression);
  check(what, JSON.stringify(found) === JSON.stringify(expected), `${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}

async function checkZoom(browser) {
  const [k, x, y] = await browser.value(matrix);
  await browser.wheel(640, 450, -100);
  const [closer, cx, cy] = await browser.value(matrix);
  check('the wheel zooms in', Math.abs(closer / k - Math.exp(0.2)) < 1e-3, `${k} ${closer}`);
  const under = (scale, at, offset) => (at - offset) / scale;
  const { left, top } = await browser.value(`(b => ({ left: b.x, top: b.y }))(document.querySelector('#graflow-picture .view').getBoundingClientRect())`);
  check('what is under the pointer stays there', Math.abs(under(k, 640 - left, x) - under(closer, 640 - left, cx)) < 0.5 && Math.abs(under(k, 450 - top, y) - under(closer, 450 - top, cy)) < 0.5, `${[x, y, cx, cy]}`);
  await browser.click('[data-do=out]');
  const [smaller] = await browser.value(matrix);
  check('a button zooms out', Math.abs(smaller / closer - 0.8) < 1e-3, `${closer} ${smaller}`);
  await browser.click('[data-do=in]');
  check('a button zooms in', Math.abs((await browser.value(matrix))[0] - closer) < 1e-3);
  await browser.click('[data-do=fit]');
  const fitted = await browser.value(matrix);
  await browser.value(`document.querySelector('#graflow-picture .view').focus()`);
  await browser.key('+');
  check('a key zooms in', Math.abs((await browser.value(matrix))[0] / fitted[0] - 1.25) < 1e-3);
  await browser.key('ArrowLeft');
  await browser.key('0');
  await same(browser, 'a key shows all of it again', matrix, fitted);
  await browser.mouse('mousePressed', 640, 450);
  await browser.mouse('mouseMoved', 700, 480);
  await browser.mouse('mouseReleased', 700, 480, { buttons: 0 });
  const moved = await browser.value(matrix);
  check('dragging moves', Math.abs(moved[1] - fitted[1] - 60) < 1 && Math.abs(moved[2] - fitted[2] - 30) < 1 && moved[0] === fitted[0], `${fitted} ${moved}`);
  await browser.key('ArrowDown');
  check('arrows move', Math.abs((await browser.value(matrix))[2] - moved[2] + 60) < 1);
  await same(browser, 'the scale is told', told('scale'), `${Math.round(fitted[0] * 100)} %`);
}

async function checkSearch(browser) {
  await browser.key('/');
  await browser.type('NORTH 3 street');
  await same(browser, 'the search tells how many it found', told('count'), '5 of 202');
  await same(browser, 'what is found is marked', count('.node.hit'), 5);
  await same(browser, 'the rest is dimmed', `[...document.querySelectorAll('#graflow-picture .node:not(.hit)')].every(node => getComputedStyle(node).opacity === '0.25')`, true);
  await browser.key('Enter');
  await same(browser, 'Enter chooses the first', told('count'), '1 of 5');
  await same(browser, 'and goes there', isCentred, true);
  check('so near that one can read it', (await browser.value(matrix))[0] >= 1);
  await browser.key('Enter');
  await same(browser, 'Enter goes on', told('count'), '2 of 5');
  await browser.key('Enter', 8);
  await browser.key('Enter', 8);
  await same(browser, 'Shift+Enter goes back, around the end', told('count'), '5 of 5');
  await browser.type('!');
  await same(browser, 'what is nowhere is told', told('count'), '0 of 202');
  await browser.key('Escape');
  await same(browser, 'Escape ends the search', `[${told('count')}, ${count('.node.hit')}, ${count('.searched')}]`, ['', 0, 0]);
}

async function checkSchemes(browser, page, work) {
  const lightness = [];
  for (const scheme of ['light', 'dark']) {
    await browser.open(page, scheme);
    lightness.push(await browser.value(`Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])`));
    const [ink, sheet] = await browser.value(`['svg text', 'svg .node > path'].map(s => getComputedStyle(document.querySelector('#graflow-picture ' + s)).fill)`);
    check(`in the ${scheme} scheme, names stand out`, ink !== sheet, `${ink} ${sheet}`);
    writeFileSync(join(work, `${scheme}.png`), await browser.screenshot());
  }
  check('light is light and dark is dark', lightness[0] > 230 && lightness[1] < 40, lightness.join());
}

export async function checkPages({ shop, survey, hostile }, work) {
  const browser = new Browser();
  try {
    await browser.open(survey);
    await same(browser, 'the picture has all nodes', `${picture}.dataset.nodes`, '202');
    await same(browser, 'and all groups', count('.cluster'), 33);
    check('it can be read at once', (await browser.value(matrix))[0] >= 0.6, `${await browser.value(matrix)}`);
    await checkSearch(browser);
    await checkZoom(browser);
    check('nothing is written to the console', browser.messages.length === 0, browser.messages.join('\n'));

    await browser.open(hostile);
    await same(browser, 'no name becomes an element', `[document.scripts.length, document.images.length, document.title]`, [3, 0, `</script><script>document.title='bad'</script>{{data}}`]);
    await same(browser, 'a hostile name is shown as it is', `document.querySelector('#graflow-picture svg').textContent.includes("queue </script><img src=x onerror=document.title='bad'>\\"'&lt;{{data}}")`, true);
    await same(browser, 'the hostile page works', `${picture}.dataset.nodes`, '4');
    check('and writes nothing to the console', browser.messages.length === 0, browser.messages.join('\n'));

    await checkSchemes(browser, shop, work);
  } finally {
    await browser.close();
  }
}
