package io.tagwatch.notify.config;

import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.loudness.Loudness;

/**
 * One entry under {@code channels:}.
 *
 * @param name as the user calls it; the end of its queue's name
 * @param type such as {@code slack}
 * @param chart whether alarms that fire get a picture of their metric
 */
public record ConfiguredChannel(
    String name,
    String type,
    Audience audience,
    Loudness loudness,
    boolean chart,
    ChatService service) {}
