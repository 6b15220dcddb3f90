/**
 * What the tags of one instance ask for. Pure; the entry is {@link
 * io.tagwatch.alarms.tag.ServerTags#read}. Every fault is a {@link
 * io.tagwatch.alarms.tag.RejectedTag}; nothing throws.
 */
package io.tagwatch.alarms.tag;
