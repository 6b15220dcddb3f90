/** What a stored event becomes on each channel, and, when asked, what their services answer. */
package io.tagwatch.cli.render;
