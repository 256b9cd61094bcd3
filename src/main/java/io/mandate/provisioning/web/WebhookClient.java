package io.mandate.provisioning.web;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The HTTP client for services' endpoints: follows no redirect, repeats nothing by itself, keeps no cookies. */
@Component
class WebhookClient implements DisposableBean {

    private final CloseableHttpClient client;

    WebhookClient(WebhookProperties properties) {
        Timeout timeout = Timeout.of(properties.timeout());
        DnsResolver addresses =
                properties.allowPrivateAddresses() ? SystemDefaultDnsResolver.INSTANCE : new PublicAddresses();
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout).setSocketTimeout(timeout).build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout).setConnectionRequestTimeout(timeout).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    RestClient rest() {
        return RestClient.builder().requestFactory(new HttpComponentsClientHttpRequestFactory(client)).build();
    }

    @Override
    public void destroy() throws Exception {
        client.close();
    }
}
