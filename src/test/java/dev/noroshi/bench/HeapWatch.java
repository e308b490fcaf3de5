package dev.noroshi.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at the heap ten times a second and remembers the most. */
final class HeapWatch implements AutoCloseable {

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final AtomicLong most = new AtomicLong();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    HeapWatch() {
        clock.scheduleAtFixedRate(
                () -> most.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max),
                0,
                100,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public String toString() {
        memory.gc();
        return "heap: limit %d MiB, most used %d MiB, alive after the last round %d MiB"
                .formatted(
                        mebi(memory.getHeapMemoryUsage().getMax()),
                        mebi(most.get()),
                        mebi(memory.getHeapMemoryUsage().getUsed()));
    }

    private static long mebi(long bytes) {
        return bytes >> 20;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
