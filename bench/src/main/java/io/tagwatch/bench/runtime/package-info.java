/**
 * A packaged function as AWS Lambda runs it: the zip unpacked into a task root, the real Java
 * runtime interface client in a process of its own, and the Runtime API that it polls.
 */
package io.tagwatch.bench.runtime;
