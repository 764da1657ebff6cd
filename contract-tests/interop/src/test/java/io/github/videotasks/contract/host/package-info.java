/** Tests of the files that the repository's host reads: issue forms, workflows, Dependabot. */
@org.jspecify.annotations.NullMarked
package io.github.videotasks.contract.host;
