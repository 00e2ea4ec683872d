package org.footbridge.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Runs work for a bounded time, as fast as it goes or at a given rate. The first failure ends it. */
final class Load {
    private Load() {}

    /** Each worker begins the next when the last is done. Returns what was finished per second. */
    static double closed(int workers, Duration time, Runnable work) {
        LongAdder done = new LongAdder();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(() -> {
                    while (System.nanoTime() < end) {
                        work.run();
                        done.increment();
                    }
                }));
            }
            finish(running);
        }
        return done.sum() / ((System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    /** Begins one after the other at the rate, whether or not the ones before are done. */
    static void open(double perSecond, Duration time, Runnable work) {
        long begin = System.nanoTime();
        long count = Math.max(1, (long) (perSecond * time.toSeconds()));
        long gap = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (long i = 0; i < count; i++) {
                long due = begin + i * gap;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                running.add(pool.submit(work));
            }
            finish(running);
        }
    }

    private static void finish(List<Future<?>> running) {
        try {
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load failed: " + e.getCause(), e.getCause());
        }
    }
}
