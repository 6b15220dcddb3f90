package io.tagwatch.local.cloudwatch;

/**
 * What a namespace may look like. CloudWatch reserves {@code AWS/} to its own services; the
 * embedded cloud has none that publish, so that data of instances can only come from the outside,
 * and takes it.
 */
final class Namespaces {
  private Namespaces() {}

  static void check(String namespace) {
    if (namespace.isEmpty() || namespace.startsWith(":") || namespace.length() > Limits.NAME) {
      throw Faults.invalidValue("The value " + namespace + " for parameter Namespace is invalid.");
    }
  }
}
