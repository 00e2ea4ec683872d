package org.footbridge.referral.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.findify.s3mock.S3Mock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Both stores give back what they were given, and nothing else. */
class StoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Vertx VERTX = Vertx.vertx();
    private static final S3Mock SERVER =
            new S3Mock.Builder().withPort(0).withInMemoryBackend().build();

    private static URI address;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        address = URI.create("http://localhost:" + SERVER.start().localAddress().getPort());
        try (S3Client client = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.US_EAST_1)
                .endpointOverride(address)
                .forcePathStyle(true)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            client.createBucket(bucket -> bucket.bucket("files"));
        }
    }

    @AfterAll
    static void stop() {
        SERVER.shutdown();
        VERTX.close();
    }

    @Test
    void shouldKeepFilesInAFolder() throws Exception {
        Path kept = folder.resolve("kept");
        keeps(new FileSystemStore(VERTX, kept));
        try (Stream<Path> all = Files.walk(kept)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(1).noneMatch(file -> file.toString()
                    .endsWith(".part"));
        }
    }

    @Test
    void shouldKeepFilesInABucket() throws Exception {
        keeps(new S3Store(VERTX, new Bucket()));
    }

    @Test
    void shouldNotLeaveTheFolder() {
        FileSystemStore store = new FileSystemStore(VERTX, folder);
        assertThatThrownBy(() -> store.get("../../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private void keeps(AttachmentStore store) throws Exception {
        // Given
        byte[] bytes = new byte[200_000];
        new java.util.Random(7).nextBytes(bytes);
        Path local = Files.write(folder.resolve("local"), bytes);
        String key = UUID.randomUUID().toString();
        String forgotten = UUID.randomUUID().toString();

        // When
        done(store.put(key, local));
        done(store.put(forgotten, local));
        done(store.delete(forgotten));

        // Then
        assertThat(read(done(store.get(key)))).isEqualTo(bytes);
        assertThat(done(store.has(key))).isTrue();
        assertThat(done(store.has(forgotten))).isFalse();
        assertThat(done(store.get(forgotten))).isNull();
        assertThat(local).exists();
        done(store.delete(UUID.randomUUID().toString()));
    }

    private static byte[] read(AsyncFile file) throws Exception {
        Buffer all = Buffer.buffer();
        CompletableFuture<Void> end = new CompletableFuture<>();
        file.exceptionHandler(end::completeExceptionally);
        file.endHandler(last -> end.complete(null));
        file.handler(all::appendBuffer);
        end.get(30, TimeUnit.SECONDS);
        file.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        return all.getBytes();
    }

    private static <T> T done(Uni<T> step) {
        return step.await().atMost(PATIENCE);
    }

    private record Bucket() implements AttachmentConfig.S3 {
        @Override
        public Optional<String> bucket() {
            return Optional.of("files");
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Optional<URI> endpoint() {
            return Optional.of(address);
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of("key");
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.of("secret");
        }
    }
}
