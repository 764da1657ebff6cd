// Sends a request with openapi-fetch, a client that uses the generated types: query.ts URL TOKEN OPERATION ID OUT
// writes the response to the file OUT.

import { writeFileSync } from 'node:fs';
import createClient from 'openapi-fetch';
import type { paths } from './types';

const [baseUrl = '', token = '', operation = '', id = '', out = ''] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
const call =
  operation === 'queryVideoTask'
    ? client.GET('/v1/video/query', { params: { query: { id } } })
    : client.GET('/v1/videos/{id}', { params: { path: { id } } });
call.then(({ data, response }) => {
  if (data === undefined) {
    throw new Error(`HTTP ${response.status}`);
  }
  writeFileSync(out, JSON.stringify(data));
});
