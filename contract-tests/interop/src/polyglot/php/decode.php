<?php

// Reads each file that a list names into the generated model and writes what the model gives back:
// decode.php LIST OUT makes OUT/0.json or OUT/0.error of the first line, and so on.

require __DIR__ . '/autoload.php';

use OpenAPI\Client\Model\VideoTask;
use OpenAPI\Client\ObjectSerializer;

foreach (file($argv[1], FILE_IGNORE_NEW_LINES) as $number => $file) {
    $out = "$argv[2]/$number";
    try {
        // As the generated API reads a body.
        $read = json_decode(file_get_contents($file), false, 512, JSON_THROW_ON_ERROR);
        $task = ObjectSerializer::deserialize($read, VideoTask::class);
        $written = json_encode(ObjectSerializer::sanitizeForSerialization($task), JSON_THROW_ON_ERROR);
        file_put_contents("$out.json", $written);
    } catch (Throwable $failure) {
        file_put_contents("$out.error", get_class($failure) . ': ' . $failure->getMessage());
    }
}
