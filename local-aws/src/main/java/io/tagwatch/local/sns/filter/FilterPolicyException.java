package io.tagwatch.local.sns.filter;

/** A filter policy that SNS refuses; the message is the service's sentence, place included. */
public final class FilterPolicyException extends Exception {
  private static final long serialVersionUID = 1L;

  FilterPolicyException(String sentence) {
    super(sentence, null, false, false);
  }
}
