package io.mandate.provisioning.webhook;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The HTTP client for services' endpoints: follows no redirect, repeats nothing by itself, keeps no cookies, and is not kept
 * waiting or fed without end by a service that wants to.
 */
@Component
class WebhookClient implements DisposableBean {

    static final int MAX_ANSWER = 64 * 1024;
    private static final int MAX_HEADER_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 100;

    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;
    private final long deadlineMillis;

    WebhookClient(WebhookProperties properties) {
        Timeout timeout = Timeout.of(properties.timeout());
        // One timeout to connect, one to answer: however slowly the answer drips in.
        deadlineMillis = 2 * properties.timeout().toMillis();
        deadlines = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "webhook-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        deadlines.setRemoveOnCancelPolicy(true);
        client = client(timeout,
                properties.allowPrivateAddresses() ? SystemDefaultDnsResolver.INSTANCE : new PublicAddresses());
    }

    private static CloseableHttpClient client(Timeout timeout, DnsResolver addresses) {
        Http1Config limits = Http1Config.custom().setMaxLineLength(MAX_HEADER_LINE).setMaxHeaderCount(MAX_HEADERS).build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout).setSocketTimeout(timeout).build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout).setConnectionRequestTimeout(timeout).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** What a service answered; the text is empty where the status is no success, since nobody reads it then. */
    record Answer(int status, String text) {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** An answer is longer than anybody needs. */
    static class AnswerTooLongException extends IOException {}

    /** The service took its time. */
    static class TooSlowException extends IOException {}

    /** Posts JSON. Throws the network's own exceptions, and the two above; their texts may quote what was answered. */
    Answer post(URI endpoint, Map<String, String> headers, String json) throws IOException {
        HttpPost post = new HttpPost(endpoint);
        headers.forEach(post::setHeader);
        post.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        Future<?> deadline = deadlines.schedule(post::cancel, deadlineMillis, TimeUnit.MILLISECONDS);
        // Closing it gives up the connection; what was not read is not waited for.
        try (ClassicHttpResponse response = client.executeOpen(null, post, null)) {
            Answer answer = new Answer(response.getCode(), "");
            return answer.isSuccess() ? new Answer(answer.status(), text(response)) : answer;
        } catch (IOException failed) {
            throw post.isCancelled() ? new TooSlowException() : failed;
        } finally {
            deadline.cancel(false);
        }
    }

    private static String text(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return "";
        }
        byte[] bytes = response.getEntity().getContent().readNBytes(MAX_ANSWER + 1);
        if (bytes.length > MAX_ANSWER) {
            throw new AnswerTooLongException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void destroy() throws Exception {
        deadlines.shutdownNow();
        client.close();
    }
}
