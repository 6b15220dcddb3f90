/**
 * The embedded cloud: CloudWatch with its alarm engine, EC2, SNS, SQS and S3 on one loopback port.
 * The door is {@link io.tagwatch.local.EmbeddedCloud}.
 */
package io.tagwatch.local;
