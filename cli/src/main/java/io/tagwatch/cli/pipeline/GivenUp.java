package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.local.sqs.SqsService;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Messages for people that went to the dead letters of their channel. */
public final class GivenUp {
  private static final ObjectMapper JSON = new ObjectMapper();

  private GivenUp() {}

  /**
   * Listens from now on.
   *
   * @param listener told the channel and the id of the notification; it must not ask the queues
   */
  public static void listen(
      SqsService queues, Topology topology, BiConsumer<String, String> listener) {
    Map<String, String> channels =
        topology.channels().entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getValue().arn(), Map.Entry::getKey));
    queues.onBurial(
        (source, id, body) -> {
          if (channels.containsKey(source)) {
            listener.accept(channels.get(source), notification(id, body));
          }
        });
  }

  /** The MessageId of SNS; the queue's own for what did not come from a topic. */
  private static String notification(String id, String body) {
    try {
      return JSON.readTree(body).path("MessageId").asText(id);
    } catch (JsonProcessingException notFromATopic) {
      return id;
    }
  }
}
