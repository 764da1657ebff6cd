"""Reads each file that a list names into the generated model and writes what the model gives back.

decode.py LIST OUT makes OUT/0.json or OUT/0.error of the first line, and so on.
"""

import pathlib
import sys

from openapi_client.models.video_task import VideoTask

for number, file in enumerate(pathlib.Path(sys.argv[1]).read_text("utf-8").splitlines()):
    out = pathlib.Path(sys.argv[2], str(number))
    try:
        task = VideoTask.from_json(pathlib.Path(file).read_text("utf-8"))
        out.with_suffix(".json").write_text(task.to_json(), "utf-8")
    except Exception as failure:  # whatever the client raises is what is measured
        out.with_suffix(".error").write_text(repr(failure), "utf-8", "replace")
