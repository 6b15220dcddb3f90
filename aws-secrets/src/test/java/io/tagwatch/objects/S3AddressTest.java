package io.tagwatch.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3AddressTest {

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, https://state.s3.eu-west-1.amazonaws.com/a/b.json",
    "us-gov-west-1, https://state.s3.us-gov-west-1.amazonaws.com/a/b.json",
    "cn-north-1, https://state.s3.cn-north-1.amazonaws.com.cn/a/b.json",
    "us-iso-east-1, https://state.s3.us-iso-east-1.c2s.ic.gov/a/b.json",
    "us-isob-east-1, https://state.s3.us-isob-east-1.sc2s.sgov.gov/a/b.json",
    "eusc-de-east-1, https://state.s3.eusc-de-east-1.amazonaws.eu/a/b.json",
  })
  void isTheBucketsOwnHostInEveryPartition(String region, String expected) {
    S3Address address = new S3Address("state", region, Optional.empty());

    assertThat(address.of("a/b.json")).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:4599", "http://127.0.0.1:4599/"})
  void isThePathBehindAnotherEndpoint(String endpoint) {
    S3Address address = new S3Address("state", "eu-west-1", Optional.of(URI.create(endpoint)));

    assertThat(address.of("a.json")).hasToString("http://127.0.0.1:4599/state/a.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a/../b", "a//b", "a b", "a%2Fb", "a/", "ä"})
  void takesOnlyKeysThatNobodyEscapes(String key) {
    S3Address address = new S3Address("state", "eu-west-1", Optional.empty());

    assertThatThrownBy(() -> address.of(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsWhatABucketMayBeCalled() {
    assertThat(S3Address.isBucket("tagwatch-prod-123456789012")).isTrue();
    assertThat(S3Address.isBucket("with.dots")).isFalse();
    assertThat(S3Address.isBucket("Big")).isFalse();
    assertThat(S3Address.isBucket("ab")).isFalse();
  }
}
