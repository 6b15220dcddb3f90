/** What delivery asks of AWS, by signed calls without SDK clients. Nothing loads before its use. */
package io.tagwatch.notify.aws;
