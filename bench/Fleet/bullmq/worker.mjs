// A BullMQ worker whose jobs do nothing: node worker.mjs PORT CONCURRENCY
import { Worker } from 'bullmq';

const [port, concurrency] = process.argv.slice(2).map(Number);
const worker = new Worker('bench', async (job) => job.data.length, {
  connection: { host: '127.0.0.1', port, maxRetriesPerRequest: null },
  concurrency,
  removeOnComplete: { count: 0 },
});
await worker.waitUntilReady();
console.log('ready');
