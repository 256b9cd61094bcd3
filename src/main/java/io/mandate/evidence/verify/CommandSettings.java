package io.mandate.evidence.verify;

import io.mandate.evidence.EvidenceKeys;
import io.mandate.evidence.EvidenceProperties;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The same settings as for the service, from the same places; of the service itself nothing is started. */
final class CommandSettings implements AutoCloseable {

    private static final String FILE_OF_H2 = "jdbc:h2:file:";

    private final ConfigurableApplicationContext context;

    private CommandSettings(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** What is started: no component that the service would find, too. */
    @EnableConfigurationProperties(EvidenceProperties.class)
    @Import(EvidenceKeys.class)
    static class Sources {}

    static CommandSettings of(String... arguments) {
        return new CommandSettings(new SpringApplicationBuilder(Sources.class).web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false).registerShutdownHook(false).lazyInitialization(true)
                .properties(Map.of("logging.level.root", "error")).run(arguments));
    }

    EvidenceKeys keys() {
        return context.getBean(EvidenceKeys.class);
    }

    /** The database; a file of H2 is opened to be read, and must be there. */
    DataSource database() {
        Environment environment = context.getEnvironment();
        String url = environment.getRequiredProperty("spring.datasource.url");
        boolean file = url.startsWith(FILE_OF_H2) && !url.contains("ACCESS_MODE_DATA");
        return new DriverManagerDataSource(file ? url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r" : url,
                environment.getProperty("spring.datasource.username", ""), environment.getProperty("spring.datasource.password", ""));
    }

    @Override
    public void close() {
        context.close();
    }
}
