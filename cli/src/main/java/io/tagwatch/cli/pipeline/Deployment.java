package io.tagwatch.cli.pipeline;

import io.tagwatch.cli.config.ConfigFolder;
import io.tagwatch.cli.config.Configuration;
import io.tagwatch.cli.config.LaptopForm;
import io.tagwatch.common.Environment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * What Terraform decides on AWS: names, place and the environment of the functions.
 *
 * @param name {@code TAGWATCH_DEPLOYMENT}
 * @param region of everything
 * @param cloud where the services are
 * @param clock the time that functions see
 * @param configuration the three files
 * @param folder where their JSON form is written
 * @param variables the person's own environment, for secrets by reference
 */
public record Deployment(
    String name,
    String region,
    URI cloud,
    InstantSource clock,
    Configuration configuration,
    Path folder,
    Map<String, String> variables) {

  public Deployment {
    variables = Map.copyOf(variables);
  }

  /**
   * The environment of the functions. Only the modelled services are pointed at the embedded cloud,
   * so that secrets in AWS are still read from AWS.
   */
  Environment environment(String topicArn) {
    Map<String, String> all = new HashMap<>(variables);
    all.putIfAbsent("AWS_REGION", region);
    all.putIfAbsent("AWS_ACCESS_KEY_ID", "local");
    all.putIfAbsent("AWS_SECRET_ACCESS_KEY", "local");
    all.put("TAGWATCH_CONFIG_DIR", folder.toString());
    all.put("TAGWATCH_DEPLOYMENT", name);
    all.put("TAGWATCH_TOPIC_ARN", topicArn);
    all.put("TAGWATCH_STATE_BUCKET", stateBucket());
    all.put("TAGWATCH_SHARDS", "1");
    for (String service : new String[] {"CLOUDWATCH", "EC2", "SNS", "SQS", "S3"}) {
      all.put("AWS_ENDPOINT_URL_" + service, cloud.toString());
    }
    return new Environment(all, clock);
  }

  /** Where the functions leave objects for one another; whoever owns the cloud creates it. */
  public String stateBucket() {
    return "tagwatch-" + name + "-state";
  }

  /** {@code TAGWATCH_NAMESPACE} as the functions read it. */
  String namespace() {
    return environment("").namespace();
  }

  /** Writes the three files as the functions read them. */
  void writeConfiguration() throws IOException {
    ConfigFolder.writeJson(LaptopForm.of(configuration.checks()), folder, "checks");
    ConfigFolder.writeJson(configuration.alarms().root(), folder, "alarms");
    ConfigFolder.writeJson(configuration.channels().root(), folder, "channels");
  }
}
