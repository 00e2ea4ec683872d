package org.footbridge.referral.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where files are kept and who looks at them first. */
@ConfigMapping(prefix = "footbridge.attachments")
interface AttachmentConfig {

    /** {@code file-system} or {@code s3}. */
    @WithDefault("file-system")
    Kind store();

    /** The folder of the file system. */
    @WithDefault(".footbridge/attachments")
    Path directory();

    /** Bytes of the largest file; below the limit of a request's body. */
    @WithDefault("10000000")
    int largest();

    /** How many files may be on their way at once: each takes its room on the local disk until it is kept. */
    @WithDefault("32")
    int atOnce();

    /** How long the bytes of one file may take: who is slower, or has gone, gives the place to somebody else. */
    @WithDefault("2M")
    Duration patience();

    /** The bucket, where the store is {@code s3}. */
    S3 s3();

    /** The virus scanner. */
    Clamd clamd();

    /** Which store. */
    enum Kind {
        FILE_SYSTEM,
        S3
    }

    /** A bucket of S3 or of a server that speaks its protocol. */
    interface S3 {
        Optional<String> bucket();

        @WithDefault("us-east-1")
        String region();

        /** Another server than AWS. */
        Optional<URI> endpoint();

        /** Missing where the environment provides credentials. */
        Optional<String> accessKey();

        Optional<String> secretKey();
    }

    /** A clamd that listens on TCP. */
    interface Clamd {
        /** No file is scanned where it is missing. */
        Optional<String> host();

        @WithDefault("3310")
        int port();

        @WithDefault("20S")
        Duration timeout();
    }
}
