/** What a stored event becomes on each channel, without sending anything. */
package io.tagwatch.cli.render;
