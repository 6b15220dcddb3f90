package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.Params;

/** The member DryRun: a request that is in order is refused with a code that says so. */
final class DryRun {
  static final String NAME = "DryRun";

  private DryRun() {}

  /** Called once everything else about the request has been found in order. */
  static void stopHere(Params params) {
    if (params.flag(NAME).orElse(false)) {
      throw Ec2Faults.dryRun();
    }
  }
}
