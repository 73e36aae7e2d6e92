import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/** How many different colours a screenshot (8-bit RGB or RGBA, not interlaced) has, and its first pixel's lightness from 0 to 1. */
export function inspect(path) {
  const file = readFileSync(path);
  const width = file.readUInt32BE(16), height = file.readUInt32BE(20), channels = file[25] === 6 ? 4 : 3;
  const parts = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
    }
  }
  const pixels = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const colours = new Set();
  for (let at = 0; at < pixels.length; at += channels) {
    colours.add(pixels.readUIntBE(at, 3));
  }
  return { colours: colours.size, lightness: (pixels[0] + pixels[1] + pixels[2]) / 765 };
}

function unfilter(data, stride, height, channels) {
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < channels ? 0 : pixels[at - channels];
      const up = y === 0 ? 0 : pixels[at - stride];
      const corner = x < channels || y === 0 ? 0 : pixels[at - stride - channels];
      pixels[at] = data[y * (stride + 1) + 1 + x] + predict(filter, left, up, corner);
    }
  }
  return pixels;
}

function predict(filter, left, up, corner) {
  if (filter < 4) {
    return [0, left, up, (left + up) >> 1][filter];
  }
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
