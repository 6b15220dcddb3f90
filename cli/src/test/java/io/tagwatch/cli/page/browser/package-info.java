/**
 * A small client of the W3C WebDriver protocol, for tests that look at pages with the eyes of a
 * person. Entry point: {@link io.tagwatch.cli.page.browser.Chromium}.
 */
package io.tagwatch.cli.page.browser;
