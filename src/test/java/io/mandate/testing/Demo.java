package io.mandate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the demo free ports and a database of its own. Links in mails need the port before the server has it. */
public class Demo implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int port = freePort();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demo test", Map.of(
                "server.port", port,
                "mandate.base-url", "http://localhost:" + port,
                "spring.mail.port", freePort(),
                "mandate.evidence.signing-key", TestKeys.SIGNING,
                "mandate.evidence.checkpoint-file", "",
                "spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1")));
        context.getEnvironment().getPropertySources().addLast(TestEnvironment.patience());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
