package io.tagwatch.local.sns.filter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tagwatch.local.sns.filter.Group.Condition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a policy token by token, so that a refusal tells where it stopped, as the service's does.
 * The sentences are the service's.
 */
final class PolicyCompiler {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String OR = "$or";

  private final String json;

  PolicyCompiler(String json) {
    this.json = json;
  }

  Group compile() throws FilterPolicyException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw refusal(parser, "Filter is not an object");
      }
      Group group = group(parser);
      if (parser.nextToken() != null) {
        throw refusal(parser, "Filter is followed by something else");
      }
      return group;
    } catch (RefusedException refused) {
      throw new FilterPolicyException(refused.getMessage());
    } catch (JsonParseException notJson) {
      throw new FilterPolicyException("failed to parse JSON. " + notJson.getMessage());
    } catch (IOException e) {
      throw new IllegalStateException("Reading a text does not fail", e);
    }
  }

  private static Group group(JsonParser parser) throws IOException {
    Map<String, Condition> fields = new LinkedHashMap<>();
    List<List<Group>> alternatives = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY && name.equals(OR)) {
        alternatives.add(alternatives(parser));
      } else if (token == JsonToken.START_ARRAY) {
        fields.put(name, new Condition.AnyOf(rules(parser)));
      } else if (token == JsonToken.START_OBJECT) {
        fields.put(name, new Condition.Nested(group(parser)));
      } else {
        throw refusal(parser, "\"" + name + "\" must be an object or an array");
      }
    }
    if (fields.isEmpty() && alternatives.isEmpty()) {
      throw refusal(parser, "Empty objects are not allowed");
    }
    return new Group(fields, alternatives);
  }

  private static List<Group> alternatives(JsonParser parser) throws IOException {
    List<Group> groups = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw refusal(parser, "\"$or\" must be an array of objects");
      }
      groups.add(group(parser));
    }
    if (groups.size() < 2) {
      throw refusal(parser, "There are at least 2 Objects needed for \"$or\" relationship");
    }
    return groups;
  }

  private static List<Rule> rules(JsonParser parser) throws IOException {
    List<Rule> rules = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      rules.add(
          parser.currentToken() == JsonToken.START_OBJECT
              ? MatchExpression.read(parser)
              : value(parser));
    }
    if (rules.isEmpty()) {
      throw refusal(parser, "Empty arrays are not allowed");
    }
    return rules;
  }

  private static Rule value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> new Rule.ExactText(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Rule.ExactNumber(parser.getDecimalValue());
      case VALUE_TRUE -> new Rule.Keyword(true);
      case VALUE_FALSE -> new Rule.Keyword(false);
      case VALUE_NULL -> new Rule.Keyword(null);
      default -> throw refusal(parser, "Match value must be String, number, true, false, or null");
    };
  }

  static RefusedException refusal(JsonParser parser, String sentence) {
    return new RefusedException(parser, sentence);
  }

  /** A refusal on its way out, with the place where the parser stood. */
  static final class RefusedException extends JsonParseException {
    private static final long serialVersionUID = 1L;

    RefusedException(JsonParser parser, String sentence) {
      super(parser, sentence);
    }
  }
}
