/** Any HTTP endpoint: one versioned JSON envelope. */
package io.tagwatch.notify.channel.webhook;
