package io.tagwatch.cli.pipeline;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.tagwatch.common.Environment;
import io.tagwatch.local.EmbeddedCloud;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The functions that Terraform declares: handler, environment, layer and timeout. */
final class DeclaredFunctions {
  private final DeclaredResources declared;
  private final EmbeddedCloud cloud;
  private final Path opt;
  private final Map<String, String> outside;
  private final Map<String, FunctionHost> functions = new HashMap<>();

  /**
   * @param opt where the layer is unpacked
   * @param outside environment that Lambda itself provides
   */
  DeclaredFunctions(
      DeclaredResources declared, EmbeddedCloud cloud, Path opt, Map<String, String> outside) {
    this.declared = declared;
    this.cloud = cloud;
    this.opt = opt;
    this.outside = outside;
  }

  /** The same queue, at the embedded cloud. */
  String local(String url) {
    return cloud.url() + url.substring(url.indexOf('/', "https://".length()));
  }

  FunctionHost byAlias(String aliasArn) {
    JsonNode alias = declared.one("aws_lambda_alias", "arn", aliasArn);
    return functions.computeIfAbsent(alias.path("function_name").asText(), this::function);
  }

  private FunctionHost function(String name) {
    JsonNode function = declared.one("aws_lambda_function", "function_name", name);
    Map<String, String> variables = new HashMap<>(outside);
    for (Map.Entry<String, JsonNode> variable :
        function.path("environment").path(0).path("variables").properties()) {
      String value = variable.getValue().asText();
      variables.put(
          variable.getKey(),
          value.startsWith("/opt/")
              ? opt.resolve(value.substring("/opt/".length())).toString()
              : value);
    }
    if (variables.containsKey("TAGWATCH_QUEUE_URL")) {
      variables.computeIfPresent("TAGWATCH_QUEUE_URL", (key, url) -> local(url));
    }
    try {
      RequestStreamHandler handler =
          (RequestStreamHandler)
              Class.forName(function.path("handler").asText())
                  .getConstructor(Environment.class)
                  .newInstance(new Environment(variables, cloud.clock()));
      Duration timeout = Duration.ofSeconds(function.path("timeout").asLong());
      return new FunctionHost(name, timeout, handler);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(name + " cannot be made", e);
    }
  }
}
