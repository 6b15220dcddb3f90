package io.tagwatch.secrets;

import io.tagwatch.signed.AwsAnswer;
import io.tagwatch.signed.AwsRefusal;

/** Sends calls to AWS. */
interface AwsCalls {

  /**
   * @throws AwsRefusal when there is no good answer, with the reason as the rest of a sentence
   */
  AwsAnswer send(AwsCall call);
}
