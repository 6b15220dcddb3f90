/**
 * The embedded cloud: CloudWatch with its alarm engine, EC2, SNS and SQS on one loopback port. The
 * door is {@link io.tagwatch.local.EmbeddedCloud}.
 */
package io.tagwatch.local;
