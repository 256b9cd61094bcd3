package io.mandate.engine.upgrade;

import io.mandate.engine.ReplacedModels;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Says who this node is. */
@Configuration(proxyBeanMethods = false)
class UpgradeConfiguration {

    /** As it was built; what runs without having been packed has no version. */
    static final String UNVERSIONED = "development";

    @Bean
    ThisNode thisNode(ReplacedModels models, Environment environment) {
        String version = Optional.ofNullable(UpgradeConfiguration.class.getPackage().getImplementationVersion()).orElse(UNVERSIONED);
        return new ThisNode(host() + ":" + environment.getProperty("server.port", "8080"), version, models.files());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
