import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [program, ...start] = process.argv.slice(2);

let failed = 0;
export function check(what, holds, detail = '') {
  if (!holds) {
    failed++;
    console.error(`FAILED: ${what}${detail && `: ${detail}`}`);
  }
}

export const exitCode = () => failed > 0 ? 1 : 0;

/** Runs a command to its end. */
export function run(args, { input = '', env = {} } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, [...start, ...args], { encoding: 'utf8', input, maxBuffer: 1 << 26, env: { ...process.env, ...env } });
  return { status: error ?? status, stdout, stderr };
}

/** The program itself, whatever started it: what stands before it may hand a signal on a second time. */
function innermost(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? pid : innermost(Number(children.split(' ').at(-1)));
}

/** Starts a command, sends it a signal as soon as it has told that it runs, and returns how it ended. */
export function interrupt(args, signal = 'SIGINT') {
  return new Promise(resolve => {
    const child = spawn(program, [...start, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr, isSent] = ['', '', false];
    child.stdout.on('data', text => { stdout += text; });
    child.stderr.on('data', text => {
      stderr += text;
      if (!isSent && stderr.includes('waiting')) {
        isSent = true;
        process.kill(innermost(child.pid), signal);
      }
    });
    child.on('close', status => resolve({ status, stdout, stderr }));
  });
}
