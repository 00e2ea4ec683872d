package org.footbridge.benchmarks.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoriesTest {
    private static final SeedPlan PLAN = new SeedPlan(8_000, 200, 42, LocalDate.of(2026, 11, 1));

    @Test
    void shouldTellTheSameForTheSameSeed() {
        assertThat(checksum(PLAN)).isEqualTo(checksum(PLAN));
    }

    @Test
    void shouldStayTheSameOverReleases() {
        SeedPlan small = new SeedPlan(50, 20, 42, LocalDate.of(2026, 11, 1));

        assertThat(checksum(small)).startsWith("0ab396bac091cc6a");
    }

    @Test
    void shouldTellSomethingElseForAnotherSeedOrDay() {
        SeedPlan otherSeed = new SeedPlan(PLAN.referrals(), PLAN.services(), 43, PLAN.today());
        SeedPlan otherDay = new SeedPlan(
                PLAN.referrals(), PLAN.services(), PLAN.seed(), PLAN.today().plusDays(1));

        assertThat(Set.of(checksum(PLAN), checksum(otherSeed), checksum(otherDay)))
                .hasSize(3);
    }

    @Test
    void shouldReachEveryState() {
        List<Story> stories = stories(PLAN);

        assertThat(stories.stream().map(story -> story.state).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(ReferralState.class));
        assertThat(sendings(stories).map(sending -> sending.state).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(PlacementState.class));
        assertThat(sendings(stories)
                        .flatMap(sending -> sending.visits.stream())
                        .map(visit -> visit.state)
                        .collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(VisitState.class));
    }

    @Test
    void shouldNeverGoBackInTimeNorBeyondTheLastDay() {
        for (Story story : stories(PLAN)) {
            List<Instant> steps = story.steps.stream().map(Story.Step::at).toList();

            assertThat(steps).isSortedAccordingTo(Comparator.naturalOrder());
            assertThat(steps.getLast()).isEqualTo(story.changedAt).isBeforeOrEqualTo(PLAN.now());
            assertThat(Stream.of(story.submittedAt, story.triagedAt, story.consentGrantedAt, story.sentAt)
                            .filter(Objects::nonNull))
                    .isSortedAccordingTo(Comparator.naturalOrder());
        }
    }

    @Test
    void shouldLeaveNoStateOutOfItsHistory() {
        for (Story story : stories(PLAN)) {
            assertThat(lastState(story, "REFERRAL", story.id)).isEqualTo(story.state.name());
            for (Sending sending : story.sendings) {
                assertThat(lastState(story, "PLACEMENT", sending.id)).isEqualTo(sending.state.name());
                assertThat(sending.endedAt != null).isEqualTo(sending.state.isEnd());
            }
            assertThat(story.closedAt != null).isEqualTo(story.state.isEnd());
            assertThat(story.sendings.stream().filter(sending -> !sending.state.isEnd()))
                    .hasSize(story.state == ReferralState.PLACED ? 1 : 0);
        }
    }

    @Test
    void shouldSendOnlyWithALiveConsentOfThatAgency() {
        assertThat(sendings(stories(PLAN)))
                .isNotEmpty()
                .allMatch(sending -> sending.consent.recipient.equals(sending.agency)
                        && !sending.consent.recordedAt.isAfter(sending.sentAt)
                        && (sending.consent.revokedAt == null || sending.consent.revokedAt.isAfter(sending.sentAt))
                        && sending.agency.participating());
    }

    @Test
    void shouldGiveEverythingAnIdAndANumberOfItsOwn() {
        List<Story> stories = stories(PLAN);
        Set<String> numbers = stories.stream().map(story -> story.number).collect(Collectors.toSet());
        Set<UUID> ids = new HashSet<>();
        stories.forEach(story -> ids.add(story.id));
        sendings(stories).forEach(sending -> ids.add(sending.id));

        assertThat(numbers).hasSize(stories.size()).allMatch(number -> number.matches("FB-[0-9A-HJKMNP-TV-Z]{8}"));
        assertThat(ids).hasSize(stories.size() + (int) sendings(stories).count());
    }

    private static String lastState(Story story, String kind, UUID subject) {
        return story.steps.reversed().stream()
                .filter(step -> step.kind().equals(kind) && step.subject().equals(subject))
                .map(Story.Step::to)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Sending> sendings(List<Story> stories) {
        return stories.stream().flatMap(story -> story.sendings.stream());
    }

    private static List<Story> stories(SeedPlan plan) {
        return new Stories(plan).all().toList();
    }

    static String checksum(SeedPlan plan) {
        Checksum checksum = new Checksum();
        List<Story> stories = stories(plan);
        stories.stream()
                .sorted(Comparator.comparing(story -> story.id.toString()))
                .forEach(story -> checksum.add(story.id.toString(), story.state.name()));
        sendings(stories)
                .sorted(Comparator.comparing(sending -> sending.id.toString()))
                .forEach(sending -> checksum.add(sending.id.toString(), sending.state.name()));
        return checksum.value();
    }
}
