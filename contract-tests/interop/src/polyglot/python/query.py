"""Sends a request with the generated client.

query.py URL TOKEN OPERATION ID OUT writes the response to the file OUT.
"""

import pathlib
import sys

import openapi_client

url, token, operation, id, out = sys.argv[1:]
configuration = openapi_client.Configuration(host=url, access_token=token)
with openapi_client.ApiClient(configuration) as client:
    api = openapi_client.VideoTasksApi(client)
    send = api.query_video_task if operation == "queryVideoTask" else api.retrieve_video
    pathlib.Path(out).write_text(send(id).to_json(), "utf-8")
