package io.tagwatch.local.protocol;

import java.util.Map;

/**
 * A map of the service model, as against a structure: its keys are the caller's, not the model's.
 * JSON and CBOR write both alike; Query writes a map as {@code entry}, {@code key}, {@code value}.
 *
 * @param values in the order in which they are written
 */
public record Entries(Map<String, ?> values) {}
