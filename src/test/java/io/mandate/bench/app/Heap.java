package io.mandate.bench.app;

import java.lang.management.ManagementFactory;

/** What an application keeps in memory. */
final class Heap {

    private Heap() {}

    /** Bytes of the heap in use after a full collection. */
    static long usedAfterCollection() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
