package io.tagwatch.alarms.fleet;

/**
 * An AWS operation that did not do what was asked.
 *
 * @param operation as the API calls it, such as {@code DescribeInstances}
 * @param message one sentence for the operator
 */
public record Failure(String operation, String message) {}
