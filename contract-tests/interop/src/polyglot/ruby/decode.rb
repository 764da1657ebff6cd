# Reads each file that a list names into the generated model and writes what the model gives back:
# decode.rb LIST OUT makes OUT/0.json or OUT/0.error of the first line, and so on.

require 'json'
require 'openapi_client'

File.readlines(ARGV[0], chomp: true).each_with_index do |file, number|
  out = File.join(ARGV[1], number.to_s)
  begin
    # As the generated API reads a body.
    read = JSON.parse(File.read(file, encoding: 'utf-8'), symbolize_names: true)
    task = OpenapiClient::ApiClient.default.convert_to_type(read, 'VideoTask')
    File.write("#{out}.json", OpenapiClient::ApiClient.default.object_to_http_body(task))
  rescue StandardError => e
    File.write("#{out}.error", "#{e.class}: #{e.message}")
  end
end
