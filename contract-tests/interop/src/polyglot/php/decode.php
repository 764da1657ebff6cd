<?php

// Decodes each file of a list with the generated model and encodes the model again:
// decode.php LIST OUT writes OUT/0.json or OUT/0.error for the first line, and so on.

require __DIR__ . '/autoload.php';

use OpenAPI\Client\Model\VideoTask;
use OpenAPI\Client\ObjectSerializer;

foreach (file($argv[1], FILE_IGNORE_NEW_LINES) as $number => $file) {
    $out = "$argv[2]/$number";
    try {
        // Parsed as the generated API parses a response body.
        $read = json_decode(file_get_contents($file), false, 512, JSON_THROW_ON_ERROR);
        $task = ObjectSerializer::deserialize($read, VideoTask::class);
        $written = json_encode(ObjectSerializer::sanitizeForSerialization($task), JSON_THROW_ON_ERROR);
        file_put_contents("$out.json", $written);
    } catch (Throwable $failure) {
        file_put_contents("$out.error", get_class($failure) . ': ' . $failure->getMessage());
    }
}
