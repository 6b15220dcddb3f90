/**
 * Filter policies of subscriptions: JSON in, yes or no per message out. The door is {@link
 * io.tagwatch.local.sns.filter.FilterPolicy}. See "Amazon SNS subscription filter policies" in the
 * developer guide.
 */
package io.tagwatch.local.sns.filter;
