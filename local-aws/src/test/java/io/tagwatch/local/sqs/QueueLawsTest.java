package io.tagwatch.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class QueueLawsTest {

  /**
   * Whatever consumers do, each group is processed in the order in which it was sent: nothing is
   * given out while an earlier message of its group is neither deleted nor given out with it.
   */
  @Property(tries = 200)
  void aGroupIsAlwaysProcessedInOrder(
      @ForAll @Size(max = 60) List<@IntRange(max = 6) Integer> steps) {
    SqsStory sqs = new SqsStory();
    sqs.createFifo("q.fifo");
    Map<String, Integer> sent = new HashMap<>();
    Map<String, Integer> done = new HashMap<>();
    Map<String, String> handles = new LinkedHashMap<>();
    for (int step : steps) {
      switch (step) {
        case 0, 1, 2 -> {
          String group = "g" + step;
          int number = sent.merge(group, 1, Integer::sum);
          sqs.sendTo("q.fifo", group, group + number, group + " " + number);
        }
        case 3, 4 -> {
          List<String> bodies = new ArrayList<>();
          sqs.receive("q.fifo", step)
              .forEach(
                  each -> {
                    bodies.add((String) each.get("Body"));
                    handles.put((String) each.get("Body"), SqsStory.handle(each));
                  });
          assertInOrder(bodies, done);
        }
        case 5 -> deleteFirst(sqs, handles, done);
        default -> {
          sqs.clock.advanceSeconds(30);
          handles.clear();
        }
      }
    }
  }

  private static void assertInOrder(List<String> bodies, Map<String, Integer> done) {
    Map<String, Integer> next = new HashMap<>(done);
    for (String body : bodies) {
      String[] parts = body.split(" ");
      assertThat(Integer.parseInt(parts[1])).isEqualTo(next.merge(parts[0], 1, Integer::sum));
    }
  }

  private static void deleteFirst(
      SqsStory sqs, Map<String, String> handles, Map<String, Integer> done) {
    if (!handles.isEmpty()) {
      Map.Entry<String, String> first = handles.entrySet().iterator().next();
      handles.remove(first.getKey());
      sqs.delete("q.fifo", first.getValue());
      done.merge(first.getKey().split(" ")[0], 1, Integer::sum);
    }
  }
}
