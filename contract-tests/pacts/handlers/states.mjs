// Provider states of the pacts for a gateway of your own, in JavaScript: node states.mjs PORT
// Before each request a Pact verifier posts {"state": …, "params": {"id": …, "state": …}}. It then requests the id that the response contains.
import { createServer } from "node:http";
import { json } from "node:stream/consumers";

// Replace it: insert a task that is in this state, and return its id. `contract-verifier replay` knows such ids.
let tasks = 0;
const insertTask = (state) => `${state}:${++tasks}`;

const handlers = {
  "a task is waiting": () => insertTask("waiting"),
  "a task is finished": () => insertTask("finished"),
  "a task has failed": () => insertTask("failed"),
  "a task is polled too often": () => insertTask("rate-limited"),
  "no task has this id": (params) => params.id,
  "no token is sent": () => insertTask("waiting"),
};

const server = createServer(async (request, response) => {
  const { state, params } = await json(request);
  const handler = handlers[state];
  response.writeHead(handler ? 200 : 404, { "Content-Type": "application/json" });
  response.end(JSON.stringify(handler ? { id: handler(params) } : {}));
});
server.listen(Number(process.argv[2]), "127.0.0.1", () => console.log(server.address().port));
