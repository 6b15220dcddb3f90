/** Faster cryptography for an environment that lives long enough to profit from it. */
package io.tagwatch.uptime.crypto;
