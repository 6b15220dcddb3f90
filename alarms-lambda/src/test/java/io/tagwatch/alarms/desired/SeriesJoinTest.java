package io.tagwatch.alarms.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.fleet.Series;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerState;
import io.tagwatch.alarms.rule.HostJoin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesJoinTest {
  private static final Server ONE = server("i-1", "web", "ip-10-0-0-1.ec2.internal", "10.0.0.1");
  private static final Server TWO = server("i-2", "web", "ip-10-0-0-2.ec2.internal", "10.0.0.2");

  @Test
  void joinsByInstanceIdWithoutAnyRule() {
    SeriesJoin join = new SeriesJoin(List.of(ONE), Optional.empty(), host -> List.of());

    assertThat(join.serverOf(series("InstanceId", "i-1"))).contains("i-1");
    assertThat(join.serverOf(series("InstanceId", "i-9"))).isEmpty();
    assertThat(join.serverOf(series("host", "ip-10-0-0-1"))).isEmpty();
  }

  @Test
  void joinsByPrivateDnsNameWholeOrItsFirstLabel() {
    SeriesJoin join = join(HostJoin.Equals.PRIVATE_DNS, ONE, TWO);

    assertThat(join.serverOf(series("host", "IP-10-0-0-1.ec2.internal"))).contains("i-1");
    assertThat(join.serverOf(series("host", "ip-10-0-0-2"))).contains("i-2");
    assertThat(join.serverOf(series("host", "ip-10-0-0-3"))).isEmpty();
    assertThat(join.serverOf(series("other", "ip-10-0-0-1"))).isEmpty();
  }

  @Test
  void givesAHostThatTwoServersShareToNeither() {
    SeriesJoin join = join(HostJoin.Equals.NAME_TAG, ONE, TWO);

    assertThat(join.serverOf(series("host", "web"))).isEmpty();
    assertThat(join.conflicts())
        .singleElement()
        .satisfies(f -> assertThat(f.problem()).contains("i-1, i-2"));
  }

  @Test
  void joinsByTheAddressThatANameResolvesTo() {
    SeriesJoin join =
        new SeriesJoin(
            List.of(ONE, TWO),
            Optional.of(new HostJoin("host", HostJoin.Equals.ROUTE53)),
            host -> host.equals("db.internal") ? List.of("10.0.0.2") : List.of());

    assertThat(join.serverOf(series("host", "db.internal"))).contains("i-2");
    assertThat(join.serverOf(series("host", "nowhere"))).isEmpty();
  }

  private static SeriesJoin join(HostJoin.Equals equals, Server... servers) {
    return new SeriesJoin(
        List.of(servers), Optional.of(new HostJoin("host", equals)), host -> List.of());
  }

  private static Series series(String dimension, String value) {
    return Series.of(new MetricName("Tagwatch/Host", "mem_used_percent"), Map.of(dimension, value));
  }

  private static Server server(String id, String name, String dns, String address) {
    return new Server(
        id, ServerState.RUNNING, "t3.micro", "linux", false, dns, address, Map.of("Name", name));
  }
}
