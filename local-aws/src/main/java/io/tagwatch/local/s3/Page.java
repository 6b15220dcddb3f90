package io.tagwatch.local.s3;

import java.util.List;

/**
 * One page of a listing, in the order of the keys' bytes.
 *
 * @param truncated whether more follow after the last of these
 */
record Page(List<StoredObject> objects, boolean truncated) {}
