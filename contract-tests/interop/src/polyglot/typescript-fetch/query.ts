// Sends a request with the generated client: query.ts URL TOKEN OPERATION ID OUT writes the response to the file OUT.

import { writeFileSync } from 'node:fs';
import { Configuration, VideoTaskToJSON, VideoTasksApi } from './client/index';

const [basePath = '', accessToken = '', operation = '', id = '', out = ''] = process.argv.slice(2);
const api = new VideoTasksApi(new Configuration({ basePath, accessToken }));
const response = operation === 'queryVideoTask' ? api.queryVideoTask({ id }) : api.retrieveVideo({ id });
response.then((task) => writeFileSync(out, JSON.stringify(VideoTaskToJSON(task))));
