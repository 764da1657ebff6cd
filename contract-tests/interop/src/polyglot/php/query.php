<?php

// Sends a request with the generated client: query.php URL TOKEN OPERATION ID OUT writes the response to the file OUT.

require __DIR__ . '/autoload.php';

use GuzzleHttp\Client;
use OpenAPI\Client\Api\VideoTasksApi;
use OpenAPI\Client\Configuration;
use OpenAPI\Client\ObjectSerializer;

[, $url, $token, $operation, $id, $out] = $argv;
$configuration = (new Configuration())->setHost($url)->setAccessToken($token);
$task = (new VideoTasksApi(new Client(), $configuration))->$operation($id);
file_put_contents($out, json_encode(ObjectSerializer::sanitizeForSerialization($task), JSON_THROW_ON_ERROR));
