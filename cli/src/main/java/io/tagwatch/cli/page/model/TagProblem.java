package io.tagwatch.cli.page.model;

/**
 * A tag that changed nothing because it could not be read, as the run report of alarms-lambda names
 * it.
 *
 * @param subject the instance identifier
 * @param key the tag's key
 * @param problem what is wrong with it
 * @param expected what it should look like
 */
public record TagProblem(String subject, String key, String problem, String expected) {}
