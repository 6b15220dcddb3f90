package io.tagwatch.uptime.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 9535, and what else its sections demand. */
class JsonPathTest {
  private static final String STORE =
      """
      {"store": {
        "book": [
          {"category": "reference", "author": "Nigel Rees", "title": "Sayings", "price": 8.95},
          {"category": "fiction", "author": "Evelyn Waugh", "title": "Sword", "price": 12.99},
          {"category": "fiction", "author": "Herman Melville", "title": "Moby Dick",
           "isbn": "0-553-21311-3", "price": 8.99},
          {"category": "fiction", "author": "J. R. R. Tolkien", "title": "Lord",
           "isbn": "0-395-19395-8", "price": 22.99}
        ],
        "bicycle": {"color": "red", "price": 399}
      }}""";

  private static final String FILTERS =
      """
      {"a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
       "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}},
       "e": "f"}""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "$.store.book[*].author # [Nigel Rees, Evelyn Waugh, Herman Melville, J. R. R. Tolkien]",
        "$..author # [Nigel Rees, Evelyn Waugh, Herman Melville, J. R. R. Tolkien]",
        "$.store..price # [8.95, 12.99, 8.99, 22.99, 399]",
        "$..book[2].author # [Herman Melville]",
        "$..book[2].publisher # []",
        "$..book[-1].title # [Lord]",
        "$..book[0,1].title # [Sayings, Sword]",
        "$..book[:2].title # [Sayings, Sword]",
        "$..book[?@.isbn].title # [Moby Dick, Lord]",
        "$..book[?@.price<10].title # [Sayings, Moby Dick]",
        "$['store']['bicycle'][\"color\"] # [red]",
        "$.store.book[?@.price > $.store.bicycle.price] # []",
        "$ .store [ 'bicycle' ] .price # [399]",
      })
  void selectsTheBooksOfTheStandard(String path, String expected) {
    assertThat(JsonPath.parse(path).select(JsonText.parse(STORE)).toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "$.a[?@.b == 'kilo'] # [{b=kilo}]",
        "$.a[?(@.b == 'kilo')] # [{b=kilo}]",
        "$.a[?@>3.5] # [5, 4, 6]",
        "$.a[?@.b] # [{b=j}, {b=k}, {b={}}, {b=kilo}]",
        "$[?@.*] # [[3, 5, 1, 2, 4, 6, {b=j}, {b=k}, {b={}}, {b=kilo}], {p=1, q=2, r=3, s=5, t={u=6}}]",
        "$[?@[?@.b]] # [[3, 5, 1, 2, 4, 6, {b=j}, {b=k}, {b={}}, {b=kilo}]]",
        "$.o[?@<3, ?@<3] # [1, 2, 1, 2]",
        "$.a[?@<2 || @.b == \"k\"] # [1, {b=k}]",
        "$.a[?match(@.b, \"[jk]\")] # [{b=j}, {b=k}]",
        "$.a[?search(@.b, \"[jk]\")] # [{b=j}, {b=k}, {b=kilo}]",
        "$.o[?@>1 && @<4] # [2, 3]",
        "$.o[?@.u || @.x] # [{u=6}]",
        "$.a[?@.b == $.x] # [3, 5, 1, 2, 4, 6]",
        "$.a[?@ == @] # [3, 5, 1, 2, 4, 6, {b=j}, {b=k}, {b={}}, {b=kilo}]",
        "$.a[?length(@.b) == 4] # [{b=kilo}]",
        "$[?count(@.*) == 5] # [{p=1, q=2, r=3, s=5, t={u=6}}]",
        "$.a[?!@.b] # [3, 5, 1, 2, 4, 6]",
        "$.o[?value(@..u) == 6] # [{u=6}]",
        "$.a[1:3] # [5, 1]",
        "$.a[5:0:-2] # [6, 2, 5]",
        "$.a[0:6:0] # []",
        "$.a[-2:] # [{b={}}, {b=kilo}]",
        "$['a','e'][0] # [3]",
      })
  void decidesTheFiltersOfTheStandard(String path, String expected) {
    assertThat(JsonPath.parse(path).select(JsonText.parse(FILTERS)).toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "$.",
        "$..",
        "$[",
        "$[]",
        "$['a",
        "$[01]",
        "$[-0]",
        "$.1a",
        "$[?]",
        "$[?@.a = 1]",
        "$[?@.*==1]",
        "$[?length(@.*)==1]",
        "$[?count(1)==1]",
        "$[?match(@.a)]",
        "$[?unknown(@)]",
        "$[?length(@)]",
        "$[?1]",
        "$ ",
        " $",
        "$[9007199254740992]",
        "$['\\x']",
        "$[?@.a==1 &&]",
        "$['\\ud800']",
        "$[?match(@.a,'b')==true]"
      })
  void refusesWhatTheStandardDoesNotKnow(String path) {
    assertThatThrownBy(() -> JsonPath.parse(path))
        .isInstanceOf(JsonPathSyntaxException.class)
        .hasMessageContaining("of the path");
  }

  @Test
  void readsEscapesInNames() {
    Object document = JsonText.parse("{\"a'b\": 1, \"\\u263a\": 2, \"\\ud834\\udd1e\": 3}");

    assertThat(JsonPath.parse("$['a\\'b', '\\u263a', \"\\uD834\\uDD1E\"]").select(document))
        .hasToString("[1, 2, 3]");
  }

  @Test
  void endsWhereThePathEnds() {
    String text = "json $.a['x y'] .b == 1";

    JsonPath.Prefix prefix = JsonPath.parsePrefix(text, 5);

    assertThat(prefix.path()).hasToString("$.a['x y'] .b");
    assertThat(text.substring(prefix.end())).isEqualTo(" == 1");
  }

  @Test
  void keepsNumbersExact() {
    Object document = JsonText.parse("{\"n\": 0.1, \"big\": 12345678901234567890.1234567890}");

    assertThat(JsonPath.parse("$[?@ == 0.10]").select(document)).hasToString("[0.1]");
    assertThat(JsonPath.parse("$.big").select(document))
        .hasToString("[12345678901234567890.1234567890]");
  }

  @Test
  void stopsAQueryThatWouldRunForMinutes() {
    Object document = JsonText.parse("[" + "1,".repeat(4_000) + "1]");

    assertThatThrownBy(() -> JsonPath.parse("$[?count($[*][?@]) < count($..*)]").select(document))
        .isInstanceOf(TooMuchWorkException.class);
  }
}
