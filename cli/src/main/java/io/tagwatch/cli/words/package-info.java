/** How commands put alarms, lengths of time and money: the same words everywhere. */
package io.tagwatch.cli.words;
