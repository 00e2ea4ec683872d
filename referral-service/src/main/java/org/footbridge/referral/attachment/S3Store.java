package org.footbridge.referral.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket. The client blocks, so it works on worker threads. */
class S3Store implements AttachmentStore {
    private static final OpenOptions READ_ONCE =
            new OpenOptions().setWrite(false).setCreate(false).setDeleteOnClose(true);

    private static final int NOT_FOUND = 404;

    private final Vertx vertx;
    private final S3Client client;
    private final String bucket;

    S3Store(Vertx vertx, AttachmentConfig.S3 config) {
        this.vertx = vertx;
        this.client = client(config);
        this.bucket = config.bucket()
                .orElseThrow(() -> new IllegalStateException("footbridge.attachments.s3.bucket names no bucket"));
    }

    private static S3Client client(AttachmentConfig.S3 config) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(config.region()))
                // servers other than AWS do not know the checksums that newer clients send
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.pathStyleAccessEnabled(
                                config.endpoint().isPresent())
                        .chunkedEncodingEnabled(false))
                .credentialsProvider(credentials(config));
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(AttachmentConfig.S3 config) {
        if (config.accessKey().isPresent() && config.secretKey().isPresent()) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    config.accessKey().get(), config.secretKey().get()));
        }
        return DefaultCredentialsProvider.create();
    }

    @Override
    public Uni<Void> put(String key, Path file) {
        return blocking(() -> client.putObject(object -> object.bucket(bucket).key(key), RequestBody.fromFile(file)))
                .replaceWithVoid();
    }

    /** By way of a local file that goes when it is closed: the client blocks, whoever downloads may be slow. */
    @Override
    public Uni<AsyncFile> get(String key) {
        return blocking(() -> local(key))
                .chain(file -> file == null
                        ? Uni.createFrom().nullItem()
                        : Uni.createFrom().completionStage(() -> vertx.fileSystem()
                                .open(file.toString(), READ_ONCE)
                                .toCompletionStage()));
    }

    private Path local(String key) throws IOException {
        Path file = Files.createTempFile("footbridge-download-", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                client.getObject(object -> object.bucket(bucket).key(key), ResponseTransformer.toOutputStream(out));
            }
            return file;
        } catch (S3Exception e) {
            Files.delete(file);
            requireMissing(e);
            return null;
        } catch (RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    @Override
    public Uni<Boolean> has(String key) {
        return blocking(() -> {
            try {
                client.headObject(object -> object.bucket(bucket).key(key));
                return true;
            } catch (S3Exception e) {
                requireMissing(e); // an answer to HEAD has no body that could name the code
                return false;
            }
        });
    }

    @Override
    public Uni<Void> delete(String key) {
        return blocking(() -> {
                    try {
                        return client.deleteObject(
                                object -> object.bucket(bucket).key(key));
                    } catch (S3Exception e) {
                        requireMissing(e); // S3 itself answers 204, others do not
                        return null;
                    }
                })
                .replaceWithVoid();
    }

    /** Throws what the server says, unless it says that there is no such thing. */
    private static void requireMissing(S3Exception answer) {
        if (answer.statusCode() != NOT_FOUND || answer instanceof NoSuchBucketException) {
            throw answer;
        }
    }

    private <T> Uni<T> blocking(Callable<T> call) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(call, false).toCompletionStage());
    }
}
