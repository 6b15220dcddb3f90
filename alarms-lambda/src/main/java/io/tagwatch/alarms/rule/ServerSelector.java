package io.tagwatch.alarms.rule;

import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.common.config.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which servers a profile is for. All conditions must hold; none means every server.
 *
 * @param conditions each compares one property with globs
 */
public record ServerSelector(List<Condition> conditions) {
  /** Every server. */
  public static final ServerSelector ALL = new ServerSelector(List.of());

  public ServerSelector {
    conditions = List.copyOf(conditions);
  }

  /** Properties of a server that a condition may look at. */
  public enum Property {
    TAG,
    PLATFORM,
    INSTANCE_TYPE,
    AUTO_SCALING_GROUP,
    STATE
  }

  /**
   * One comparison.
   *
   * @param tag the key, when the property is a tag; else empty
   * @param globs one must match; case-sensitive
   */
  public record Condition(Property property, String tag, List<Glob> globs) {
    public Condition {
      globs = List.copyOf(globs);
    }

    Optional<String> refusal(Server server) {
      Optional<String> value = value(server);
      if (value.isPresent() && globs.stream().anyMatch(glob -> glob.matches(value.get()))) {
        return Optional.empty();
      }
      String wanted = String.join(" or ", globs.stream().map(Glob::pattern).toList());
      return Optional.of(
          name()
              + value.map(v -> " is \"" + v + "\"").orElse(" is not there")
              + ", wanted is \""
              + wanted
              + "\"");
    }

    private String name() {
      return switch (property) {
        case TAG -> "tag " + tag;
        case PLATFORM -> "platform";
        case INSTANCE_TYPE -> "instance type";
        case AUTO_SCALING_GROUP -> "Auto Scaling group";
        case STATE -> "state";
      };
    }

    private Optional<String> value(Server server) {
      return switch (property) {
        case TAG -> Optional.ofNullable(server.tags().get(tag));
        case PLATFORM -> Optional.of(server.platform());
        case INSTANCE_TYPE -> Optional.of(server.instanceType());
        case AUTO_SCALING_GROUP -> server.autoScalingGroup();
        case STATE -> Optional.of(server.state().word());
      };
    }
  }

  public boolean matches(Server server) {
    return refusals(server).isEmpty();
  }

  /** Why a server is not taken, one entry for each condition that fails; empty when it is taken. */
  public List<String> refusals(Server server) {
    List<String> reasons = new ArrayList<>();
    conditions.forEach(condition -> condition.refusal(server).ifPresent(reasons::add));
    return List.copyOf(reasons);
  }
}
