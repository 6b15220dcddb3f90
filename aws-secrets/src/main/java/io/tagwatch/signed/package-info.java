/**
 * Calls to AWS without an SDK client: credentials as Lambda hands them out, Signature Version 4,
 * and one HTTP request at a time. Shared by {@code io.tagwatch.secrets} and {@code
 * io.tagwatch.objects}.
 */
package io.tagwatch.signed;
