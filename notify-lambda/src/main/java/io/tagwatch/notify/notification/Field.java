package io.tagwatch.notify.notification;

/** One named fact, as plain text. */
public record Field(String name, String value) {}
