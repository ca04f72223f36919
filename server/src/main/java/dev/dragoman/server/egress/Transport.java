package dev.dragoman.server.egress;

import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Builds the HTTP client with everything switched off that would act on its own.
final class Transport {

  private static final TimeValue KEPT_MAX = TimeValue.ofSeconds(15);
  private static final int HEADERS_MAX = 100;
  private static final int HEADER_LINE_MAX = 8_192;

  private Transport() {}

  static CloseableHttpClient create(
      EgressPolicy policy, EgressLimits limits, DnsResolver dns, SSLContext tls) {
    return HttpClientBuilder.create()
        .setConnectionManager(connections(limits, dns, tls))
        .setRequestExecutor(new CheckedExecutor(policy))
        .setDefaultRequestConfig(requests())
        .setKeepAliveStrategy(
            (response, context) -> {
              var asked =
                  DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(
                      response, context);
              return TimeValue.isPositive(asked) && asked.compareTo(KEPT_MAX) < 0
                  ? asked
                  : KEPT_MAX;
            })
        .setUserAgent("Dragoman")
        .setDefaultHeaders(List.of(new BasicHeader("Accept-Encoding", "identity")))
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableConnectionState()
        .evictExpiredConnections()
        .evictIdleConnections(KEPT_MAX)
        .build();
  }

  private static RequestConfig requests() {
    return RequestConfig.custom()
        .setAuthenticationEnabled(false)
        .setRedirectsEnabled(false)
        .setExpectContinueEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .setContentCompressionEnabled(false)
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      EgressLimits limits, DnsResolver dns, SSLContext tls) {
    var http =
        Http1Config.custom()
            .setMaxHeaderCount(HEADERS_MAX)
            .setMaxLineLength(HEADER_LINE_MAX)
            .build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(dns)
        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
        .setConnectionFactory(
            // The client's own parser skips garbage in search of an answer; this one refuses it.
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(http)
                .responseParserFactory(new DefaultHttpResponseParserFactory(http))
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofMilliseconds(limits.call().connectMillis()))
                .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                .build())
        .setMaxConnTotal(limits.inFlight())
        .setMaxConnPerRoute(limits.perHost())
        .build();
  }
}
