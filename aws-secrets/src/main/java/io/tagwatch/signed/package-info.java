/**
 * Calls to AWS without an SDK client: credentials as Lambda hands them out, Signature Version 4,
 * and one HTTP request at a time. Shared by {@code io.tagwatch.secrets} and {@code
 * io.tagwatch.objects}; {@link io.tagwatch.signed.JsonService} is for any service with AWS JSON
 * 1.0.
 */
package io.tagwatch.signed;
