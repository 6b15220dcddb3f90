/** Series of the past as CloudWatch gives them, or a file that it was exported to. */
package io.tagwatch.cli.history;
