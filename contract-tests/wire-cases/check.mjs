// Checks a client with the wire cases: node check.mjs CLIENT.mjs
// README.md says what CLIENT.mjs exports. The exit code is 1 if a case failed, 2 if the usage is wrong.
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";

const folder = fileURLToPath(new URL(".", import.meta.url));
if (process.argv.length !== 3) {
  console.error("usage: node check.mjs CLIENT.mjs");
  process.exit(2);
}
const client = await import(pathToFileURL(resolve(process.argv[2])));
const counts = new Map();
const attempt = (call) => {
  try {
    return { value: call() };
  } catch (error) {
    return { error: String(error) };
  }
};
function check(kind, name, expected, found) {
  const count = counts.get(kind) ?? counts.set(kind, { passed: 0, failed: 0 }).get(kind);
  const passed = isDeepStrictEqual(found.value ?? found.error ?? null, expected);
  count[passed ? "passed" : "failed"]++;
  if (!passed) console.log(`${kind}, ${name}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found.value) ?? found.error}`);
}
function checkDecoding(topic, { type, accepts = [], rejects = [] }) {
  for (const { case: name, json, written = json, typed = {}, undeclared } of accepts) {
    const model = attempt(() => client.decode(json, type));
    check(`${topic} decode`, name, true, model.error ? model : { value: true });
    if (model.error) continue;
    if (client.encode) check(`${topic} encode`, name, written, attempt(() => client.encode(model.value)));
    if (client.undeclared && undeclared) check(`${topic} undeclared`, name, undeclared, attempt(() => client.undeclared(model.value)));
    for (const pointer in client.typed ? typed : {}) check(`${topic} typed`, `${name}, ${pointer}`, typed[pointer], attempt(() => client.typed(model.value, pointer)));
  }
  for (const { case: name, json } of rejects) check(`${topic} reject`, name, true, { value: "error" in attempt(() => client.decode(json, type)) });
}
function checkMeaning(topic, cases) {
  for (const { case: name, http = { status: 200, type: "application/json" }, body, gives, error } of cases) {
    const found = attempt(() => client.state(body, http));
    const expected = gives ?? error;
    for (const key in expected) check(`${topic} ${key}`, name, expected[key], attempt(() => (found.error ? found.error : found.value[key])));
  }
}
const read = (path) => readdirSync(folder + path).sort().filter((file) => file.endsWith(".json") && file !== "wire-cases.schema.json").map((file) => [file.slice(0, -5), JSON.parse(readFileSync(folder + path + file))]);
read("").forEach(([topic, file]) => checkDecoding(topic, file));
if (client.state) read("folded/").forEach(([topic, cases]) => checkMeaning("folded/" + topic, cases));
for (const [kind, { passed, failed }] of counts) console.log(`${kind}: ${passed} passed, ${failed} failed`);
process.exitCode = [...counts.values()].some(({ failed }) => failed > 0) ? 1 : 0;
