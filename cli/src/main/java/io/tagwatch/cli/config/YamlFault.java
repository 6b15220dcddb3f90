package io.tagwatch.cli.config;

import io.tagwatch.common.config.Place;

/** Ends the reading of a document that cannot be made sense of from here on. */
final class YamlFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Place place;

  YamlFault(Place place, String message) {
    super(message, null, false, false);
    this.place = place;
  }

  Place place() {
    return place;
  }
}
