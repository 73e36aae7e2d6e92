// Gives a BullMQ worker jobs and waits for their results: node driver.mjs PORT
// A line of input, a line of output: "many N" jobs that know nothing of each other, "median N" jobs one after the other, of which the median time in milliseconds is told, "fan N" jobs with a parent that waits for them.
import { createInterface } from 'node:readline';
import { FlowProducer, Queue, QueueEvents } from 'bullmq';

const port = Number(process.argv[2]);
const connection = { host: '127.0.0.1', port, maxRetriesPerRequest: null };
const payload = 'x'.repeat(100);
const queue = new Queue('bench', { connection });
const flows = new FlowProducer({ connection });
const events = new QueueEvents('bench', { connection });
await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);

let open = 0;
let sum = 0;
let allDone = null;
events.on('completed', ({ returnvalue }) => {
  sum += Number(returnvalue);
  if (--open === 0) {
    allDone?.();
  }
});

async function expect(jobs, send) {
  sum = 0;
  open = jobs;
  const done = new Promise((resolve) => { allDone = resolve; });
  await send();
  await done;
  return sum;
}

const job = () => ({ name: 'j', data: payload });
const commands = {
  many: (count) => expect(count, () => queue.addBulk(Array.from({ length: count }, job))),
  median: async (count) => {
    const times = [];
    for (let i = 0; i < count; i++) {
      const started = performance.now();
      if (await expect(1, () => queue.add('j', payload)) !== payload.length) {
        throw new Error('A job lost some of its payload.');
      }
      times.push(performance.now() - started);
    }
    return times.sort((a, b) => a - b)[Math.floor(count / 2)];
  },
  fan: (count) => expect(count + 1, () => flows.add({ name: 'join', queueName: 'bench', data: payload, children: Array.from({ length: count }, () => ({ name: 'j', queueName: 'bench', data: payload })) })),
};

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [command, count] = line.split(' ');
  console.log(await commands[command](Number(count)));
}
process.exit(0);
