/** Writing payloads: JSON, escaping, and cutting to a limit with the cut marked. */
package io.tagwatch.notify.channel.text;
