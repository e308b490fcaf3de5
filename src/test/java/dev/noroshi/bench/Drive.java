package dev.noroshi.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers at the same time, each with one piece of work after the other. */
final class Drive {

    private static final long PAUSE_MILLIS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(6);

    private Drive() {}

    /** Leads one case from its beginning to its end, completing each step as soon as it waits. @return its key */
    static String whole(Cases cases) {
        String key = cases.begin();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<Cases.Waiting> waiting = cases.waiting(key);
            waiting.forEach(step -> cases.complete(key, step));
            if (waiting.isEmpty()) {
                if (cases.ended(key)) {
                    return key;
                }
                cases.pause(key);
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("case " + key + " did not end");
            }
        }
    }

    /**
     * Works in rounds until the JVM has compiled what the work needs: else the figures tell of the compiler, which takes the
     * longer the more code there is. Six minutes at most.
     */
    static void warmUp(Duration round, Runnable work) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long until = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        long compiled;
        do {
            long before = compiler.getTotalCompilationTime();
            rate(4, round, work);
            compiled = compiler.getTotalCompilationTime() - before;
        } while (compiled > round.toMillis() / 10 && System.nanoTime() < until);
    }

    /** @return pieces of work per second; what was begun before {@code time} ended is finished and counted */
    static double rate(int callers, Duration time, Runnable work) {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        long from = System.nanoTime();
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            done.add(pool.submit(() -> repeat(from + time.toNanos(), work)));
        }
        pool.shutdown();
        try {
            int count = 0;
            for (Future<Integer> one : done) {
                count += one.get();
            }
            return count / ((System.nanoTime() - from) / 1e9);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int repeat(long until, Runnable work) {
        int count = 0;
        while (System.nanoTime() < until) {
            work.run();
            count++;
        }
        return count;
    }

    static void pause() {
        rest(Duration.ofMillis(PAUSE_MILLIS));
    }

    static void rest(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
