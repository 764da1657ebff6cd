"""The smallest client: the json module of Python."""
import functools
import json


def decode(text, type):
    value = json.loads(text)
    if not isinstance(value, dict):
        raise TypeError("expected an object")
    return value


def encode(model):
    return json.dumps(model, separators=(",", ":"), ensure_ascii=False)


def typed(model, pointer):
    return functools.reduce(lambda value, name: value[int(name) if isinstance(value, list) else name], pointer[1:].split("/"), model)
