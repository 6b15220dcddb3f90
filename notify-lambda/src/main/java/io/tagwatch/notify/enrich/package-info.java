/**
 * What a message does not say but the deployment knows. Between recognition and delivery: {@link
 * io.tagwatch.notify.enrich.Enrichment} takes notifications and gives them back, with more on them.
 */
package io.tagwatch.notify.enrich;
