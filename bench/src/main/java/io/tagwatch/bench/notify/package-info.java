/**
 * notify-lambda in a warm process: the time that one message takes, and a thousand of them against
 * a slow service, beside the handler of terraform-aws-notify-slack when its file is there.
 */
package io.tagwatch.bench.notify;
