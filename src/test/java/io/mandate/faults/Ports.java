package io.mandate.faults;

import java.util.stream.IntStream;
import org.springframework.test.util.TestSocketUtils;

/** Ports of what is stopped and started again. */
final class Ports {

    /** From here on Linux gives ports to connections, as it comes ({@code net.ipv4.ip_local_port_range}). */
    private static final int OF_CONNECTIONS = 32_768;

    private Ports() {}

    /** A free one that no connection, of anybody on this machine, takes while nobody listens there. */
    static int lasting() {
        return IntStream.generate(TestSocketUtils::findAvailableTcpPort).filter(port -> port < OF_CONNECTIONS).findFirst().orElseThrow();
    }
}
