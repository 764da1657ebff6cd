"""Checks a client with the wire cases: python3 check.py CLIENT.py

README.md says what CLIENT.py defines. The exit code is 1 if a case failed, 2 if the usage is wrong.
"""
import collections, json, pathlib, runpy, sys

if len(sys.argv) != 2:
    sys.exit(print("usage: python3 check.py CLIENT.py", file=sys.stderr) or 2)
folder = pathlib.Path(__file__).parent
client = runpy.run_path(sys.argv[1])
counts = collections.defaultdict(lambda: [0, 0])


def attempt(call):
    try:
        return call(), None
    except Exception as error:  # any exception of the client is a result
        return None, repr(error)


def same(found, expected):  # in Python 1 == 1.0 == True
    return json.dumps(found, sort_keys=True, default=repr) == json.dumps(expected, sort_keys=True)


def check(kind, name, expected, found, error=None):
    failed = error is not None or not same(found, expected)
    counts[kind][failed] += 1
    if failed:
        shown = error if error is not None else json.dumps(found, default=repr)
        print(f"{kind}, {name}: expected {json.dumps(expected)}, found {shown}")


def check_decoding(topic, cases):
    for case in cases.get("accepts", []):
        model, error = attempt(lambda: client["decode"](case["json"], cases["type"]))
        check(f"{topic} decode", case["case"], True, True, error)
        if error is not None:
            continue
        if "encode" in client:
            check(f"{topic} encode", case["case"], case.get("written", case["json"]), *attempt(lambda: client["encode"](model)))
        if "undeclared" in client and "undeclared" in case:
            check(f"{topic} undeclared", case["case"], case["undeclared"], *attempt(lambda: client["undeclared"](model)))
        for pointer, value in case.get("typed", {}).items() if "typed" in client else ():
            check(f"{topic} typed", f"{case['case']}, {pointer}", value, *attempt(lambda: client["typed"](model, pointer)))
    for case in cases.get("rejects", []):
        check(f"{topic} reject", case["case"], True, attempt(lambda: client["decode"](case["json"], cases["type"]))[1] is not None)


def check_meaning(topic, cases):
    for case in cases:
        found, error = attempt(lambda: client["state"](case["body"], case.get("http", {"status": 200, "type": "application/json"})))
        for key, value in (case.get("gives") or case["error"]).items():
            check(f"{topic} {key}", case["case"], value, (found or {}).get(key), error)


for file in sorted(folder.glob("*.json")):
    if file.name != "wire-cases.schema.json":
        check_decoding(file.stem, json.loads(file.read_text("utf-8")))
for file in sorted(folder.glob("folded/*.json")) if "state" in client else ():
    check_meaning("folded/" + file.stem, json.loads(file.read_text("utf-8")))
for kind, (passed, failed) in counts.items():
    print(f"{kind}: {passed} passed, {failed} failed")
sys.exit(any(failed for _, failed in counts.values()))
