/** Where people read: two streams, colour only where it is wanted, aligned tables. */
package io.tagwatch.cli.terminal;
