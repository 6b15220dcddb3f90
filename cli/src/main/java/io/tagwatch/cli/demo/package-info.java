/**
 * The story that {@code ./tagwatch demo} tells: a fleet, a web shop and a chat on this machine, the
 * real functions between them, and a clock that jumps from minute to minute.
 *
 * <p>{@link io.tagwatch.cli.demo.Demo} sets the stage and plays the {@code Chapters}; {@code
 * Narrator} tells each step and remembers whether it really happened.
 */
package io.tagwatch.cli.demo;
