/** One HTTP call with a hard deadline: no redirects, no automatic retries, a capped answer. */
package io.tagwatch.notify.http;
