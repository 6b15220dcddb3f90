package io.tagwatch.local;

import com.sun.net.httpserver.HttpHandler;
import io.tagwatch.local.clock.CloudClock;
import io.tagwatch.local.clock.Heartbeat;
import io.tagwatch.local.clock.Ticking;
import io.tagwatch.local.cloudwatch.CloudWatchService;
import io.tagwatch.local.dynamodb.DynamoDbService;
import io.tagwatch.local.ec2.Ec2Service;
import io.tagwatch.local.picture.CloudPicture;
import io.tagwatch.local.protocol.AwsApi;
import io.tagwatch.local.protocol.CloudSetting;
import io.tagwatch.local.protocol.Service;
import io.tagwatch.local.protocol.Switchboard;
import io.tagwatch.local.protocol.WireReply;
import io.tagwatch.local.protocol.WireRequest;
import io.tagwatch.local.s3.S3Service;
import io.tagwatch.local.sns.SnsService;
import io.tagwatch.local.sqs.SqsService;
import io.tagwatch.local.store.Store;
import io.tagwatch.local.view.CloudView;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * CloudWatch, EC2, SNS, SQS, S3 and DynamoDB on one port of 127.0.0.1, for the AWS SDKs and the AWS
 * CLI. Account and time are its own; signatures are read for their region but not verified.
 */
public final class EmbeddedCloud implements AutoCloseable {
  private final LoopbackServer server;
  private final String region;
  private final URI url;
  private final Store store;
  private final CloudClock clock;
  private final Ec2Service ec2;
  private final SqsService sqs;
  private final SnsService sns;
  private final CloudWatchService cloudWatch;
  private final S3Service s3;
  private final DynamoDbService dynamoDb;
  private final Switchboard switchboard;
  private final ToldTime told;
  private final Heartbeat heartbeat;

  private EmbeddedCloud(CloudOptions options, LoopbackServer server, Store store) {
    this.server = server;
    this.region = options.region();
    this.store = store;
    this.url = URI.create("http://127.0.0.1:" + server.port());
    this.told = new ToldTime(store);
    this.clock = told.restoredOr(options.startAt());
    CloudSetting setting = new CloudSetting(options.account(), url, clock, store);
    this.ec2 = new Ec2Service(setting);
    this.sqs = new SqsService(setting);
    this.sns = new SnsService(setting, sqs);
    this.cloudWatch = new CloudWatchService(setting, sns);
    this.s3 = new S3Service(setting, EmbeddedCloud::report);
    this.dynamoDb = new DynamoDbService(setting);
    this.switchboard = new Switchboard(services(), region, EmbeddedCloud::report);
    clock.drive(new KeptTicks());
    server.mount(ClockEndpoint.PATH, new ClockEndpoint(clock));
    server.serve(this::answer, this::keep);
    this.heartbeat = Heartbeat.of(clock, EmbeddedCloud::report);
  }

  /**
   * Starts one.
   *
   * @throws PortOccupiedException when the port is taken
   * @throws io.tagwatch.local.store.StoreException when the data folder cannot be used
   */
  public static EmbeddedCloud start(CloudOptions options) {
    LoopbackServer server = LoopbackServer.bind(options.port());
    try {
      return start(options, server);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static EmbeddedCloud start(CloudOptions options, LoopbackServer server) {
    Store store = options.dataFolder() == null ? Store.forgetful() : Store.in(options.dataFolder());
    try {
      return new EmbeddedCloud(options, server, store);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private Map<AwsApi, Service> services() {
    Map<AwsApi, Service> services = new EnumMap<>(AwsApi.class);
    services.put(AwsApi.CLOUDWATCH, cloudWatch);
    services.put(AwsApi.EC2, ec2);
    services.put(AwsApi.SQS, sqs);
    services.put(AwsApi.SNS, sns);
    services.put(AwsApi.DYNAMODB, dynamoDb);
    return services;
  }

  private Optional<WireReply> answer(WireRequest request) {
    return S3Service.isSigned(request.header("authorization").orElse(null))
        ? Optional.of(s3.serve(request))
        : switchboard.serve(request);
  }

  /** The instances, for those who look at them or listen from inside the process. */
  public Ec2Service ec2() {
    return ec2;
  }

  /** Alarms and metrics, for those who look at them from inside the process. */
  public CloudWatchService cloudWatch() {
    return cloudWatch;
  }

  /** The queues, for those who look at them from inside the process. */
  public SqsService sqs() {
    return sqs;
  }

  /** The topics, for those who publish or listen from inside the process. */
  public SnsService sns() {
    return sns;
  }

  /** The buckets, for those who create one from inside the process. */
  public S3Service s3() {
    return s3;
  }

  /** The tables, for those who create one from inside the process. */
  public DynamoDbService dynamoDb() {
    return dynamoDb;
  }

  /** Everything that there is to see, at this moment; read-only. */
  public CloudView view() {
    return new CloudPicture(ec2, cloudWatch, sns).take(clock.instant(), clock.isSet(), region);
  }

  public int port() {
    return server.port();
  }

  /** Where clients find it, without a slash at the end. */
  public URI url() {
    return url;
  }

  public CloudClock clock() {
    return clock;
  }

  /**
   * Serves something of one's own beside the AWS protocols.
   *
   * @param path exactly this path; one that ends in a slash (but is not the root) also takes
   *     everything below it
   */
  public void mount(String path, HttpHandler handler) {
    server.mount(path, handler);
  }

  private static void report(RuntimeException bug) {
    bug.printStackTrace(System.err);
  }

  /** After every request: what happened is kept, even if the process is killed next. */
  private void keep() {
    told.keep(clock);
    commit();
  }

  private void commit() {
    try {
      store.commit();
    } catch (RuntimeException e) {
      report(e);
    }
  }

  @Override
  public void close() {
    heartbeat.close();
    server.close();
    told.keep(clock);
    store.close();
  }

  /** The ticks of the only service that has any; what one changes is kept at once. */
  private final class KeptTicks implements Ticking {
    @Override
    public boolean everyTenSeconds() {
      return cloudWatch.everyTenSeconds();
    }

    @Override
    public void tick(Instant tick) {
      cloudWatch.tick(tick);
      commit();
    }
  }
}
