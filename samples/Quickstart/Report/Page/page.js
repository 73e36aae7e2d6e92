'use strict';

const root = document.documentElement;
const remember = theme => { try { localStorage.setItem('theme', theme); } catch { /* a page opened from a file may have no storage */ } };
const remembered = () => { try { return localStorage.getItem('theme'); } catch { return null; } };
const show = theme => {
  root.dataset.theme = theme;
  document.querySelector(`.theme input[value="${theme}"]`).checked = true;
};
if (['light', 'dark'].includes(remembered())) {
  show(remembered());
}
document.querySelector('.theme').addEventListener('change', change => {
  show(change.target.value);
  remember(change.target.value);
});

const { dot, tasks } = JSON.parse(document.getElementById('flow-data').textContent);
const picture = document.getElementById('flow-picture');

// Graphviz knows how wide Arial runs; the style sheet names fonts of the same widths.
const look = 'graph [fontname=Arial, fontsize=12, labeljust=l, ranksep=0.42, nodesep=0.22]; '
  + 'node [fontname=Arial, fontsize=12, margin="0.16,0.07"]; edge [fontname=Arial, fontsize=11, arrowsize=0.7];';

// The smallest scale at which the names of tasks can still be read.
const smallest = 0.72;

function layOut(viz, direction) {
  const svg = viz.renderSVGElement(dot.replace(/\{/, `{ rankdir=${direction}; ${look}`));
  const [width, height] = ['width', 'height'].map(side => parseFloat(svg.getAttribute(side)) * 4 / 3);
  const style = getComputedStyle(picture);
  const room = picture.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return { svg, width, height, scale: Math.min(1, room / width) };
}

function describe(svg) {
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `The flow: ${tasks.map(task => task.task).join(', ')}`);
  for (const node of svg.querySelectorAll('.node')) {
    const title = node.querySelector('title');
    const names = [title, ...node.querySelectorAll('text')].map(text => text.textContent);
    const task = tasks.find(({ task }) => names.some(name => name === task || task.endsWith(`.${name}`)));
    if (task) {
      node.classList.add(task.failed ? 'failed' : 'ran');
      title.textContent = `${task.task}: ${task.failed ? 'failed, tolerated' : `${task.bodies} × run, ${task.milliseconds.toFixed(2)} ms`}`;
    }
  }
}

async function draw() {
  const viz = await Viz.instance();
  const place = () => {
    const across = layOut(viz, 'LR');
    const chosen = across.scale >= smallest ? across : layOut(viz, 'TB');
    const scale = Math.max(chosen.scale, smallest);
    chosen.svg.setAttribute('width', chosen.width * scale);
    chosen.svg.setAttribute('height', chosen.height * scale);
    describe(chosen.svg);
    picture.replaceChildren(document.adoptNode(chosen.svg));
    picture.scrollLeft = (picture.scrollWidth - picture.clientWidth) / 2;
  };
  place();
  let width = picture.clientWidth;
  new ResizeObserver(() => {
    if (picture.clientWidth !== width) {
      width = picture.clientWidth;
      place();
    }
  }).observe(picture);
}

draw().catch(error => { picture.textContent = `The flow could not be drawn: ${error.message}`; });
