package io.mandate;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets nodes notice that a connection to PostgreSQL is dead though nobody said so, as after a failover: the driver would wait for
 * ever, and each such connection would be lost to its node. What stands in the URL counts before this.
 */
@Component
class DeadConnections implements BeanPostProcessor, EnvironmentAware {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && String.valueOf(pool.getJdbcUrl()).startsWith(POSTGRESQL)) {
            var properties = Binder.get(environment).bindOrCreate("mandate.database", DatabaseProperties.class);
            pool.addDataSourceProperty("socketTimeout", String.valueOf(properties.answerTimeout().toSeconds()));
            pool.addDataSourceProperty("tcpKeepAlive", "true");
        }
        return bean;
    }
}
