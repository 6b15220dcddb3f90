/** How much of what it is sent a channel wants to hear, and when. Pure values. */
package io.tagwatch.notify.loudness;
