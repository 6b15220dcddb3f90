package io.tagwatch.notify.delivery;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.memory.Memory;
import java.time.InstantSource;

/**
 * What the deliveries to all channels share.
 *
 * @param memory of all channels
 * @param outcomes told what became of each message
 */
public record Surroundings(
    Pause pause, InstantSource clock, Memory memory, JsonLog log, Outcomes outcomes) {}
