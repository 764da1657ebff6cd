# Sends a request with the generated client: query.rb URL TOKEN OPERATION ID OUT writes the response to the file OUT.

require 'json'
require 'uri'
require 'openapi_client'

url, token, operation, id, out = ARGV
server = URI(url)
configuration = OpenapiClient::Configuration.new
configuration.server_index = nil
configuration.scheme = server.scheme
configuration.host = "#{server.host}:#{server.port}"
configuration.access_token = token
client = OpenapiClient::ApiClient.new(configuration)
api = OpenapiClient::VideoTasksApi.new(client)
task = operation == 'queryVideoTask' ? api.query_video_task(id) : api.retrieve_video(id)
File.write(out, client.object_to_http_body(task))
