// Waits for tasks with the contract's table of status values and fetch.
//
// wait.ts STATUS_VALUES URL TOKEN OPERATION IDS OUT PAUSE writes a line for each id in the file IDS:
// the id, the number of polls, and the stage at the end, or GAVE_UP. PAUSE is in seconds.

import { readFileSync, writeFileSync } from 'node:fs';

type Task = Record<string, unknown>;
type Table = Record<'values' | 'withResult' | 'wait', Record<string, string>>;

const [statusValues = '', baseUrl = '', token = '', operation = '', ids = '', out = '', pause = ''] = process.argv.slice(2);
if (process.argv.length !== 9) {
  console.error(`expected STATUS_VALUES URL TOKEN OPERATION IDS OUT PAUSE, found ${process.argv.length - 2} arguments`);
  process.exit(2);
}
const table: Table = JSON.parse(readFileSync(statusValues, 'utf8'));
const deadline = 60_000 * Number(/^PT(\d+)M$/.exec(table.wait.deadline ?? '')![1]);
const [toleratedUnknown, gracePolls, again] = [2, 3, [408, 409, 425, 429]];

function stageOf(task: Task): string {
  const value = typeof task.status === 'string' ? task.status.trim().toLowerCase().replace(/[- ]/g, '_') : '';
  const stage = Object.hasOwn(table.values, value) ? table.values[value]! : 'UNKNOWN';
  return task.video_url && Object.hasOwn(table.withResult, value) ? table.withResult[value]! : stage;
}

function hasResult(task: Task): boolean {
  return Boolean(task.video_url) || (task.object === 'video' && !('video_url' in task) && !('detail' in task));
}

/** Returns the task, "unknown", "refused", or undefined to poll again; and Retry-After. */
async function poll(id: string): Promise<[Task | 'unknown' | 'refused' | undefined, number]> {
  const path = operation === 'queryVideoTask' ? '/v1/video/query?id=' : '/v1/videos/';
  const headers = { Authorization: `Bearer ${token}` };
  const signal = AbortSignal.timeout(30_000);
  let response: Response;
  let task: Task = {};
  try {
    response = await fetch(baseUrl + path + encodeURIComponent(id), { headers, signal, redirect: 'manual' });
    const body = await response.text();
    if (again.includes(response.status) || response.status >= 500) {
      return [undefined, Number(response.headers.get('Retry-After')) || 0];
    }
    try {
      const parsed: unknown = JSON.parse(body);
      task = typeof parsed === 'object' && parsed !== null ? (parsed as Task) : {};
    } catch {
      // Not JSON.
    }
  } catch {
    return [undefined, 0];
  }
  if (response.status === 404 || task.code === 'task_not_exist') return ['unknown', 0];
  if (response.status !== 200) return ['refused', 0];
  return ['id' in task || 'status' in task ? task : undefined, 0];
}

/** Returns the number of polls and the stage at the end, or GAVE_UP. */
async function wait(id: string): Promise<[number, string]> {
  let [unknown, grace, ended, start] = [0, 0, undefined as string | undefined, Date.now()];
  for (let polls = 1; ; polls++) {
    const [task, retryAfter] = await poll(id);
    if (typeof task === 'object') {
      unknown = 0;
      const stage = stageOf(task);
      ended = ['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(stage) ? stage : undefined;
      if (ended && (ended !== 'SUCCEEDED' || hasResult(task))) return [polls, ended];
      if (!ended) grace = 0;
    }
    if (task === 'unknown') unknown++;
    if (ended) grace++;
    const over = ended ? grace > gracePolls : task === 'refused' || unknown > toleratedUnknown;
    if (over || Date.now() - start >= deadline) return [polls, ended ?? 'GAVE_UP'];
    const seconds = Number(pause) && Math.max(Number(pause), retryAfter);
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
  }
}

async function main(): Promise<void> {
  const lines: string[] = [];
  for (const id of readFileSync(ids, 'utf8').split('\n').filter(Boolean)) {
    lines.push([id, ...(await wait(id))].join(' ') + '\n');
  }
  writeFileSync(out, lines.join(''));
}

main();
