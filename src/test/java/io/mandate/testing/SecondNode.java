package io.mandate.testing;

import io.mandate.MandateApplication;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One more node of Mandate on the database of a test's context, with the providers of {@link Providers}. It runs to the end, as contexts do. */
public final class SecondNode {

    private SecondNode() {}

    /** Starts it; gives its port. */
    public static int start(String databaseUrl, Map<String, Object> settings) {
        Map<String, Object> own = new LinkedHashMap<>(settings);
        own.put("spring.datasource.url", databaseUrl);
        own.put("server.port", 0);
        ConfigurableApplicationContext node = new SpringApplicationBuilder(MandateApplication.class)
                .initializers(new TestEnvironment(), new Providers(), context -> context.getEnvironment().getPropertySources()
                        .addFirst(new MapPropertySource("second node", own)))
                .run();
        return ((ServletWebServerApplicationContext) node).getWebServer().getPort();
    }
}
