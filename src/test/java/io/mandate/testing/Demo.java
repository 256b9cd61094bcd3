package io.mandate.testing;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** Gives the demo free ports and a database of its own. Links in mails need the port before the server has it. */
public class Demo implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int port = TestSocketUtils.findAvailableTcpPort();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demo test", Map.of(
                "server.port", port,
                "mandate.base-url", "http://localhost:" + port,
                "spring.mail.port", TestSocketUtils.findAvailableTcpPort(),
                "mandate.evidence.signing-key", TestKeys.SIGNING,
                "mandate.evidence.checkpoint-file", "",
                "spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1")));
        context.getEnvironment().getPropertySources().addLast(TestEnvironment.patience());
    }
}
