@NullMarked
package io.github.videotasks.contract.http;

import org.jspecify.annotations.NullMarked;
