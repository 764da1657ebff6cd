"""Waits for tasks with the contract's table of status values and the standard library.

wait.py STATUS_VALUES URL TOKEN OPERATION IDS OUT PAUSE writes a line for each id in the file IDS:
the id, the number of polls, and the stage at the end, or GAVE_UP. PAUSE is in seconds.
"""

import json
import pathlib
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

if len(sys.argv) != 8:
    print(f"expected 7 arguments, found {len(sys.argv) - 1}. {__doc__}", file=sys.stderr)
    sys.exit(2)
status_values, base_url, token, operation, ids, out, pause = sys.argv[1:]
table = json.loads(pathlib.Path(status_values).read_text("utf-8"))
DEADLINE = 60 * int(re.fullmatch(r"PT(\d+)M", table["wait"]["deadline"])[1])
TOLERATED_UNKNOWN, GRACE_POLLS, AGAIN = 2, 3, (408, 409, 425, 429)


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """The key must not be sent to another URL."""

    def redirect_request(self, *args):
        return None


opener = urllib.request.build_opener(NoRedirects)


def stage_of(task):
    status = task.get("status")
    value = re.sub("[- ]", "_", status.strip().lower()) if isinstance(status, str) else ""
    stage = table["values"].get(value, "UNKNOWN")
    return table["withResult"].get(value, stage) if task.get("video_url") else stage


def has_result(task):
    openai = task.get("object") == "video" and not {"video_url", "detail"} & task.keys()
    return task.get("video_url") or openai


def poll(id):
    """Returns the task, "unknown", "refused", or None to poll again; and Retry-After."""
    id = urllib.parse.quote(id, safe="")
    path = f"/v1/video/query?id={id}" if operation == "queryVideoTask" else f"/v1/videos/{id}"
    request = urllib.request.Request(base_url + path, headers={"Authorization": f"Bearer {token}"})
    try:
        response = opener.open(request, timeout=30)
    except urllib.error.HTTPError as error:
        response = error
    except OSError:
        return None, 0
    with response:
        status, body, after = response.status, response.read(), response.headers["Retry-After"]
    if status in AGAIN or status >= 500:
        return None, int(after) if after and after.isdecimal() else 0
    try:
        task = json.loads(body)
    except ValueError:
        task = None
    task = task if isinstance(task, dict) else {}
    if status == 404 or task.get("code") == "task_not_exist":
        return "unknown", 0
    return (task if {"id", "status"} & task.keys() else None) if status == 200 else "refused", 0


def wait(id):
    """Returns the number of polls and the stage at the end, or GAVE_UP."""
    polls, unknown, grace, ended, start = 0, 0, 0, None, time.monotonic()
    while True:
        polls += 1
        task, retry_after = poll(id)
        if isinstance(task, dict):
            stage, unknown = stage_of(task), 0
            ended = stage if stage in ("SUCCEEDED", "FAILED", "CANCELLED") else None
            if ended and (ended != "SUCCEEDED" or has_result(task)):
                return polls, ended
            grace = grace if ended else 0
        unknown += task == "unknown"
        grace += ended is not None
        over = grace > GRACE_POLLS if ended else task == "refused" or unknown > TOLERATED_UNKNOWN
        if over or time.monotonic() - start >= DEADLINE:
            return polls, ended or "GAVE_UP"
        time.sleep(max(float(pause), retry_after) if float(pause) else 0)


with open(out, "w", encoding="utf-8") as file:
    for id in pathlib.Path(ids).read_text("utf-8").split():
        print(id, *wait(id), file=file)
