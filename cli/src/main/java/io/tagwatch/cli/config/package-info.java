/**
 * The files that people write: YAML, read into the same tree of {@link
 * io.tagwatch.common.config.Node}s that the functions read from JSON, with the line and column of
 * every value.
 */
package io.tagwatch.cli.config;
