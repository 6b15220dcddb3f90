/**
 * Why checks are down: what uptime-lambda leaves in the deployment's bucket for notify-lambda,
 * because an alarm only knows that {@code Up} was 0. One object for each shard of the checks.
 */
package io.tagwatch.common.outcome;
