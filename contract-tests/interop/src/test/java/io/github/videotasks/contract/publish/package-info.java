/** Tests of the published artifacts: complete and listed in the manifest. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.publish;
