/**
 * The command line: {@code ./tagwatch}. Entry point {@link io.tagwatch.cli.Tagwatch}; each command
 * is a class in {@code command}, which reads options and delegates; what a command does lives in a
 * package of its own and knows nothing of options.
 */
package io.tagwatch.cli;
