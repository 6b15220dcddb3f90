/**
 * What starts a run: messages, events and Terraform's calls, recognised by structure. The entry is
 * {@link io.tagwatch.alarms.trigger.Input#parse}.
 */
package io.tagwatch.alarms.trigger;
