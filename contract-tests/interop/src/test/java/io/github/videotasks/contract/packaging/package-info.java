/** Ways to package an application: module path, JDK image, shrinking, native image. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.packaging;
