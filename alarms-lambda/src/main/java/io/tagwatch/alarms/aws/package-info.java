/** The ports, spoken through the AWS SDK. Nothing outside this package sees an SDK type. */
package io.tagwatch.alarms.aws;
