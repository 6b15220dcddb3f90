/** One class a command: options in, exit code out, the work delegated. */
package io.tagwatch.cli.command;
