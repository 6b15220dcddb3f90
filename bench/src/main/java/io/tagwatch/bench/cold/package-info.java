/**
 * How soon a packaged function gives its first answer, how fast it is once warm, how much memory it
 * takes and how large it is: each function alone on one core, with the JVM flags of Lambda's Java
 * runtimes.
 */
package io.tagwatch.bench.cold;
