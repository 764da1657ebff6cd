# Decodes each file of a list with the generated model and encodes the model again:
# decode.rb LIST OUT writes OUT/0.json or OUT/0.error for the first line, and so on.

require 'json'
require 'openapi_client'

File.readlines(ARGV[0], chomp: true).each_with_index do |file, number|
  out = File.join(ARGV[1], number.to_s)
  begin
    # Parsed as the generated API parses a response body.
    read = JSON.parse(File.read(file, encoding: 'utf-8'), symbolize_names: true)
    task = OpenapiClient::ApiClient.default.convert_to_type(read, 'VideoTask')
    File.write("#{out}.json", OpenapiClient::ApiClient.default.object_to_http_body(task))
  rescue StandardError => e
    File.write("#{out}.error", "#{e.class}: #{e.message}")
  end
end
