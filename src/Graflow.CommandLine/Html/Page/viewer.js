'use strict';

(() => {
  const root = document.getElementById('graflow-picture');
  const view = root.querySelector('.view');
  const search = root.querySelector('input');
  const count = root.querySelector('.count');
  const scale = root.querySelector('.scale');
  const { dot, notes } = JSON.parse(document.getElementById('graflow-data').textContent);
  const isPage = document.body.classList.contains('graflow-page');

  // Graphviz knows how wide Arial runs; the style sheet names fonts of the same widths.
  const look = 'graph [fontname=Arial, fontsize=12, labeljust=l, ranksep=0.42, nodesep=0.22]; '
    + 'node [fontname=Arial, fontsize=12, margin="0.16,0.07"]; edge [fontname=Arial, fontsize=11, arrowsize=0.7];';
  const [smallest, largest, readable] = [0.02, 8, 0.6];
  // Beyond this many nodes, one layout is all that a reader wants to wait for.
  const many = 400;

  let size = { width: 1, height: 1 };
  let place = { x: 0, y: 0, k: 1 };
  let layer;
  let nodes = [];
  let hits = [];
  let current = -1;

  const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

  function show(next) {
    place = { ...next, k: clamp(next.k, smallest, largest) };
    layer.setAttribute('transform', `matrix(${place.k} 0 0 ${place.k} ${place.x} ${place.y})`);
    scale.value = `${Math.round(place.k * 100)} %`;
  }

  function zoomAt(factor, x = view.clientWidth / 2, y = view.clientHeight / 2) {
    const k = clamp(place.k * factor, smallest, largest);
    show({ k, x: x - (x - place.x) * k / place.k, y: y - (y - place.y) * k / place.k });
  }

  const fitting = ({ width, height }) => Math.min(1.25, (view.clientWidth - 24) / width, (view.clientHeight - 24) / height);

  function centre(k) {
    const [x, y] = [(view.clientWidth - size.width * k) / 2, (view.clientHeight - size.height * k) / 2];
    show({ k, x, y });
  }

  const fit = () => centre(fitting(size));

  /** The whole flow if one can read it then; else, where it is too large, its beginning. */
  function begin() {
    const k = Math.max(fitting(size), readable);
    centre(k);
    const box = boxOf(nodes[0]);
    show({
      k,
      x: place.x < 0 ? view.clientWidth / 2 - (box.x + box.width / 2) * k : place.x,
      y: place.y < 0 ? 40 - box.y * k : place.y,
    });
  }

  /** A node's place in the picture's own units. */
  function boxOf(node) {
    const [box, at] = [node.getBoundingClientRect(), view.getBoundingClientRect()];
    return { x: (box.x - at.x - place.x) / place.k, y: (box.y - at.y - place.y) / place.k, width: box.width / place.k, height: box.height / place.k };
  }

  const textOf = node => [...node.querySelectorAll('text')].map(text => text.textContent).join('\n');

  function find() {
    const wanted = search.value.trim().toLocaleLowerCase();
    hits = wanted === '' ? [] : nodes.filter(node => textOf(node).toLocaleLowerCase().includes(wanted));
    current = -1;
    layer.classList.toggle('searched', wanted !== '');
    for (const node of nodes) {
      node.classList.toggle('hit', hits.includes(node));
      node.classList.remove('current');
    }
    count.value = wanted === '' ? '' : `${hits.length} of ${nodes.length}`;
  }

  function jump(step) {
    if (hits.length === 0) {
      return;
    }
    current = current < 0 && step < 0 ? hits.length - 1 : (current + step + hits.length) % hits.length;
    hits.forEach((node, i) => node.classList.toggle('current', i === current));
    const box = boxOf(hits[current]);
    const k = Math.max(place.k, 1);
    show({ k, x: view.clientWidth / 2 - (box.x + box.width / 2) * k, y: view.clientHeight / 2 - (box.y + box.height / 2) * k });
    count.value = `${current + 1} of ${hits.length}`;
  }

  function endSearch() {
    search.value = '';
    find();
    view.focus();
  }

  function describe(svg) {
    for (const node of nodes) {
      const title = node.querySelector('title');
      const names = [...node.querySelectorAll('text')].map(text => text.textContent);
      const note = names.map(name => Object.hasOwn(notes, name) ? notes[name] : undefined).find(known => known);
      title.textContent = note ? `${names[0]}: ${note.text}` : names.join('\n');
      if (note) {
        node.classList.add(note.failed ? 'failed' : 'ran');
      }
    }
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', `A flow of ${nodes.length} nodes`);
    svg.querySelector('title')?.remove();
  }

  function layOut(viz, direction) {
    const svg = viz.renderSVGElement(dot.replace(/\{/, `{ rankdir=${direction}; ${look}`));
    const { width, height } = svg.viewBox.baseVal;
    return { svg, width, height };
  }

  function draw(viz) {
    const down = layOut(viz, 'TB');
    const across = down.svg.querySelectorAll('.node').length > many ? down : layOut(viz, 'LR');
    const { svg, width, height } = fitting(across) > fitting(down) ? across : down;
    size = { width, height };
    layer = document.createElementNS(svg.namespaceURI, 'g');
    layer.append(...svg.childNodes);
    svg.replaceChildren(layer);
    ['width', 'height', 'viewBox'].forEach(name => svg.removeAttribute(name));
    nodes = [...layer.querySelectorAll('.node')].filter(node => textOf(node) !== '');
    describe(svg);
    view.replaceChildren(document.adoptNode(svg));
    begin();
  }

  const pointers = new Map();
  const middle = points => [points.reduce((sum, p) => sum + p.clientX, 0) / points.length, points.reduce((sum, p) => sum + p.clientY, 0) / points.length];
  const spread = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

  function move(event) {
    if (!pointers.has(event.pointerId)) {
      return;
    }
    const before = [...pointers.values()];
    pointers.set(event.pointerId, event);
    const after = [...pointers.values()];
    const [[fromX, fromY], [toX, toY]] = [middle(before), middle(after)];
    show({ ...place, x: place.x + toX - fromX, y: place.y + toY - fromY });
    if (after.length === 2 && spread(before) > 0) {
      const at = view.getBoundingClientRect();
      zoomAt(spread(after) / spread(before), toX - at.x, toY - at.y);
    }
  }

  function release(event) {
    pointers.delete(event.pointerId);
    view.classList.toggle('moving', pointers.size > 0);
  }

  const actions = { in: () => zoomAt(1.25), out: () => zoomAt(0.8), fit };
  const keys = {
    '+': actions.in, '=': actions.in, '-': actions.out, '0': fit,
    ArrowLeft: () => show({ ...place, x: place.x + 60 }),
    ArrowRight: () => show({ ...place, x: place.x - 60 }),
    ArrowUp: () => show({ ...place, y: place.y + 60 }),
    ArrowDown: () => show({ ...place, y: place.y - 60 }),
  };

  function listen() {
    root.querySelectorAll('button').forEach(button => button.addEventListener('click', actions[button.dataset.do]));
    search.addEventListener('input', find);
    search.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        jump(event.shiftKey ? -1 : 1);
      } else if (event.key === 'Escape') {
        endSearch();
      }
    });
    view.addEventListener('keydown', event => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && Object.hasOwn(keys, event.key)) {
        event.preventDefault();
        keys[event.key]();
      }
    });
    (isPage ? document : view).addEventListener('keydown', event => {
      if (event.key === '/' && event.target !== search) {
        event.preventDefault();
        search.focus();
      }
    });
    // On a page of its own the wheel zooms; on somebody else's it scrolls, unless Ctrl is down, which is what pinching sends.
    view.addEventListener('wheel', event => {
      if (isPage || event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const at = view.getBoundingClientRect();
        zoomAt(Math.exp(-clamp(event.deltaY, -200, 200) * 0.002), event.clientX - at.x, event.clientY - at.y);
      }
    }, { passive: false });
    view.addEventListener('pointerdown', event => {
      view.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, event);
      view.classList.add('moving');
    });
    view.addEventListener('pointermove', move);
    view.addEventListener('pointerup', release);
    view.addEventListener('pointercancel', release);
  }

  Viz.instance()
    .then(viz => {
      draw(viz);
      listen();
      root.dataset.nodes = nodes.length;
    })
    .catch(error => {
      const problem = document.createElement('p');
      problem.textContent = `The flow could not be drawn: ${error.message}`;
      view.replaceChildren(problem);
    });
})();
