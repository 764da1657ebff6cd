// Parses each file of a list as the generated type and writes it again: decode.ts LIST OUT writes OUT/0.json or
// OUT/0.error for the first line, and so on. Types do not exist at run time, so the result is what JSON.parse keeps.

import { readFileSync, writeFileSync } from 'node:fs';
import type { components } from './types';

type VideoTask = components['schemas']['VideoTask'];

const [list = '', out = ''] = process.argv.slice(2);
for (const [number, file] of readFileSync(list, 'utf8').trim().split('\n').entries()) {
  try {
    const task: VideoTask = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(`${out}/${number}.json`, JSON.stringify(task));
  } catch (failure) {
    writeFileSync(`${out}/${number}.error`, String(failure));
  }
}
