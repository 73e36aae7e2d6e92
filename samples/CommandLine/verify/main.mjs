import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPages } from './pages.mjs';
import { check, exitCode, interrupt, run } from './program.mjs';

const work = mkdtempSync(join(tmpdir(), 'commands-'));
const order = '{"customer":"Ada","lines":[{"item":"tea","count":2,"price":3.5},{"item":"pot","count":1,"price":20}]}';
const receipt = '{"customer":"Ada","total":27.0,"shipping":"parcel"}';
const hostile = `</script><script>document.title='bad'</script>{{data}}`;

/** One command: its exit code, and all of its standard output. */
function expect(args, status, stdout, options) {
  const ran = run(args, options);
  const what = `\`${args.join(' ')}\``;
  check(`${what} ends with ${status}`, ran.status === status, `${ran.status} ${ran.stderr}`);
  check(`${what} writes`, typeof stdout === 'string' ? ran.stdout === stdout : stdout.test(ran.stdout), `${ran.stdout} instead of ${stdout}`);
  return ran;
}

/** A command that is refused: nothing on standard output, all of it in words on standard error. */
function refuse(args, ...words) {
  const { stderr } = expect(args, 2, '');
  words.forEach(word => check(`\`${args.join(' ')}\` says`, stderr.includes(word), `${stderr} instead of ${word}`));
}

function json(args, status, options) {
  const { stdout } = expect([...args, '--json'], status, /^\{.*\}\n$/, options);
  return JSON.parse(stdout || '{}');
}

function checkRuns() {
  const { stderr } = expect(['run', 'Shop.Sell', '--input', order], 0, `${receipt}\n`);
  check('what bodies print goes to standard error', stderr === 'What a body prints does not get into the result.\n', stderr);
  writeFileSync(join(work, 'order.json'), `\uFEFF${order}`);
  expect(['run', 'Shop.Sell', '--input', `@${join(work, 'order.json')}`], 0, `${receipt}\n`);
  expect(['run', 'Shop.Sell', '--input=@-'], 0, `${receipt}\n`, { input: order });
  expect(['run', 'Shop.Price', '-i', '[2.5, 4]'], 0, '10.0\n');
  expect(['run', 'Shop.Price', '-i', '{"count": 4, "price": 2.5}'], 0, '10.0\n');
  expect(['run', 'Shop.Measure', '-i', '"two words"'], 0, '{"letters":9,"words":2}\n');
  expect(['run', 'Shop.Greet'], 0, '"Hello, world."\n');
  expect(['run', 'Survey.All', '-i', '1'], 0, `${4 * 7 * 5 * 3}\n`);
  const followed = expect(['run', 'Shop.Greet', '--follow'], 0, '"Hello, world."\n');
  check('--follow tells what happens on standard error', /Shop\.Hello started\n.*Shop\.Hello succeeded/s.test(followed.stderr), followed.stderr);
  const events = run(['run', 'Shop.Greet', '--follow', '--json']).stderr.trimEnd().split('\n').map(line => JSON.parse(line).event);
  check('--follow --json tells events', events.join() === 'runStarted,taskStarted,taskSucceeded,runSucceeded', events.join());
  const result = json(['run', 'Shop.Sell', '-i', order], 0);
  check('the document of a run', result.workflow === 'Shop.Sell' && result.status === 'succeeded' && JSON.stringify(result.output) === '{"customer":"Ada","total":27.0,"shipping":"parcel"}'.replace('27.0', '27') && result.runId.length > 8, JSON.stringify(result));
}

function checkFailures() {
  const failing = expect(['run', 'Shop.Sell', '-i', '{"customer":"Bob","lines":[]}'], 1, '');
  check('a failed run says which task and why', failing.stderr.includes('Shop.Check failed: Bob ordered nothing.'), failing.stderr);
  const { error } = json(['run', 'Shop.Sell', '-i', '{"customer":"Bob","lines":[]}'], 1);
  check('the document of a failed run', error.kind === 'runFailed' && error.exitCode === 1 && error.task === 'Shop.Check' && error.errorType === 'System.ArgumentException', JSON.stringify(error));
  refuse(['run', 'Shop.Sel', '-i', order], 'Did you mean "Shop.Sell"?');
  refuse(['run', 'sell'], 'Did you mean "Shop.Sell"?');
  refuse(['run', 'Shop.Sell'], 'Shop.Sell needs an input', 'Order', '{"customer":"text","lines":[{"item":"text","count":1,"price":1.5}]}');
  refuse(['run', 'Shop.Sell', '-i', '{"customer":"Ada","lines":[{"item":"tea","count":"two","price":1}]}'], '$.lines[0].count (line 1, column 50): the value is not of type int.', 'It takes Order');
  refuse(['run', 'Shop.Sell', '-i', '{"customer":"Ada",\n "lines":[}'], 'line 2, column 11', 'It takes Order');
  refuse(['run', 'Shop.Sell', '-i', '{"customer":"Ada"}'], 'lines', 'It takes Order');
  refuse(['run', 'Shop.Sell', '-i', '{"customer":"Ada","lines":[],"tip":1}'], 'tip', 'It takes Order');
  refuse(['run', 'Shop.Price', '-i', '[1]'], 'there must be 2 values', '(decimal price, int count)', '{"price":1.5,"count":1}');
  refuse(['run', 'Shop.Price', '-i', '{"price":1,\n"count":"é x"}'], '$.count (line 2, column 9): the value is not of type int.', 'It takes (decimal price, int count)');
  refuse(['run', 'Shop.Measure', '-i', 'text'], 'line 1, column 2', `--input '"text"'`);
  refuse(['run', 'Shop.Greet', '-i', '1'], 'Shop.Greet takes no input');
  refuse(['run', 'Shop.Sell', '-i', '@missing.json'], 'missing.json');
  refuse(['worker'], 'Graflow.Redis');
  refuse(['graph', 'Shop.Sell', '--format', 'gif'], 'gif', '--help');
  refuse(['run'], '--help');
  refuse(['rum', 'Shop.Sell'], 'rum', '--help');
  refuse([], '--help');
  const usage = json(['rum'], 2).error;
  check('wrong usage is a document too', usage.kind === 'usage' && usage.message.includes('rum'), JSON.stringify(usage));
  const input = json(['run', 'Shop.Sell', '-i', '{'], 2).error;
  check('so is a wrong input', input.kind === 'input' && input.line === 1 && input.column === 2, JSON.stringify(input));
}

/** Runs that survive their process, and what can be done with them. */
async function checkLog() {
  const durable = ['--log', join(work, 'runs')];
  const sell = ['run', 'Shop.Sell', '-i', order, '--run-id', 'order-7', ...durable];
  expect(sell, 0, `${receipt}\n`);
  const again = expect(sell, 0, `${receipt}\n`);
  check('a run that is there already does not run again', again.stderr === '', again.stderr);
  expect(['runs', 'show', 'order', ...durable], 0, /^run order-7, Shop\.Sell, succeeded after .*\n├─ ✓ Shop\.Check .*└─ ✓ Shop\.Write /s);
  expect(['run', 'Shop.Sell', '-i', '{"customer":"Bob","lines":[]}', '--run-id', 'bad', ...durable], 1, '');
  expect(['runs', 'why', 'bad', ...durable], 0, /^Shop\.Check failed .*Bob ordered nothing\.\n.*runs retry bad --from Shop\.Check/s);
  expect(['runs', 'retry', 'bad', '--from', 'Shop.Check', '-i', order, '--run-id', 'good', ...durable], 0, `${receipt}\n`);
  const { runs } = json(['runs', 'ls', ...durable], 0);
  check('runs ls knows all runs', runs.map(run => `${run.runId} ${run.status} ${run.origin ?? ''}`.trim()).join() === 'good succeeded bad,bad failed,order-7 succeeded', JSON.stringify(runs));
  refuse(['runs', 'retry', 'bad', '--from', 'Shop.Chek', ...durable], 'Did you mean Shop.Check?');
  refuse(['runs', 'show', 'order-8', ...durable], 'Did you mean "order-7"?');
  refuse(['runs', 'ls', '--log', join(work, 'none')], 'There is no log folder');
  expect(['runs', 'delete', 'order-7', ...durable], 0, 'Run order-7 is deleted.\n');
  for (const [id, signal, status] of [['killed', 'SIGKILL', 137], ['asked', 'SIGTERM', 75]]) {
    const ended = await interrupt(['run', 'Shop.Wait', '--run-id', id, ...durable], signal);
    check(`${signal} ends a run that has a log with ${status}`, ended.status === status || signal === 'SIGKILL', JSON.stringify(ended));
    expect(['runs', 'why', id, ...durable], 0, /^Nobody drives run .*runs resume /);
    const resumed = await interrupt(['runs', 'resume', id, ...durable]);
    check('a run that was resumed runs, and an interrupt suspends it', resumed.status === 75 && resumed.stderr.includes(`runs resume ${id}`), JSON.stringify(resumed));
    expect(['runs', 'cancel', id, ...durable], 0, `Run ${id} is cancelled.\n`);
  }
}

function checkDescriptions() {
  const { workflows } = json(['list'], 0);
  check('list knows all workflows', workflows.map(workflow => workflow.name).join(' ') === `${hostile} Shop.Greet Shop.Measure Shop.Price Shop.Sell Shop.Wait Survey.All`, JSON.stringify(workflows));
  check('list knows types', JSON.stringify(workflows.find(workflow => workflow.name === 'Shop.Sell')) === '{"name":"Shop.Sell","input":"Order","output":"Receipt"}', JSON.stringify(workflows));
  expect(['list'], 0, /^Shop\.Sell +Order → Receipt$/m);
  const sell = json(['describe', 'Shop.Sell'], 0);
  const total = sell.tasks.find(task => task.path === 'Shop.Total');
  check('describe knows the tasks', sell.tasks.map(task => task.id).join() === 'Shop.Check,Shop.Customer,Shop.Total,Shop.Weigh,Shop.Ship,Shop.Write', JSON.stringify(sell.tasks));
  check('describe knows options', total.options.timeout === '00:00:10' && total.options.maxAttempts === 2 && total.options.handler === 'direct' && total.output === 'decimal', JSON.stringify(total));
  check('describe knows an example', JSON.stringify(sell.example) === '{"customer":"text","lines":[{"item":"text","count":1,"price":1.5}]}', JSON.stringify(sell.example));
  expect(['describe', 'Shop.Sell'], 0, /^ {2}Shop\.Total: Order → decimal \(timeout 00:00:10, 2 attempts\)$/m);
  expect(['--help'], 0, /run <workflow>.*list.*graph <workflow>.*describe <workflow>.*worker/s);
}

function checkPictures() {
  expect(['graph', 'Shop.Sell'], 0, /^flowchart TD\n.*Shop\.Total/s);
  expect(['graph', 'Shop.Sell', '--format', 'dot'], 0, /^digraph \{\n.*\}\n$/s);
  expect(['graph', 'Shop.Sell', '--format', 'svg'], 0, /<svg .*Shop\.Total.*<\/svg>/s);
  const { status, stdout, stderr } = run(['graph', 'Shop.Sell', '--format', 'svg', '--json'], { env: { PATH: process.execPath.replace(/\/[^/]*$/, '/none'), DOTNET_ROOT: process.env.DOTNET_ROOT ?? '' } });
  check('without Graphviz, svg says what to install', typeof status !== 'number' || status === 2 && stdout.includes('graphviz'), `${status} ${stdout} ${stderr}`);
  const pages = {};
  for (const [name, workflow] of [['shop', 'Shop.Sell'], ['survey', 'Survey.All'], ['hostile', hostile]]) {
    pages[name] = join(work, `${name}.html`);
    expect(['graph', workflow, '--format', 'html', '--output', pages[name]], 0, '');
  }
  const drawn = json(['graph', 'Shop.Sell', '--format', 'html', '--output', pages.shop], 0);
  check('the document of a picture names its file', drawn.file === pages.shop && drawn.content === undefined, JSON.stringify(drawn));
  check('a page refers to nothing outside itself', !/(https?:|\b(src|href|srcset|action)\s*=|url\(|@import)/i.test(readFileSync(pages.shop, 'utf8').replace(/<script>var Viz.*?<\/script>/s, '').replace(/<script>\s*\/\*.*?<\/script>/s, '')));
  return pages;
}

try {
  checkRuns();
  checkFailures();
  checkDescriptions();
  await checkLog();
  const waiting = await interrupt(['run', 'Shop.Wait']);
  check('an interrupt ends the run as cancelled', waiting.status === 130 && waiting.stdout === '' && waiting.stderr.includes('was cancelled'), JSON.stringify(waiting));
  await checkPages(checkPictures(), work);
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(exitCode());
