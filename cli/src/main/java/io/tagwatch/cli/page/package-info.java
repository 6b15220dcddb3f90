/**
 * The page at the embedded cloud's root, and the report that is the same page in one file.
 *
 * <p>Entry points: {@link io.tagwatch.cli.page.Page} and {@link io.tagwatch.cli.page.Report}. What
 * the page says is decided in {@code model}, how a chat message looks in {@code chat}; the
 * resources beside this package draw it with plain JavaScript and Chart.js, without a build step
 * and without a request to anywhere else.
 */
package io.tagwatch.cli.page;
