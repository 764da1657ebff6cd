# Provider states of the pacts for a gateway of your own, in Python: python3 states.py PORT
# Before each request a Pact verifier posts {"state": …, "params": {"id": …, "state": …}}. It then requests the id that the response contains.
import itertools
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

# Replace it: insert a task that is in this state, and return its id. `contract-verifier replay` knows such ids.
tasks = itertools.count(1)
insert_task = lambda state: f"{state}:{next(tasks)}"

handlers = {
    "a task is waiting": lambda params: insert_task("waiting"),
    "a task is finished": lambda params: insert_task("finished"),
    "a task has failed": lambda params: insert_task("failed"),
    "a task is polled too often": lambda params: insert_task("rate-limited"),
    "no task has this id": lambda params: params["id"],
    "no token is sent": lambda params: insert_task("waiting"),
}


class States(BaseHTTPRequestHandler):
    def do_POST(self):
        change = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        handler = handlers.get(change["state"])
        self.send_response(200 if handler else 404)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps({"id": handler(change["params"])} if handler else {}).encode())


server = HTTPServer(("127.0.0.1", int(sys.argv[1])), States)
print(server.server_port, flush=True)
server.serve_forever()
