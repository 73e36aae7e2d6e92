import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--hide-scrollbars', '--enable-logging=stderr', '--virtual-time-budget=10000',
];

/** Opens a page in Chromium and returns what Chromium printed. */
function open(page, ...extra) {
  const profile = mkdtempSync(join(tmpdir(), 'quickstart-'));
  try {
    const { status, stdout, stderr } = spawnSync('chromium', [...flags, `--user-data-dir=${profile}`, ...extra, pathToFileURL(page).href],
      { encoding: 'utf8', timeout: 60_000, maxBuffer: 1 << 28 });
    if (status !== 0) {
      throw new Error(`Chromium ended with ${status}: ${stderr}`);
    }
    return { stdout, stderr };
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The document after its scripts ran, and what they wrote to the console. */
export function dump(page) {
  const { stdout, stderr } = open(page, '--dump-dom');
  return { dom: stdout, console: stderr.split('\n').filter(line => line.includes('CONSOLE')) };
}

export const screenshot = (page, scheme, target) =>
  open(page, `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`, '--window-size=1280,1600', `--screenshot=${target}`);
