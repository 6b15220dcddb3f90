/** What TLS connections of all functions share. */
package io.tagwatch.common.tls;
