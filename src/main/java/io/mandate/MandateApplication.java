package io.mandate;

import io.mandate.evidence.verify.EvidenceCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Mandate, or does what the first argument says. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MandateApplication {

    static {
        FixedImplementations.settle();
    }

    public static void main(String[] args) {
        if (EvidenceCommand.isMeant(args)) {
            // A command speaks to whoever gave it, not to the log.
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            System.exit(EvidenceCommand.run(args, out));
        }
        SpringApplication.run(MandateApplication.class, args);
    }
}
