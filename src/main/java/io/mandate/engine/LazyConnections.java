package io.mandate.engine;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * A transaction takes a connection with its first statement: the engine begins several that come to none, such as one after each
 * job, and these neither wait for a connection nor commit on it.
 */
@Component
class LazyConnections implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof LazyConnectionDataSourceProxy)
                ? new LazyConnectionDataSourceProxy(source)
                : bean;
    }
}
