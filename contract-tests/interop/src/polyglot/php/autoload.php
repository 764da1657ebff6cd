<?php

// Class loader, in place of the one that Composer would write. Guzzle is loaded from the include path.

require 'GuzzleHttp/autoload.php';
require 'GuzzleHttp/Psr7/autoload.php';

spl_autoload_register(function (string $class): void {
    $file = __DIR__ . '/client/lib/' . strtr(substr($class, strlen('OpenAPI\\Client\\')), '\\', '/') . '.php';
    if (str_starts_with($class, 'OpenAPI\\Client\\') && is_file($file)) {
        require $file;
    }
});
