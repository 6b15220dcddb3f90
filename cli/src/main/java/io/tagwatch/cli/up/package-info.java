/**
 * The chain in real time, on a person's own checks and channels: what {@code ./tagwatch up} does.
 */
package io.tagwatch.cli.up;
