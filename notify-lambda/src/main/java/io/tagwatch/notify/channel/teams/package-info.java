/** Microsoft Teams, by a Workflows webhook. */
package io.tagwatch.notify.channel.teams;
