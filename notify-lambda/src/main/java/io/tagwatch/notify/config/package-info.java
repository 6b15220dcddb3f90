/** channels.yaml to validated records, with every mistake at once. */
package io.tagwatch.notify.config;
