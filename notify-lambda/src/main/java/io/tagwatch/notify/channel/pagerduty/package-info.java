/** PagerDuty, Events API v2. */
package io.tagwatch.notify.channel.pagerduty;
