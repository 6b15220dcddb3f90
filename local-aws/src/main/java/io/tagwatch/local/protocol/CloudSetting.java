package io.tagwatch.local.protocol;

import io.tagwatch.local.store.Store;
import java.net.URI;
import java.time.InstantSource;

/**
 * What every service is built from.
 *
 * @param account the twelve digits of every ARN
 * @param url where the cloud is reached, without a slash at the end
 * @param clock the cloud's time
 * @param store what outlives the process
 */
public record CloudSetting(String account, URI url, InstantSource clock, Store store) {}
