/**
 * From a document to validated records, with every mistake found at once.
 *
 * <p>A parser turns YAML or JSON into a tree of {@link io.tagwatch.common.config.Node}s, each of
 * which knows its {@link io.tagwatch.common.config.Place}. Readers walk it through {@link
 * io.tagwatch.common.config.Section}, which collects mistakes in {@link
 * io.tagwatch.common.config.Problems} instead of stopping at the first one.
 */
package io.tagwatch.common.config;
