// Decodes each file of a list with the generated model and encodes the model again:
// decode.ts LIST OUT writes OUT/0.json or OUT/0.error for the first line, and so on.

import { readFileSync, writeFileSync } from 'node:fs';
import { VideoTaskFromJSON, VideoTaskToJSON } from './client/index';

const [list = '', out = ''] = process.argv.slice(2);
for (const [number, file] of readFileSync(list, 'utf8').trim().split('\n').entries()) {
  try {
    const task = VideoTaskFromJSON(JSON.parse(readFileSync(file, 'utf8')));
    writeFileSync(`${out}/${number}.json`, JSON.stringify(VideoTaskToJSON(task)));
  } catch (failure) {
    writeFileSync(`${out}/${number}.error`, String(failure));
  }
}
