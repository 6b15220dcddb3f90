package io.tagwatch.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTreeTest {

  @Test
  void readsListsOfQueryByTheirPositions() {
    Map<String, Object> tree = FormTree.read("Names.member.10=c&Names.member.2=b&Names.member.1=a");

    assertThat(tree).isEqualTo(Map.of("Names", List.of("a", "b", "c")));
  }

  @Test
  void readsFlattenedListsOfStructures() {
    Map<String, Object> tree =
        FormTree.read("Filter.1.Name=tag%3AService&Filter.1.Value.1=nginx&Filter.1.Value.2=a+b");

    assertThat(tree)
        .isEqualTo(
            Map.of(
                "Filter",
                List.of(Map.of("Name", "tag:Service", "Value", List.of("nginx", "a b")))));
  }

  @Test
  void readsMapsInTheSpellingsOfTheServices() {
    Map<String, Object> tree =
        FormTree.read(
            "Attributes.entry.1.key=RawMessageDelivery&Attributes.entry.1.value=true"
                + "&MessageAttributes.entry.1.Name=kind"
                + "&MessageAttributes.entry.1.Value.DataType=String"
                + "&MessageAttributes.entry.1.Value.StringValue=alarm");

    assertThat(tree)
        .isEqualTo(
            Map.of(
                "Attributes",
                Map.of("RawMessageDelivery", "true"),
                "MessageAttributes",
                Map.of("kind", Map.of("DataType", "String", "StringValue", "alarm"))));
  }

  @Test
  void readsAnEmptyListAsEmptyText() {
    Params params = new Params(FormTree.read("AlarmActions=&AlarmName=cpu"));

    assertThat(params.texts("AlarmActions")).isEmpty();
    assertThat(params.requiredText("AlarmName")).isEqualTo("cpu");
  }

  @Test
  void keepsAStructureWhoseOnlyMemberIsCalledMember() {
    assertThat(FormTree.read("Outer.member=x")).isEqualTo(Map.of("Outer", Map.of("member", "x")));
  }

  @Test
  void refusesABrokenPercentEscape() {
    assertThatThrownBy(() -> FormTree.read("A=%zz")).isInstanceOf(IllegalArgumentException.class);
  }
}
