/**
 * Elastic Compute Cloud, API version 2016-11-15 in the EC2 Query protocol: instances, their states
 * and their tags.
 *
 * <p>The door is {@link io.tagwatch.local.ec2.Ec2Service}; {@link io.tagwatch.local.ec2.Ec2Events}
 * is told what EventBridge would be told.
 *
 * <p>Where this differs from AWS, on purpose:
 *
 * <ul>
 *   <li>Transitions take no time. RunInstances answers {@code pending}, StopInstances {@code
 *       stopping}, TerminateInstances {@code shutting-down}; the next look finds {@code running},
 *       {@code stopped}, {@code terminated}. Both states are told as events, in order. A clock that
 *       stands still can therefore not leave an instance half-way.
 *   <li>Every change is seen at once.
 *   <li>A terminated instance stays visible for an hour of the cloud's clock.
 *   <li>Images are not known: every well-formed image id launches.
 * </ul>
 */
package io.tagwatch.local.ec2;
