package io.mandate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Mandate. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MandateApplication {

    public static void main(String[] args) {
        SpringApplication.run(MandateApplication.class, args);
    }
}
