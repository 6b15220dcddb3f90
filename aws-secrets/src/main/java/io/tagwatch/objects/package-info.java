/**
 * Small JSON texts that one function of a deployment leaves for another: {@link
 * io.tagwatch.objects.ObjectStore}, kept in S3 by {@link io.tagwatch.objects.S3ObjectStore}.
 */
package io.tagwatch.objects;
