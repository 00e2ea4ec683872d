package org.footbridge.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** Settings of the directory. */
@ConfigMapping(prefix = "footbridge.directory")
public interface DirectoryConfig {

    /** Where the outside reaches the suite: the base of the links in {@code GET /hsds/}. */
    @WithDefault("http://localhost:8080")
    String publicUrl();

    /** A capacity confirmed longer ago than this counts as unknown (decision 31). */
    @WithDefault("14d")
    Duration capacityFreshFor();

    /** The zone of the places whose opening hours say no other. */
    @WithDefault("America/Chicago")
    ZoneId zone();

    /** How long a reader may keep an answer of the public directory. */
    @WithDefault("60s")
    Duration maxAge();

    /** Who publishes this directory, shown in {@code GET /hsds/}. */
    Publisher publisher();

    /** The publisher of {@code GET /hsds/}. */
    interface Publisher {
        @WithDefault("Footbridge resource directory")
        String name();

        @WithDefault("directory@prairieview.example")
        String email();

        @WithDefault("https://directory.prairieview.example/")
        String website();
    }
}
