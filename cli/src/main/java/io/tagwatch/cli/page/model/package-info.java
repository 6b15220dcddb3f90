/**
 * What the page says: the cloud's records, grouped and put into plain words. Everything is worded
 * here and tested here; the script in the browser only draws.
 *
 * <p>Entry points: {@link io.tagwatch.cli.page.model.Scene} in, {@link
 * io.tagwatch.cli.page.model.PageModel} out. A warning and a critical alarm on the same value are
 * one {@code Watch} with two levels, because a person sees one problem, not two.
 */
package io.tagwatch.cli.page.model;
