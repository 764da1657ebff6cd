/** Tests of the rules for the dependencies of every module. */
package io.github.videotasks.contract.dependencies;
