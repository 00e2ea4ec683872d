package org.footbridge.local.demo;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.atomic.LongAdder;

/** The demo's accounts (deploy/keycloak) and fixed ids, and a client of the API for each. */
public final class World {
    /** In which the district's days begin. */
    public static final ZoneId ZONE = ZoneId.of("America/Chicago");

    public static final String DISTRICT = "01980000-0000-7000-8000-00000000d001";
    public static final String OTHER_DISTRICT = "01980000-0000-7000-8000-00000000d002";
    public static final String AGENCY = "01980000-0000-7000-8000-00000000a001";
    public static final String OTHER_AGENCY = "01980000-0000-7000-8000-00000000a002";
    public static final String PLATFORM_ADMIN = "platform-admin";
    public static final String DISTRICT_ADMIN = "stf-9001@example.edu";
    public static final String COORDINATOR = "stf-9002@example.edu";
    public static final String EDUCATOR = "stf-9003@example.edu";
    public static final String HIGH_SCHOOL_EDUCATOR = "stf-9004@example.edu";
    public static final String AGENCY_STAFF = "intake@harborlight.example";
    public static final String OTHER_AGENCY_STAFF = "intake@cedarpath.example";
    public static final String OTHER_DISTRICT_ADMIN = "admin@eastfield.example";
    public static final String OTHER_COORDINATOR = "coordinator@eastfield.example";

    private final Place place;
    private final Narrator narrator;
    private final HttpClient http;
    private final Tokens tokens;
    private final LongAdder calls = new LongAdder();

    public World(Place place, Narrator narrator) {
        this.place = place;
        this.narrator = narrator;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.tokens = new Tokens(http, place.issuer());
    }

    /** The API as this account sees it; {@code null} is somebody without a token. */
    public Api as(String account) {
        return new Api(http, place.gateway(), () -> tokens.of(account), account, narrator, calls);
    }

    /** An access token of the account, from the issuer. */
    public String token(String account) {
        return tokens.of(account);
    }

    public Mailbox mail() {
        return new Mailbox(http, place.mailSink());
    }

    /** How many calls of the API were answered so far. */
    public long calls() {
        return calls.sum();
    }

    public Narrator narrator() {
        return narrator;
    }

    public Place place() {
        return place;
    }
}
