/**
 * Checks that tags of servers ask for: alarms-lambda leaves their list in the deployment's bucket.
 * The entry is {@link io.tagwatch.uptime.discovery.CheckList}.
 */
package io.tagwatch.uptime.discovery;
