package org.footbridge.benchmarks.seed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One referral with everything that has happened to it. {@link Telling} writes it, the databases' rows are read from it. */
final class Story {
    /** Children of one referral: more than any story has. */
    private static final int CHILDREN = 1 << 10;

    final long index;
    final UUID id;
    final String number;
    final People.Student student;
    final Form form;
    final Instant submittedAt;
    final List<Step> steps = new ArrayList<>();
    final List<Consent> consents = new ArrayList<>();
    final List<Sending> sendings = new ArrayList<>();

    ReferralState state;
    String urgency;
    Integer tier;
    String outcome;
    Instant triagedAt;
    Instant consentGrantedAt;
    Instant sentAt;
    Instant firstKeptAt;
    Instant closedAt;
    Instant changedAt;
    UUID previous;
    long version = -1;
    /** Of the last event that told of it. */
    long sequence;

    Story(long index, SeedIds ids, People.Student student, Form form, Instant submittedAt) {
        this.index = index;
        this.id = ids.id(Kind.REFERRAL, index, submittedAt);
        this.number = ids.number(index);
        this.student = student;
        this.form = form;
        this.urgency = form.urgency();
        this.submittedAt = submittedAt;
    }

    /** What the form says. {@code receivedOn} is {@code null} unless it came on paper. */
    record Form(
            People.Person referrer,
            People.Person coordinator,
            String urgency,
            List<String> concerns,
            String description,
            String insurance,
            LocalDate receivedOn) {}

    /** A signed consent. Nothing but its revocation ever changes. */
    static final class Consent {
        final UUID id;
        final Offers.Organization recipient;
        final Instant recordedAt;
        Instant revokedAt;

        Consent(UUID id, Offers.Organization recipient, Instant recordedAt) {
            this.id = id;
            this.recipient = recipient;
            this.recordedAt = recordedAt;
        }
    }

    /** Who takes a step. */
    enum Actor {
        REFERRER,
        COORDINATOR,
        AGENCY
    }

    /** A step of one of the three machines, in the order of happening. */
    record Step(String kind, UUID subject, String from, String to, By by, String reason, Instant at) {}

    /** @param agency of a step that an agency takes */
    record By(Actor actor, Offers.Organization agency) {
        static final By REFERRER = new By(Actor.REFERRER, null);
        static final By COORDINATOR = new By(Actor.COORDINATOR, null);
    }

    /** An index for the ids of what belongs to this referral. */
    long child(int ordinal) {
        return index * CHILDREN + ordinal;
    }

    int district() {
        return student.person().district();
    }

    /** One command was carried out: it makes one version and that many events. */
    void told(int events, Instant at) {
        version++;
        sequence += events;
        changedAt = at;
    }

    void move(ReferralState to, By by, String reason, Instant at) {
        steps.add(new Step("REFERRAL", id, state == null ? null : state.name(), to.name(), by, reason, at));
        state = to;
        if (to.isEnd()) {
            closedAt = at;
        }
    }

    boolean isClosedLoop() {
        return sendings.stream().anyMatch(sending -> sending.state.closesLoop());
    }
}
