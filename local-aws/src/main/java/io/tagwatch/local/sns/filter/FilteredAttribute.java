package io.tagwatch.local.sns.filter;

/**
 * A message attribute as a policy sees it.
 *
 * @param dataType {@code String}, {@code String.Array} or {@code Number}; a policy ignores others
 * @param value the text
 */
public record FilteredAttribute(String dataType, String value) {}
