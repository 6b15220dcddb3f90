package io.tagwatch.local.s3;

import java.time.Instant;

/**
 * One object.
 *
 * @param etag the MD5 of the body in hexadecimal, in quotes
 * @param contentType as the writer said
 */
record StoredObject(
    String bucket, String key, byte[] body, String etag, String contentType, Instant modified) {}
