package io.tagwatch.local.sns.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterPolicyTest {

  @ParameterizedTest(name = "{0} and {1} = {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"k": ["a", "b"]}                            | String       | b                | true
          {"k": ["a", "b"]}                            | String       | c                | false
          {"k": ["a"]}                                 | String       | A                | false
          {"k": ["a"]}                                 | String.Array | ["c", "a"]       | true
          {"k": ["a"]}                                 | String.Array | ["c"]            | false
          {"k": ["a"]}                                 | String.Array | not an array     | false
          {"k": [true]}                                | String.Array | ["x", true]      | true
          {"k": [null]}                                | String.Array | [null]           | true
          {"k": ["a"]}                                 | Binary       | YQ==             | false
          {"k": [100]}                                 | Number       | 100.0            | true
          {"k": [100]}                                 | String       | 100              | false
          {"k": ["100"]}                               | Number       | 100              | false
          {"k": [100]}                                 | String.Array | [1e2]            | true
          {"k": [{"prefix": "bas"}]}                   | String       | baseball         | true
          {"k": [{"prefix": "bas"}]}                   | String       | rugby            | false
          {"k": [{"suffix": "ball"}]}                  | String       | baseball         | true
          {"k": [{"suffix": "ball"}]}                  | String       | balls            | false
          {"k": [{"equals-ignore-case": "Tennis"}]}    | String       | TENNIS           | true
          {"k": [{"equals-ignore-case": "Tennis"}]}    | String       | TENNI            | false
          {"k": [{"anything-but": "a"}]}               | String       | b                | true
          {"k": [{"anything-but": ["a", "b"]}]}        | String       | b                | false
          {"k": [{"anything-but": ["a", "b"]}]}        | String.Array | ["a", "c"]       | true
          {"k": [{"anything-but": ["a", "b"]}]}        | String.Array | ["a", "b"]       | false
          {"k": [{"anything-but": [100, 500]}]}        | Number       | 101              | true
          {"k": [{"anything-but": [100, 500]}]}        | Number       | 100.00           | false
          {"k": [{"anything-but": {"prefix": "ord-"}}]}| String       | ord-1            | false
          {"k": [{"anything-but": {"prefix": "ord-"}}]}| String       | cust-1           | true
          {"k": [{"numeric": ["=", 301.5]}]}           | Number       | 3.015e2          | true
          {"k": [{"numeric": ["<", 0]}]}               | Number       | -0.00001         | true
          {"k": [{"numeric": ["<", 0]}]}               | Number       | 0                | false
          {"k": [{"numeric": [">", 0, "<=", 100]}]}    | Number       | 100              | true
          {"k": [{"numeric": [">", 0, "<=", 100]}]}    | Number       | 0                | false
          {"k": [{"numeric": [">=", 0, "<", 100]}]}    | Number       | 0                | true
          {"k": [{"numeric": [">=", 0, "<", 100]}]}    | Number       | 100              | false
          {"k": [{"numeric": [">=", 0]}]}              | String       | 5                | false
          {"k": [{"exists": true}]}                    | String       | anything         | true
          {"k": [{"exists": false}]}                   | String       | anything         | false
          {"other": [{"exists": false}]}               | String       | anything         | true
          {"other": [{"exists": true}]}                | String       | anything         | false
          {"other": [{"anything-but": "a"}]}           | String       | anything         | false
          {"k": [{"cidr": "10.0.0.0/24"}]}             | String       | 10.0.0.255       | true
          {"k": [{"cidr": "10.0.0.0/24"}]}             | String       | 10.0.1.0         | false
          {"k": [{"cidr": "10.0.0.0/24"}]}             | String       | localhost        | false
          {"k": [{"cidr": "fd00::/8"}]}                | String       | fd12::1          | true
          {"k": ["a"], "other": ["x"]}                 | String       | a                | false
          {"$or": [{"k": ["a"]}, {"other": ["x"]}]}    | String       | a                | true
          {"$or": [{"k": ["b"]}, {"other": ["x"]}]}    | String       | a                | false
          """)
  void comparesAttributes(String policy, String type, String value, boolean wanted)
      throws FilterPolicyException {
    FilterPolicy compiled = FilterPolicy.compile(policy);

    assertThat(compiled.wantsAttributes(Map.of("k", new FilteredAttribute(type, value))))
        .isEqualTo(wanted);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": {"b": [{"prefix": "x-"}]}}             | {"a": {"b": "x-1"}}                          | true
          {"a": {"b": [{"prefix": "x-"}]}}             | {"a": {"b": "y"}}                            | false
          {"a": {"b": ["x"]}}                          | {"b": "x"}                                   | false
          {"a": {"b": ["x"], "c": [{"exists": false}]}}| {"a": {"b": "x"}}                            | true
          {"a": {"b": ["x"], "c": [{"exists": false}]}}| {"a": {"b": "x", "c": null}}                 | false
          {"a": {"c": [{"exists": false}]}}            | {}                                           | true
          {"a": [{"exists": true}]}                    | {"a": {"b": 1}}                              | false
          {"a": {"b": ["x"]}}                          | {"a": {"b": ["y", "x"]}}                     | true
          {"r": {"n": ["A"], "k": ["1"]}}              | {"r": [{"n": "A", "k": "2"}, {"n": "B", "k": "1"}]} | false
          {"r": {"n": ["A"], "k": ["1"]}}              | {"r": [{"n": "A", "k": "1"}, {"n": "B"}]}    | true
          {"r": {"o": {"k": ["1"]}}}                   | {"r": [{"o": [[{"k": "1"}]]}]}               | true
          {"a.b.c": ["x"]}                             | {"a": {"b": {"c": "x"}}}                     | true
          {"a.b.c": ["x"]}                             | {"a.b.c": "x"}                               | true
          {"a.b.c": ["x"]}                             | {"a.b": {"c": "x"}}                          | true
          {"a.b.c": ["x"]}                             | {"a": {"b.c": "x"}}                          | true
          {"a.b.c": ["x"]}                             | {"a": {"b": {"c": "y"}}}                     | false
          {"a": {"b": ["x"]}}                          | {"a.b": "x"}                                 | true
          {"n": [7]}                                   | {"n": 7.0}                                   | true
          {"n": [7]}                                   | {"n": "7"}                                   | false
          {"n": [true, null]}                          | {"n": null}                                  | true
          {"n": [false]}                               | {"n": true}                                  | false
          {"n": ["x"]}                                 | "x"                                          | false
          {"n": ["x"]}                                 | [{"n": "x"}]                                 | false
          {"n": ["x"]}                                 | plain text                                   | false
          {"d": {"s": ["S"], "$or": [{"x": [1]}, {"y": [2]}]}} | {"d": {"s": "S", "y": 2}}            | true
          {"d": {"s": ["S"], "$or": [{"x": [1]}, {"y": [2]}]}} | {"d": {"s": "S", "y": 1}}            | false
          """)
  void comparesBodies(String policy, String body, boolean wanted) throws FilterPolicyException {
    assertThat(FilterPolicy.compile(policy).wantsBody(body)).isEqualTo(wanted);
  }

  @Test
  void tellsWhetherItReachesIntoObjects() throws FilterPolicyException {
    assertThat(FilterPolicy.compile("{\"a\": [\"x\"]}").nested()).isFalse();
    assertThat(FilterPolicy.compile("{\"a\": {\"b\": [\"x\"]}}").nested()).isTrue();
    assertThat(FilterPolicy.compile("{\"$or\": [{\"a\": {\"b\": [1]}}, {\"c\": [1]}]}").nested())
        .isTrue();
  }
}
