/**
 * S3 as far as the functions use it: buckets with small objects, path style, REST with XML.
 *
 * <p>{@link io.tagwatch.local.s3.S3Service} is the entry. It reads the request into an {@code
 * S3Request}, which refuses every header and parameter that is not modelled; {@code Buckets} hold
 * what was stored, {@code S3Xml} writes listings and refusals.
 */
package io.tagwatch.local.s3;
