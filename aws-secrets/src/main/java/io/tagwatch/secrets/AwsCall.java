package io.tagwatch.secrets;

import io.tagwatch.signed.Partitions;
import java.net.URI;
import java.util.Optional;

/**
 * One call in AWS JSON 1.1.
 *
 * @param service the name in host names and signatures: {@code ssm}
 * @param title the name for people
 * @param target the header {@code X-Amz-Target}: {@code AmazonSSM.GetParameter}
 * @param region where to ask
 * @param endpoint overrides the service's own host
 * @param body the request as JSON
 */
record AwsCall(
    String service,
    String title,
    String target,
    String region,
    Optional<URI> endpoint,
    String body) {

  /** The permission that allows it: {@code ssm:GetParameter}. */
  String permission() {
    return service + ":" + target.substring(target.indexOf('.') + 1);
  }

  /** Where it goes: the override, else the host of the region's partition. */
  URI uri() {
    return endpoint.orElseGet(
        () ->
            URI.create(
                "https://" + service + "." + region + "." + Partitions.dnsSuffix(region) + "/"));
  }
}
