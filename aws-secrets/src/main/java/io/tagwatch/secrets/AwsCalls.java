package io.tagwatch.secrets;

/** Sends calls to AWS. */
interface AwsCalls {

  /**
   * @throws AwsRefusal when there is no good answer, with the reason as the rest of a sentence
   */
  AwsAnswer send(AwsCall call);
}
