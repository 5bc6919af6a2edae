(async () => {
  'use strict';
  const data = JSON.parse(document.getElementById('structure').textContent);
  const letters = ['x', 'y', 'z'], ink = '#1f2328', first = '#b3261e';
  const byId = id => document.getElementById(id);
  const inflate = async text => {
    const packed = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    return new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer());
  };

  let labels, points;
  try {
    labels = await inflate(data.labels);
    points = data.lines === null ? new Uint16Array(0) : new Uint16Array((await inflate(data.lines)).buffer);
  } catch (error) {
    byId('fault').textContent = 'This browser cannot unpack the voxels (' + error + '); one of 2023 or later can.';
    byId('fault').hidden = false;
    return;
  }

  const colours = new Uint8Array(3 * 256);
  for (const phase of data.phases)
    for (let i = 0; i < 3; i++) colours[3 * phase.label + i] = parseInt(phase.colour.slice(1 + 2 * i, 3 + 2 * i), 16);
  const [nx, ny, nz] = data.shape;

  // ---- Slices

  const told = metres => data.known ? (metres >= 1e-6 ? +(1e6 * metres).toPrecision(4) + ' µm' : +(1e9 * metres).toPrecision(4) + ' nm') : '';
  const strides = [ny * nz, nz, 1];
  letters.forEach((letter, axis) => {
    const [down, right] = axis === 0 ? [1, 2] : axis === 1 ? [0, 2] : [0, 1];
    const canvas = byId('plane-' + letter), slider = byId('slice-' + letter);
    const [rows, columns] = [data.shape[down], data.shape[right]];
    canvas.width = columns;
    canvas.height = rows;
    canvas.style.aspectRatio = data.extent[right] + ' / ' + data.extent[down];
    const context = canvas.getContext('2d'), picture = context.createImageData(columns, rows);
    const draw = () => {
      const slice = +slider.value;
      let at = 0;
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          const label = labels[slice * strides[axis] + row * strides[down] + column * strides[right]];
          picture.data[at++] = colours[3 * label];
          picture.data[at++] = colours[3 * label + 1];
          picture.data[at++] = colours[3 * label + 2];
          picture.data[at++] = 255;
        }
      context.putImageData(picture, 0, 0);
      const place = told((slice + 0.5) / data.shape[axis] * data.extent[axis]);
      byId('at-' + letter).textContent = (place ? place + ', ' : '') + 'slice ' + (slice + 1) + ' of ' + data.shape[axis];
    };
    slider.addEventListener('input', draw);
    draw();
  });

  // ---- The box: a ray for each pixel, from voxel to voxel; no graphics card is needed.

  const mostVoxels = 128, block = Math.ceil(Math.max(nx, ny, nz) / mostVoxels);
  const shape = data.shape.map(count => Math.ceil(count / block));
  const [sx, sy, sz] = shape;
  let voxels = labels;
  if (block > 1) {
    voxels = new Uint8Array(sx * sy * sz);
    const middle = (at, count) => Math.min(count - 1, at * block + (block >> 1));
    let at = 0;
    for (let x = 0; x < sx; x++)
      for (let y = 0; y < sy; y++)
        for (let z = 0; z < sz; z++) voxels[at++] = labels[(middle(x, nx) * ny + middle(y, ny)) * nz + middle(z, nz)];
  }

  const longest = Math.max(...data.extent);
  const extent = data.extent.map(length => length / longest);
  const radius = Math.hypot(...extent) / 2;
  const finest = Math.min(...extent.map((length, axis) => length / shape[axis]));
  const shown = new Uint8Array(256), low = [0, 0, 0], high = [...shape];
  let turn, tilt, zoom, hasLines = points.length > 0;
  const begin = () => { turn = 0.62; tilt = 0.52; zoom = 1; };
  begin();

  const canvas = byId('box'), context = canvas.getContext('2d');
  const buffer = document.createElement('canvas');
  const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

  // x runs down the picture as long as nobody tilts it away. Axes are right-handed.
  const camera = () => {
    const [c, s] = [Math.cos(tilt), Math.sin(tilt)];
    const toward = [-s, c * Math.cos(turn), c * Math.sin(turn)], up = [-c, -s * Math.cos(turn), -s * Math.sin(turn)];
    return { toward, up, right: cross(up, toward) };
  };

  function render(side, fine) {
    const { toward, up, right } = camera();
    const scale = side * zoom * 0.4 / radius;
    const picture = new ImageData(side, side), pixels = picture.data;
    const depths = new Float32Array(side * side).fill(Infinity);
    const found = new Int32Array(side * side).fill(-1), faces = new Uint8Array(side * side);
    const perLength = shape.map((count, axis) => count / extent[axis]);
    const along = toward.map((part, axis) => -part * perLength[axis]);
    const step = along.map(part => part > 0 ? 1 : -1);
    const delta = along.map(part => part === 0 ? Infinity : Math.abs(1 / part));
    const far = 2 * radius;

    for (let row = 0; row < side; row++) {
      const v = (side / 2 - row - 0.5) / scale;
      for (let column = 0; column < side; column++) {
        const u = (column + 0.5 - side / 2) / scale;
        let enter = -Infinity, leave = Infinity, face = 0;
        const from = [0, 0, 0];
        for (let axis = 0; axis < 3; axis++) {
          from[axis] = (right[axis] * u + up[axis] * v + toward[axis] * far + extent[axis] / 2) * perLength[axis];
          if (along[axis] === 0) {
            if (from[axis] < low[axis] || from[axis] > high[axis]) leave = -Infinity;
            continue;
          }
          const one = (low[axis] - from[axis]) / along[axis], other = (high[axis] - from[axis]) / along[axis];
          if (Math.min(one, other) > enter) { enter = Math.min(one, other); face = axis; }
          leave = Math.min(leave, Math.max(one, other));
        }
        if (!(leave > enter)) continue;
        const at = [0, 0, 0], next = [0, 0, 0];
        for (let axis = 0; axis < 3; axis++) {
          at[axis] = Math.max(low[axis], Math.min(high[axis] - 1, Math.floor(from[axis] + along[axis] * enter)));
          if (axis === face) at[axis] = step[axis] > 0 ? low[axis] : high[axis] - 1;
          next[axis] = along[axis] === 0 ? Infinity : (at[axis] + (step[axis] > 0 ? 1 : 0) - from[axis]) / along[axis];
        }
        let [x, y, z] = at, [tx, ty, tz] = next, t = enter, isCut = 4;
        const [dx, dy, dz] = delta, pixel = row * side + column;
        for (;;) {
          const place = (x * sy + y) * sz + z;
          if (shown[voxels[place]]) {
            found[pixel] = place;
            depths[pixel] = t;
            faces[pixel] = face | isCut;
            break;
          }
          isCut = 0;
          if (tx <= ty && tx <= tz) { x += step[0]; if (x < low[0] || x >= high[0]) break; t = tx; tx += dx; face = 0; }
          else if (ty <= tz) { y += step[1]; if (y < low[1] || y >= high[1]) break; t = ty; ty += dy; face = 1; }
          else { z += step[2]; if (z < low[2] || z >= high[2]) break; t = tz; tz += dz; face = 2; }
        }
      }
    }

    // Surfaces inside are lit by how the phase thins out around the voxel, faces of the box and of a cut by their own direction.
    const light = [0, 1, 2].map(axis => toward[axis] + 0.5 * up[axis] - 0.55 * right[axis]);
    const length = Math.hypot(...light), reach = fine ? 2 : 1, around = fine ? 3 : 2;
    for (let pixel = 0; pixel < found.length; pixel++) {
      const place = found[pixel];
      if (place < 0) continue;
      const face = faces[pixel] & 3, normal = [0, 0, 0];
      if (!(faces[pixel] & 4)) {
        const z = place % sz, y = (place / sz | 0) % sy, x = place / (sy * sz) | 0;
        for (let i = -reach; i <= reach; i++)
          for (let j = -reach; j <= reach; j++)
            for (let k = -reach; k <= reach; k++) {
              const X = x + i, Y = y + j, Z = z + k;
              if (X < low[0] || Y < low[1] || Z < low[2] || X >= high[0] || Y >= high[1] || Z >= high[2] || !shown[voxels[(X * sy + Y) * sz + Z]]) continue;
              normal[0] -= i;
              normal[1] -= j;
              normal[2] -= k;
            }
      }
      let size = Math.hypot(...normal);
      normal[face] += (size > 0 ? 0.25 * size : 1) * -step[face];
      size = Math.hypot(...normal);
      const bright = Math.max(0, dot(normal, light) / (size * length));
      // What lies behind its neighbours is darker: crevices and outlines.
      let sunk = 0;
      const row = pixel / side | 0, column = pixel % side;
      for (const [a, b] of [[-around, 0], [around, 0], [0, -around], [0, around]]) {
        const r = row + a, c = column + b;
        if (r < 0 || c < 0 || r >= side || c >= side) continue;
        sunk += Math.max(-0.03, Math.min(0.06, depths[pixel] - depths[r * side + c]));
      }
      const shade = (0.57 + 0.45 * bright) * (1 - Math.max(-0.15, Math.min(0.4, 2.5 * sunk)));
      const gloss = 26 * bright * bright;
      for (let i = 0; i < 3; i++) pixels[4 * pixel + i] = Math.min(255, colours[3 * voxels[place] + i] * shade + gloss);
      pixels[4 * pixel + 3] = 255;
    }

    const project = point => {
      const at = point.map((part, axis) => part - extent[axis] / 2);
      return [side / 2 + dot(at, right) * scale, side / 2 - dot(at, up) * scale, far - dot(at, toward)];
    };
    const stroke = (a, b, [red, green, blue], wide, near) => {
      const steps = Math.max(1, Math.ceil(Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1]))));
      for (let i = 0; i <= steps; i++) {
        const part = i / steps, depth = a[2] + (b[2] - a[2]) * part - near;
        const column = Math.floor(a[0] + (b[0] - a[0]) * part), row = Math.floor(a[1] + (b[1] - a[1]) * part);
        for (let j = 0; j < wide; j++)
          for (let k = 0; k < wide; k++) {
            if (row + j < 0 || column + k < 0 || row + j >= side || column + k >= side) continue;
            const pixel = (row + j) * side + column + k;
            if (depth > depths[pixel]) continue;
            // The nearest line stays in front of those behind it.
            depths[pixel] = depth;
            pixels.set([red, green, blue, 255], 4 * pixel);
          }
      }
    };

    if (hasLines) {
      const wide = fine && points.length < 60000 ? 2 : 1;
      const floor = low.map((voxel, axis) => voxel / shape[axis] * extent[axis]), ceiling = high.map((voxel, axis) => voxel / shape[axis] * extent[axis]);
      let before = null;
      for (let i = 0; i < points.length; i += 3) {
        if (points[i] === 65535) { before = null; continue; }
        const place = [0, 1, 2].map(axis => points[i + axis] / 65535 * extent[axis]);
        if (place.some((part, axis) => part < floor[axis] || part > ceiling[axis])) { before = null; continue; }
        const here = project(place);
        // Farther lines are paler.
        const fade = Math.max(0, Math.min(1, (here[2] - far + radius) / (2 * radius)));
        if (before !== null) stroke(before, here, [17 + 120 * fade, 20 + 122 * fade, 24 + 126 * fade], wide, finest);
        before = here;
      }
    }

    for (let axis = 0; axis < 3; axis++)
      for (const [i, j] of [[0, 0], [0, 1], [1, 0], [1, 1]]) {
        const from = [0, 0, 0], to = [0, 0, 0], [b, c] = [(axis + 1) % 3, (axis + 2) % 3];
        from[b] = to[b] = i * extent[b];
        from[c] = to[c] = j * extent[c];
        to[axis] = extent[axis];
        stroke(project(from), project(to), [120, 128, 138], 1, 1e-3);
      }

    buffer.width = buffer.height = side;
    buffer.getContext('2d').putImageData(picture, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingEnabled = true;
    context.drawImage(buffer, 0, 0, canvas.width, canvas.height);
    mark(point => project(point).map(part => part * canvas.width / side), toward);
  }

  // An arrow beside an edge of the outline for each axis, with its length.
  function mark(project, toward) {
    const unit = canvas.width / 640, middle = project(extent.map(length => length / 2));
    context.lineCap = 'round';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (let axis = 0; axis < 3; axis++) {
      const [b, c] = [(axis + 1) % 3, (axis + 2) % 3];
      // An edge is on the outline where one of its faces is seen and the other is not; of the two, the one that lies lower is marked.
      let best = null;
      for (const [i, j] of [[0, 0], [0, 1], [1, 0], [1, 1]]) {
        if ((toward[b] > 0) === (i === 1) === ((toward[c] > 0) === (j === 1))) continue;
        const from = [0, 0, 0], to = [0, 0, 0];
        from[b] = to[b] = i * extent[b];
        from[c] = to[c] = j * extent[c];
        to[axis] = extent[axis];
        const [one, other] = [project(from), project(to)];
        const lower = one[1] + other[1] - 0.2 * (one[0] + other[0]);
        if (best === null || lower > best.lower) best = { one, other, lower };
      }
      if (best === null) continue;
      const { one, other } = best;
      const way = [other[0] - one[0], other[1] - one[1]], length = Math.hypot(...way);
      if (length < 24 * unit) continue;
      let aside = [-way[1] / length, way[0] / length];
      if (aside[0] * (one[0] - middle[0]) + aside[1] * (one[1] - middle[1]) < 0) aside = aside.map(part => -part);
      const [begins, ends] = [one, other].map(end => [end[0] + 14 * unit * aside[0], end[1] + 14 * unit * aside[1]]);
      const [ux, uy] = [way[0] / length, way[1] / length];
      context.strokeStyle = context.fillStyle = axis === 0 ? first : ink;
      context.lineWidth = (axis === 0 ? 3 : 1.5) * unit;
      context.beginPath();
      context.moveTo(begins[0], begins[1]);
      context.lineTo(ends[0] - 8 * unit * ux, ends[1] - 8 * unit * uy);
      context.stroke();
      context.beginPath();
      context.moveTo(ends[0], ends[1]);
      context.lineTo(ends[0] - 12 * unit * ux - 5 * unit * uy, ends[1] - 12 * unit * uy + 5 * unit * ux);
      context.lineTo(ends[0] - 12 * unit * ux + 5 * unit * uy, ends[1] - 12 * unit * uy - 5 * unit * ux);
      context.fill();
      const text = letters[axis] + (data.known ? '  ' + told(data.extent[axis]) : '');
      context.font = (axis === 0 ? '700 ' : '500 ') + 14 * unit + 'px system-ui, sans-serif';
      const wide = context.measureText(text).width / 2;
      const away = 7 * unit + Math.abs(aside[0]) * wide + Math.abs(aside[1]) * 8 * unit;
      context.fillText(text, (begins[0] + ends[0]) / 2 + aside[0] * away, (begins[1] + ends[1]) / 2 + aside[1] * away);
    }
  }

  let waiting = 0, isAsked = false;
  const side = () => Math.max(200, Math.min(640, canvas.clientWidth || 640));
  function settle() {
    for (const box of document.querySelectorAll('input[data-label]')) shown[+box.dataset.label] = box.checked ? 1 : 0;
    letters.forEach((letter, axis) => {
      const cut = Math.round(+byId('cut-' + letter).value / 1000 * (shape[axis] - 1)), isLow = byId('side-' + letter).checked;
      low[axis] = isLow ? cut : 0;
      high[axis] = isLow ? shape[axis] : shape[axis] - cut;
    });
    hasLines = points.length > 0 && byId('lines').checked;
    const across = Math.round((canvas.clientWidth || 640) * Math.min(2, window.devicePixelRatio || 1));
    if (canvas.width !== across) canvas.width = canvas.height = across;
  }

  // Half as fine while it moves, all of it once it rests.
  function refresh() {
    clearTimeout(waiting);
    waiting = setTimeout(rest, 160);
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      settle();
      render(side() >> 1, false);
    });
  }

  function rest() {
    settle();
    render(side(), true);
  }

  let held = null;
  canvas.addEventListener('pointerdown', event => { held = [event.clientX, event.clientY]; canvas.setPointerCapture(event.pointerId); });
  canvas.addEventListener('pointerup', () => { held = null; });
  canvas.addEventListener('pointercancel', () => { held = null; });
  const tilted = angle => Math.max(-Math.PI / 2, Math.min(Math.PI / 2, angle));
  canvas.addEventListener('pointermove', event => {
    if (held === null) return;
    turn += (event.clientX - held[0]) * 0.009;
    tilt = tilted(tilt + (event.clientY - held[1]) * 0.009);
    held = [event.clientX, event.clientY];
    refresh();
  });
  const nearer = factor => { zoom = Math.max(0.5, Math.min(8, zoom * factor)); };
  canvas.addEventListener('wheel', event => { event.preventDefault(); nearer(Math.exp(-event.deltaY * 0.001)); refresh(); }, { passive: false });
  const keys = {
    ArrowLeft: () => { turn -= 0.1; }, ArrowRight: () => { turn += 0.1; },
    ArrowUp: () => { tilt = tilted(tilt - 0.1); }, ArrowDown: () => { tilt = tilted(tilt + 0.1); },
    '+': () => nearer(1.2), '=': () => nearer(1.2), '-': () => nearer(1 / 1.2), '0': begin,
    x: () => { [turn, tilt] = [Math.PI / 2, Math.PI / 2]; }, y: () => { [turn, tilt] = [0, 0]; }, z: () => { [turn, tilt] = [Math.PI / 2, 0]; },
  };
  canvas.addEventListener('keydown', event => {
    const key = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (key === undefined) return;
    event.preventDefault();
    key();
    refresh();
  });
  byId('reset').addEventListener('click', () => { begin(); refresh(); });
  for (const input of document.querySelectorAll('.panel input')) input.addEventListener('input', refresh);
  window.addEventListener('resize', () => { clearTimeout(waiting); waiting = setTimeout(rest, 160); });
  rest();
})();
