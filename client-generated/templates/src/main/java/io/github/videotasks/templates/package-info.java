/** A generator of OpenAPI Generator: Retrofit interfaces and lossless Moshi models in Java. */
@NullMarked
package io.github.videotasks.templates;

import org.jspecify.annotations.NullMarked;
