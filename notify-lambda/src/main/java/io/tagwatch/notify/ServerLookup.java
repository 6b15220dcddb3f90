package io.tagwatch.notify;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.aws.Ec2ServerCards;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.enrich.Enrichment;
import io.tagwatch.notify.enrich.ServerNames;
import io.tagwatch.notify.enrich.ServerTags;
import java.util.List;
import java.util.Optional;

/**
 * What EC2 is asked for: names where messages lack them, and tags where channels route by them. On
 * by default; {@code TAGWATCH_SERVER_NAMES=off} where the function may not look.
 */
final class ServerLookup {
  private ServerLookup() {}

  /**
   * In their order; none where nothing can be looked up.
   *
   * @throws ConfigException when a channel routes by tags that nobody may look up
   */
  static List<Enrichment> of(Environment environment, ChannelsConfig config, JsonLog log) {
    String wanted = environment.value("TAGWATCH_SERVER_NAMES").orElse("on").strip();
    if (!wanted.equals("on") && !wanted.equals("off")) {
      throw ConfigException.of(
          "environment", "TAGWATCH_SERVER_NAMES \"" + wanted + "\" must be on or off");
    }
    List<String> routes = config.routedByTags();
    Optional<String> region = environment.region();
    if (wanted.equals("off") || region.isEmpty()) {
      refuse(routes, wanted.equals("off"));
      return List.of();
    }
    Ec2ServerCards cards = new Ec2ServerCards(environment, region.get());
    return routes.isEmpty()
        ? List.of(new ServerNames(cards, region.get(), environment.clock(), log))
        : ServerTags.andNames(cards, region.get(), environment.clock(), log);
  }

  private static void refuse(List<String> routes, boolean off) {
    if (!routes.isEmpty()) {
      throw ConfigException.of(
          "environment",
          "channels."
              + String.join(".tags, channels.", routes)
              + ".tags: nobody can look up the tags of servers, since "
              + (off
                  ? "TAGWATCH_SERVER_NAMES is off; turn it on (notify = { server_names = true } in"
                      + " Terraform), or leave out \"tags\""
                  : "AWS_REGION is not set; set it, or leave out \"tags\""));
    }
  }
}
