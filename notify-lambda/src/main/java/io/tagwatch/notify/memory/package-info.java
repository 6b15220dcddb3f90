/**
 * What is remembered between messages: by this process, or in a table by all of them. {@link
 * io.tagwatch.notify.memory.Memory} is the door.
 */
package io.tagwatch.notify.memory;
