package org.footbridge.common.testsupport;

/**
 * A real server of this machine, reached over the loopback interface alone. The local stack and the tests start their
 * servers through it, so that both meet the same PostgreSQL and the same Kafka.
 *
 * <p>After {@link #close()} or {@link #kill()} a server with a given data directory may be started again and finds its
 * data. A temporary data directory goes with {@link #close()}.
 */
public interface LocalServer extends AutoCloseable {

    /** Name for messages, such as {@code postgres}. */
    String name();

    /**
     * Starts the server and returns when it answers.
     *
     * @throws ServerStartException when it dies or does not answer in time; nothing is left running
     */
    void start();

    /** {@code host:port}, known before the start. */
    String address();

    /** Whether the server answers a real request right now. Takes a few seconds at most. */
    boolean isHealthy();

    /** Whether the server's process runs, healthy or not. */
    boolean isAlive();

    /**
     * Process id.
     *
     * @throws IllegalStateException before the first start
     */
    long pid();

    /** Ends the server at once, as a crash would ({@code kill -9}). */
    void kill();

    /** Stops the server in good order and waits for its end. Without effect when it does not run. */
    @Override
    void close();
}
