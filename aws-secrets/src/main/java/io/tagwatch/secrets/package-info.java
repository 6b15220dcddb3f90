/**
 * Secrets kept in AWS: parameters of the Systems Manager Parameter Store and secrets of Secrets
 * Manager, read without their SDK clients.
 *
 * <p>{@link io.tagwatch.secrets.AwsSecrets} is the door. Behind it {@code SecretStore} turns a
 * reference into one signed call and its answer into a secret, and {@code SignedCalls} signs and
 * sends.
 */
package io.tagwatch.secrets;
