/**
 * What a chat would show for a payload: the service's own JSON in, one small document model, and
 * two writers out, HTML for pages and plain text for terminals.
 *
 * <p>Entry points: {@link io.tagwatch.cli.page.chat.ChatReader}, {@link
 * io.tagwatch.cli.page.chat.ChatHtml}, {@link io.tagwatch.cli.page.chat.ChatText}. Payloads are
 * untrusted text throughout: nothing in them becomes markup, a script, a terminal control sequence
 * or a request for a picture.
 */
package io.tagwatch.cli.page.chat;
