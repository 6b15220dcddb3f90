package io.tagwatch.uptime.probe;

/**
 * Why a check is down, and where it failed.
 *
 * @param detail one sentence without the reason's name; holds no secret
 */
public record Failure(Reason reason, Phase phase, String detail) {}
