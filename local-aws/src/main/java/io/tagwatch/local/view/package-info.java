/**
 * What the embedded cloud holds at one moment, for people: a read-only copy in plain records,
 * without the shapes of any service.
 *
 * <p>Entry point: {@link io.tagwatch.local.view.CloudView}. Instants are UTC on the cloud's own
 * clock, which may be set. Lists are copies and never change afterwards.
 */
package io.tagwatch.local.view;
