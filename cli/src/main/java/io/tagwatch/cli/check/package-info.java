/** Asks endpoints once, with the prober of uptime-lambda, and shows what came of it. */
package io.tagwatch.cli.check;
