package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.protocol.Params;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Collects everything in which a request breaks the constraints of the service model, and refuses
 * it in one sentence in the words of AWS, such as "1 validation error detected: Value 'x' at
 * 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [...]".
 */
final class Constraints {
  private final List<String> violations = new ArrayList<>();

  /** The constraints of the request's own members. */
  Subject on(Params params) {
    return new Subject(params, "");
  }

  /**
   * The constraints of a structure inside of the request.
   *
   * @param path such as {@code dimensions.1.member}
   */
  Subject on(Params params, String path) {
    return new Subject(params, path + ".");
  }

  /** Refuses the request if anything was broken. */
  void check() {
    if (!violations.isEmpty()) {
      throw Faults.validation(
          violations.size()
              + (violations.size() == 1 ? " validation error" : " validation errors")
              + " detected: "
              + String.join("; ", violations));
    }
  }

  /**
   * One structure; each method demands something of one member and says nothing when it is absent.
   */
  final class Subject {
    private final Params params;
    private final String path;

    private Subject(Params params, String path) {
      this.params = params;
      this.path = path;
    }

    Subject required(String... members) {
      for (String member : members) {
        if (!params.has(member)) {
          violate("null", member, "Member must not be null");
        }
      }
      return this;
    }

    Subject length(String member, int least, int most) {
      params
          .text(member)
          .ifPresent(text -> within(quoted(text), member, text.length(), least, most));
      return this;
    }

    Subject size(String member, int most) {
      if (params.tree().get(member) instanceof List<?> list) {
        within(quoted(list), member, list.size(), 0, most);
      }
      return this;
    }

    Subject eachLength(String member, int least, int most) {
      for (String text : params.texts(member)) {
        if (text.length() < least || text.length() > most) {
          String inner =
              "Member must satisfy constraint: [Member must have length less than or equal to "
                  + most
                  + ", Member must have length greater than or equal to "
                  + least
                  + "]";
          violate(quoted(params.texts(member)), member, inner);
          break;
        }
      }
      return this;
    }

    Subject oneOf(String member, Collection<String> allowed) {
      params
          .text(member)
          .filter(text -> !allowed.contains(text))
          .ifPresent(
              text ->
                  violate(quoted(text), member, "Member must satisfy enum value set: " + allowed));
      return this;
    }

    Subject eachOneOf(String member, Collection<String> allowed) {
      List<String> texts = params.texts(member);
      if (!allowed.containsAll(texts)) {
        violate(
            quoted(texts),
            member,
            "Member must satisfy constraint: [Member must satisfy enum value set: "
                + allowed
                + "]");
      }
      return this;
    }

    Subject between(String member, int least, int most) {
      OptionalInt value = params.integer(member);
      if (value.isPresent() && value.getAsInt() < least) {
        violate(
            quoted(value.getAsInt()),
            member,
            "Member must have value greater than or equal to " + least);
      } else if (value.isPresent() && value.getAsInt() > most) {
        violate(
            quoted(value.getAsInt()),
            member,
            "Member must have value less than or equal to " + most);
      }
      return this;
    }

    Subject atLeast(String member, int least) {
      return between(member, least, Integer.MAX_VALUE);
    }

    /** A metric's Dimensions, here and in every element. */
    Subject dimensions() {
      size("Dimensions", Limits.DIMENSIONS);
      int position = 1;
      for (Params dimension : params.structures("Dimensions")) {
        on(dimension, path + "dimensions." + position++ + ".member")
            .required("Name", "Value")
            .length("Name", 1, Limits.NAME)
            .length("Value", 1, Limits.DIMENSION_VALUE);
      }
      return this;
    }

    /** Tags, here and in every element. */
    Subject tags() {
      int position = 1;
      for (Params tag : params.structures("Tags")) {
        on(tag, path + "tags." + position++ + ".member")
            .required("Key", "Value")
            .length("Key", 1, Limits.TAG_KEY)
            .length("Value", 0, Limits.TAG_VALUE);
      }
      return this;
    }

    private void within(String value, String member, int length, int least, int most) {
      if (length < least) {
        violate(value, member, "Member must have length greater than or equal to " + least);
      } else if (length > most) {
        violate(value, member, "Member must have length less than or equal to " + most);
      }
    }

    private void violate(String value, String member, String demand) {
      String name = member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
      violations.add(
          "Value " + value + " at '" + path + name + "' failed to satisfy constraint: " + demand);
    }
  }

  private static String quoted(Object value) {
    String text = value instanceof Map<?, ?> ? "{...}" : String.valueOf(value);
    return "'" + (text.length() > 1_100 ? text.substring(0, 1_100) + "..." : text) + "'";
  }
}
