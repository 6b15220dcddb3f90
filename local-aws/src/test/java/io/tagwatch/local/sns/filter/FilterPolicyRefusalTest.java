package io.tagwatch.local.sns.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences and columns were recorded from the service. */
class FilterPolicyRefusalTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"key":[["value"]]}                             | 10 | Match value must be String, number, true, false, or null
          {"key":[{"wrong-operator":true}]}               | 31 | Unrecognized match type wrong-operator
          {"key":[{"suffix":"value","prefix":"value2"}]}  | 37 | Only one key allowed in match expression
          {"key":[{"suffix":100}]}                        | 22 | suffix match pattern must be a string
          {"key":[{"suffix":null}]}                       | 23 | suffix match pattern must be a string
          {"key":[{"suffix":["test","test2"]}]}           | 20 | suffix match pattern must be a string
          {"key":{"suffix":"value"}}                      | 19 | "suffix" must be an object or an array
          {"key":{"not-an-operator":"value"}}             | 28 | "not-an-operator" must be an object or an array
          {"key_a":"value_one"}                           | 11 | "key_a" must be an object or an array
          {"key":[{"numeric":[]}]}                        | 22 | Invalid member in numeric match: ]
          {"key":[{"numeric":["operator"]}]}              | 32 | Unrecognized numeric range operator: operator
          {"key":[{"numeric":[1,"<="]}]}                  | 22 | Invalid member in numeric match: 1
          {"key":[{"numeric":["=","000"]}]}               | 26 | Value of equals must be numeric
          {"key":[{"numeric":[">="]}]}                    | 26 | Value of >= must be numeric
          {"key":[{"numeric":["<",100,">",10]}]}          | 30 | Too many elements in numeric expression
          {"key":[{"numeric":[">=",1,">",2]}]}            | 31 | Bad numeric range operator: >
          {"key":[{"numeric":[">",3,"<",1]}]}             | 33 | Bottom must be less than top
          {"key":[{"numeric":[">",20,"<="]}]}             | 33 | Value of <= must be numeric
          {"key":[{"numeric":[">",20,30]}]}               | 30 | Bad value in numeric range: 30
          {"key":[{"numeric":[">",20,"test"]}]}           | 34 | Bad numeric range operator: test
          {"key":[{"numeric":[">","20","<","30"]}]}       | 26 | Value of > must be numeric
          {"key":[{"numeric":[">",20,"<","30"]}]}         | 33 | Value of < must be numeric
          {"key":[{"numeric":[">",20,"<",30,"<",50]}]}    | 36 | Too many terms in numeric range expression
          {"key":[{"exists":null}]}                       | 23 | exists match pattern must be either true or false.
          {"key":[{"exists":"no"}]}                       | 20 | exists match pattern must be either true or false.
          {"key":[{"anything-but":{"wrong-operator":null}}]} | 47 | Unsupported anything-but pattern: wrong-operator
          {"key":[{"anything-but":{"suffix":"test"}}]}    | 36 | Unsupported anything-but pattern: suffix
          {"key":[{"anything-but":{"exists":false}}]}     | 40 | Unsupported anything-but pattern: exists
          {"key":[{"anything-but":{"prefix":false}}]}     | 40 | prefix match pattern must be a string
          {invalid}                                       | 2  | failed to parse JSON. Unexpected character ('i' (code 105)): was expecting double-quote to start field name
          """)
  void saysWhatIsWrongAndWhere(String policy, int column, String sentence) {
    assertThatThrownBy(() -> FilterPolicy.compile(policy))
        .isInstanceOf(FilterPolicyException.class)
        .hasMessageStartingWith(sentence + "\n at [Source: ")
        .hasMessageEndingWith("line: 1, column: " + column + "]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                  | Filter is not an object
          {}                                  | Empty objects are not allowed
          {"k":[]}                            | Empty arrays are not allowed
          {"k":[{}]}                          | Match expression is empty
          {"k":[{"anything-but":null}]}       | Value of anything-but must be an array or single string/number value.
          {"k":[{"anything-but":["a",1]}]}    | Inside anything but list, either all values
          {"k":[{"anything-but":[true]}]}     | Inside anything but list, start
          {"k":[{"cidr":"10.0.0.0/33"}]}      | Malformed CIDR: 10.0.0.0/33
          {"k":[{"cidr":"nowhere/8"}]}        | Malformed CIDR: nowhere/8
          {"$or":[{"k":["a"]}]}               | There are at least 2 Objects needed
          {"k":["a"]                          | failed to parse JSON. Unexpected end-of-input
          {"k":["a"]} {"k":["a"]}             | Filter is followed by something else
          """)
  void refusesWhatWouldNeverMatchAsMeant(String policy, String sentence) {
    assertThatThrownBy(() -> FilterPolicy.compile(policy))
        .isInstanceOf(FilterPolicyException.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void allowsFiveKeys() {
    assertThatThrownBy(() -> FilterPolicy.compile("{%s}".formatted(list(6, "\"k%d\": [\"v\"]"))))
        .hasMessage("Filter policy can not have more than 5 keys");
  }

  @Test
  void allowsHundredAndFiftyCombinations() throws FilterPolicyException {
    assertThat(FilterPolicy.compile("{\"k\": [%s]}".formatted(list(150, "%d")))).isNotNull();

    assertThatThrownBy(() -> FilterPolicy.compile("{\"k\": [%s]}".formatted(list(151, "%d"))))
        .hasMessage("Filter policy is too complex");
  }

  @Test
  void countsTheValuesOfANestedPropertyOncePerLevel() {
    String policy =
        """
        {"a": {"b": {"c": [1, 2, 3, 4]}}, "d": {"e": [1, 2, 3]}, "f": [1, 2, 3]}
        """;

    assertThatThrownBy(() -> FilterPolicy.compile(policy))
        .hasMessage("Filter policy is too complex");
  }

  @Test
  void addsUpTheAlternativesOfAnOr() throws FilterPolicyException {
    String policy =
        """
        {"source": [1, 2, 3, 4],
         "$or": [{"a": [1, 2, 3, 4, 5%s]},
                 {"b": [1, 2, 3, 4], "$or": [{"c": [1, 2, 3, 4]}, {"d": [1, 2, 3, 4]}]}]}
        """;

    assertThat(FilterPolicy.compile(policy.formatted(""))).isNotNull();
    assertThatThrownBy(() -> FilterPolicy.compile(policy.formatted(", 6")))
        .hasMessage("Filter policy is too complex");
  }

  private static String list(int size, String format) {
    return IntStream.rangeClosed(1, size)
        .mapToObj(format::formatted)
        .collect(Collectors.joining(", "));
  }
}
