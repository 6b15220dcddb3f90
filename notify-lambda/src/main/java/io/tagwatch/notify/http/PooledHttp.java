package io.tagwatch.notify.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.classic.MinimalHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * HttpClient 5 at its smallest: one pool, no redirects, cookies, proxies or retries. TLS 1.2 and
 * 1.3 with the process's trust store; the JDK verifies host names. Connections are checked when
 * they were idle for longer than 200 ms, since a frozen function misses that its peer hung up.
 * Thread-safe.
 */
public final class PooledHttp implements Http {
  private static final int CONNECTIONS = 20;
  private static final int LONGEST_ANSWER = 64 * 1_024;
  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final ContentType JSON =
      ContentType.create("application/json", StandardCharsets.UTF_8);

  private final MinimalHttpClient client;
  private final Watch watch = new Watch();

  public PooledHttp() {
    client = HttpClients.createMinimal(pool());
  }

  private static PoolingHttpClientConnectionManager pool() {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setTlsSocketStrategy(tls())
        .setMaxConnTotal(CONNECTIONS)
        .setMaxConnPerRoute(CONNECTIONS)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(200))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build())
        .build();
  }

  private static SmallTls tls() {
    try {
      return new SmallTls(SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no TLS", e);
    }
  }

  @Override
  public HttpReply send(HttpCall call, Duration limit) throws IOException {
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
    call.headers().forEach(request::setHeader);
    request.setHeader("User-Agent", "tagwatch");
    if (call.content().isPresent()) {
      HttpContent content = call.content().get();
      request.setEntity(new ByteArrayEntity(content.bytes(), ContentType.parse(content.type())));
    } else if (!call.body().isEmpty()) {
      request.setEntity(new ByteArrayEntity(call.body().getBytes(StandardCharsets.UTF_8), JSON));
    }
    Timeout answer = Timeout.of(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
    request.setConfig(
        RequestConfig.custom()
            .setConnectionRequestTimeout(answer)
            .setResponseTimeout(answer)
            .setRedirectsEnabled(false)
            .build());
    try (Watch.Alarm alarm = watch.after(limit, request::abort)) {
      return answer(request, alarm);
    }
  }

  private HttpReply answer(HttpUriRequestBase request, Watch.Alarm alarm) throws IOException {
    try (ClassicHttpResponse response = open(request)) {
      return read(response);
    } catch (IOException | RuntimeException e) {
      if (alarm.rang()) {
        throw new DeadlineException();
      }
      throw e;
    }
  }

  private ClassicHttpResponse open(HttpUriRequestBase request) throws IOException {
    try {
      return client.executeOpen(
          RoutingSupport.determineHost(request), request, HttpClientContext.create());
    } catch (HttpException e) {
      throw new ClientProtocolException("not an HTTP target", e);
    }
  }

  private static HttpReply read(ClassicHttpResponse response) throws IOException {
    Header after = response.getFirstHeader("Retry-After");
    return new HttpReply(
        response.getCode(), Optional.ofNullable(after).map(Header::getValue), body(response));
  }

  private static String body(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() == null) {
      return "";
    }
    try (InputStream in = response.getEntity().getContent()) {
      byte[] bytes = in.readNBytes(LONGEST_ANSWER);
      if (bytes.length == LONGEST_ANSWER) {
        response.close();
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
