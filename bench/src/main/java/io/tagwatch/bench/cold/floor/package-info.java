/**
 * Handlers that do as little as a handler can, so that what the machine and the JDK cost stands
 * beside what a function costs. They use nothing but the JDK and Lambda's interface.
 */
package io.tagwatch.bench.cold.floor;
