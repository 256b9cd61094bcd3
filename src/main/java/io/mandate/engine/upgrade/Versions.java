package io.mandate.engine.upgrade;

import java.time.Instant;

public class Versions {
    public record Node(String name, String version, Instant startedAt, Instant seenAt, boolean silent, boolean asDeployed, String brings, boolean self) {}
}
