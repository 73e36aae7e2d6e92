import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--hide-scrollbars', '--window-size=1280,900', '--remote-debugging-pipe'];

/** Chromium with a page, driven as a user does: real keys, clicks and wheels. Speaks the DevTools protocol over a pipe. */
export class Browser {
  #profile = mkdtempSync(join(tmpdir(), 'commands-'));
  #process = spawn('chromium', [...flags, `--user-data-dir=${this.#profile}`], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  #waiting = new Map();
  #id = 0;
  #session;
  messages = [];

  constructor() {
    let rest = '';
    this.#process.stdio[4].setEncoding('utf8').on('data', text => {
      const parts = (rest + text).split('\0');
      rest = parts.pop();
      parts.forEach(part => this.#hear(JSON.parse(part)));
    });
    this.#process.on('exit', code => this.#waiting.forEach(({ reject }) => reject(new Error(`Chromium ended with ${code}`))));
  }

  #hear({ id, method, params, result, error }) {
    if (id !== undefined) {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      error ? reject(new Error(error.message)) : resolve(result);
    } else if (method === 'Runtime.consoleAPICalled' || method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded') {
      this.messages.push(JSON.stringify(params));
    }
  }

  send(method, params = {}) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(++this.#id, { resolve, reject });
      this.#process.stdio[3].write(`${JSON.stringify({ id: this.#id, method, params, ...(this.#session && { sessionId: this.#session }) })}\0`);
    });
  }

  async open(page, scheme = 'light') {
    this.#session = undefined;
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    this.#session = (await this.send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
    this.messages = [];
    await this.send('Runtime.enable');
    await this.send('Log.enable');
    await this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    await this.send('Page.navigate', { url: pathToFileURL(page).href });
    await this.until(`document.querySelector('#graflow-picture')?.dataset.nodes`);
  }

  /** The value of an expression in the page. */
  async value(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) {
      throw new Error(`${expression}: ${exceptionDetails.exception?.description}`);
    }
    return result.value;
  }

  /** Waits until an expression holds; a page that never gets there is an error. */
  async until(expression) {
    for (let turn = 0; turn < 600; turn++) {
      if (await this.value(expression)) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error(`The page never had ${expression}`);
  }

  async key(key, modifiers = 0) {
    const text = key.length === 1 ? { text: key } : key === 'Enter' ? { text: '\r' } : {};
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, modifiers, ...text });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key, modifiers });
  }

  type = text => this.send('Input.insertText', { text });

  mouse = (type, x, y, more = {}) => this.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1, ...more });

  wheel = (x, y, deltaY) => this.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY });

  async click(selector) {
    const [x, y] = await this.value(`(() => { const b = document.querySelector('${selector}').getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()`);
    await this.mouse('mousePressed', x, y);
    await this.mouse('mouseReleased', x, y, { buttons: 0 });
  }

  async screenshot() {
    return Buffer.from((await this.send('Page.captureScreenshot', { format: 'png' })).data, 'base64');
  }

  /** Its helpers write into the profile until the last of them ended. */
  async close() {
    const ended = new Promise(resolve => this.#process.once('exit', resolve));
    this.#session = undefined;
    this.send('Browser.close').catch(() => {});
    await ended;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
