"""Decodes each file of a list with the generated model and encodes the model again.

decode.py LIST OUT writes OUT/0.json or OUT/0.error for the first line, and so on.
"""

import pathlib
import sys

from openapi_client.models.video_task import VideoTask

for number, file in enumerate(pathlib.Path(sys.argv[1]).read_text("utf-8").splitlines()):
    out = pathlib.Path(sys.argv[2], str(number))
    try:
        task = VideoTask.from_json(pathlib.Path(file).read_text("utf-8"))
        out.with_suffix(".json").write_text(task.to_json(), "utf-8")
    except Exception as failure:  # any exception of the client is a result
        out.with_suffix(".error").write_text(repr(failure), "utf-8", "replace")
