package org.footbridge.referral.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.footbridge.referral.casefile.CaseFileMother.CLINIC;
import static org.footbridge.referral.casefile.CaseFileMother.COORDINATOR;
import static org.footbridge.referral.casefile.CaseFileMother.NOW;
import static org.footbridge.referral.casefile.CaseFileMother.placement;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.casefile.Changes.Happened;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.AppointmentState;
import org.footbridge.referral.placement.DeclineCode;
import org.footbridge.referral.placement.Destination;
import org.footbridge.referral.placement.Modality;
import org.footbridge.referral.placement.PlacementState;
import org.footbridge.referral.placement.UnservedCode;
import org.footbridge.referral.referral.Outcome;
import org.footbridge.referral.referral.ReferralState;
import org.footbridge.referral.referral.Urgency;
import org.footbridge.referral.referral.WithdrawalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseFileTest {

    @Test
    void shouldWaitForConsentAfterTriage() {
        // Given
        CaseFile file = CaseFileMother.submitted();

        // When
        Changes changes = file.triage(Urgency.URGENT, 2, "soon", COORDINATOR, NOW);

        // Then
        assertThat(file.referral().state()).isEqualTo(ReferralState.AWAITING_CONSENT);
        assertThat(file.referral().urgency()).isEqualTo(Urgency.URGENT);
        assertThat(file.referral().coordinatorId()).isEqualTo(COORDINATOR.personId());
        assertThat(steps(changes)).containsExactly("SUBMITTED>TRIAGED", "TRIAGED>AWAITING_CONSENT");
        assertThat(types(changes)).containsExactly(EventType.REFERRAL_TRIAGED);
    }

    @Test
    void shouldTellTheAgencyOfWhatIsSentToIt() {
        // Given
        CaseFile file = CaseFileMother.ready();

        // When
        Changes changes = file.send(placementOf(CaseFileMother.sent()), COORDINATOR, NOW);

        // Then
        assertThat(file.referral().state()).isEqualTo(ReferralState.PLACED);
        assertThat(placement(file).state()).isEqualTo(PlacementState.SENT);
        assertThat(placement(file).accessOpen()).isTrue();
        assertThat(changes.events())
                .containsExactly(
                        new Happened(EventType.REFERRAL_SENT, placement(file).id(), CaseFileMother.AGENCY),
                        new Happened(
                                EventType.REFERRAL_ACCESS_GRANTED,
                                placement(file).id(),
                                CaseFileMother.AGENCY));
    }

    @Test
    void shouldGiveADeclinedReferralBackToTheCoordinator() {
        // Given
        CaseFile file = CaseFileMother.sent();

        // When
        Changes changes = file.decline(placement(file), DeclineCode.NO_CAPACITY, null, CLINIC, NOW);

        // Then
        assertThat(file.referral().state()).isEqualTo(ReferralState.READY);
        assertThat(steps(changes)).containsExactly("SENT>DECLINED", "PLACED>READY");
        assertThat(changes.steps())
                .allSatisfy(step -> assertThat(step.reason().code()).isEqualTo("NO_CAPACITY"));
        assertThat(types(changes)).containsExactly(EventType.REFERRAL_DECLINED);
    }

    @Test
    void shouldSendAgainAfterADecline() {
        // Given
        CaseFile file = CaseFileMother.sent();
        file.decline(placement(file), DeclineCode.NO_CAPACITY, null, CLINIC, NOW);

        // When
        file.send(placementOf(CaseFileMother.sent()), COORDINATOR, NOW.plusSeconds(60));

        // Then
        assertThat(file.placements()).hasSize(2);
        assertThat(file.referral().milestones().sentAt()).isEqualTo(NOW);
    }

    @Test
    void shouldCompleteTheReferralWithItsPlacement() {
        // Given
        CaseFile file = CaseFileMother.inService();

        // When
        Changes changes = file.complete(placement(file), Outcome.SERVED_IMPROVED, CLINIC, NOW.plusSeconds(7200));

        // Then
        assertThat(steps(changes)).containsExactly("IN_SERVICE>COMPLETED", "PLACED>COMPLETED");
        ReferralSnapshot told = file.snapshot(placement(file).id());
        assertThat(told.outcome()).isEqualTo("SERVED_IMPROVED");
        assertThat(told.closedAt()).isEqualTo(NOW.plusSeconds(7200));
        assertThat(told.firstKeptAt()).isEqualTo(NOW);
        assertThat(told.placements()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo("COMPLETED");
            assertThat(one.firstKeptAt()).isEqualTo(NOW);
            assertThat(one.acknowledgedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void shouldNotCompleteWhatNobodyCameTo() {
        // Given
        CaseFile file = CaseFileMother.accepted();

        // When
        assertThatThrownBy(() -> file.complete(placement(file), Outcome.STOPPED_ATTENDING, CLINIC, NOW))
                // Then
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.members())
                        .containsEntry("state", "ACCEPTED")
                        .extractingByKey("allowed")
                        .asInstanceOf(LIST)
                        .contains("schedule", "un-accept")
                        .doesNotContain("complete"));
        assertThat(file.referral().state()).isEqualTo(ReferralState.PLACED);
    }

    @Test
    void shouldGoBackToAcceptedWhenTheOnlyVisitWasMissed() {
        // Given
        CaseFile file = CaseFileMother.accepted();
        Appointment visit =
                Appointment.book(placement(file), new Appointment.Terms(NOW, 50, Modality.TELEHEALTH, null));
        Visits visits = new Visits(file, placement(file), List.of(visit));
        visits.book(visit, CLINIC, NOW);

        // When
        Changes changes = visits.attend(visit, false, CLINIC, NOW);

        // Then
        assertThat(visit.state()).isEqualTo(AppointmentState.NO_SHOW);
        assertThat(steps(changes)).containsExactly("BOOKED>NO_SHOW", "SCHEDULED>ACCEPTED");
        assertThat(file.referral().milestones().firstKeptAt()).isNull();
        assertThat(types(changes)).containsExactly(EventType.REFERRAL_MISSED);
    }

    @Test
    void shouldStayScheduledWhileAnotherVisitIsBooked() {
        // Given
        CaseFile file = CaseFileMother.accepted();
        Appointment first = Appointment.book(placement(file), new Appointment.Terms(NOW, 50, Modality.PHONE, null));
        Appointment second = Appointment.book(
                placement(file), new Appointment.Terms(NOW.plusSeconds(86400), 50, Modality.PHONE, null));
        Visits visits = new Visits(file, placement(file), List.of(first, second));
        visits.book(first, CLINIC, NOW);
        visits.book(second, CLINIC, NOW);

        // When
        visits.attend(first, false, CLINIC, NOW);

        // Then
        assertThat(placement(file).state()).isEqualTo(PlacementState.SCHEDULED);
    }

    @Test
    void shouldNotRecordAttendanceBeforeTheVisitBegins() {
        // Given
        CaseFile file = CaseFileMother.accepted();
        Appointment visit = Appointment.book(placement(file), new Appointment.Terms(NOW, 50, Modality.PHONE, null));
        Visits visits = new Visits(file, placement(file), List.of(visit));
        visits.book(visit, CLINIC, NOW);

        // When
        assertThatThrownBy(() -> visits.attend(visit, true, CLINIC, NOW.minusMillis(1)))
                // Then
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.type().slug()).isEqualTo("too-early"));
        assertThat(visit.state()).isEqualTo(AppointmentState.BOOKED);
    }

    @Test
    void shouldCloseTheAgencysAccessWhenTheSchoolWithdraws() {
        // Given
        CaseFile file = CaseFileMother.inService();

        // When
        Changes changes = file.withdraw(WithdrawalReason.FAMILY_DECLINED, null, COORDINATOR, NOW);

        // Then
        assertThat(placement(file).state()).isEqualTo(PlacementState.CANCELLED);
        assertThat(placement(file).accessOpen()).isFalse();
        assertThat(types(changes)).containsExactly(EventType.REFERRAL_WITHDRAWN, EventType.REFERRAL_ACCESS_REVOKED);
    }

    @Test
    void shouldEndWithTheLastConsent() {
        // Given
        CaseFile file = CaseFileMother.accepted();

        // When
        Changes changes = file.consentRevoked(placement -> false, false, COORDINATOR, NOW);

        // Then
        assertThat(steps(changes)).containsExactly("ACCEPTED>ACCESS_REVOKED", "PLACED>CONSENT_REVOKED");
        assertThat(types(changes)).containsExactly(EventType.CONSENT_REVOKED, EventType.REFERRAL_ACCESS_REVOKED);
    }

    @Test
    void shouldKeepServingWhereAnotherConsentStillCovers() {
        // Given
        CaseFile file = CaseFileMother.accepted();

        // When
        Changes changes = file.consentRevoked(placement -> true, true, COORDINATOR, NOW);

        // Then
        assertThat(changes.steps()).isEmpty();
        assertThat(placement(file).accessOpen()).isTrue();
        assertThat(types(changes)).containsExactly(EventType.CONSENT_REVOKED);
    }

    @Test
    void shouldKeepTheOutcomeOfAServedReferralWhenItsConsentIsRevoked() {
        // Given
        CaseFile file = CaseFileMother.inService();
        file.complete(placement(file), Outcome.SERVED_IMPROVED, CLINIC, NOW);

        // When
        file.consentRevoked(placement -> false, false, COORDINATOR, NOW);

        // Then
        assertThat(file.referral().state()).isEqualTo(ReferralState.COMPLETED);
        assertThat(placement(file).state()).isEqualTo(PlacementState.COMPLETED);
        assertThat(placement(file).accessOpen()).isFalse();
    }

    @Test
    void shouldLeaveAFinalStateOnlyAsAnError() {
        // Given
        CaseFile file = CaseFileMother.inService();
        file.complete(placement(file), Outcome.SERVED_IMPROVED, CLINIC, NOW);

        // When
        Changes changes = file.enterInError("wrong student", COORDINATOR, NOW);

        // Then
        assertThat(steps(changes)).containsExactly("COMPLETED>ENTERED_IN_ERROR", "COMPLETED>ENTERED_IN_ERROR");
        assertThat(placement(file).accessOpen()).isFalse();
        assertThat(file.referral().allowed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("afterTheEnd")
    void shouldRefuseEveryOtherStepAfterTheEnd(Consumer<CaseFile> command) {
        // Given
        CaseFile file = CaseFileMother.inService();
        file.complete(placement(file), Outcome.SERVED_IMPROVED, CLINIC, NOW);

        // When
        assertThatThrownBy(() -> command.accept(file))
                // Then
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> {
                    assertThat(problem.type().status()).isEqualTo(409);
                    assertThat(problem.members()).containsKey("allowed");
                });
    }

    static Stream<Consumer<CaseFile>> afterTheEnd() {
        return Stream.of(
                file -> file.triage(Urgency.ROUTINE, 1, null, COORDINATOR, NOW),
                file -> file.consentGiven(COORDINATOR, NOW),
                file -> file.consentRefused(null, COORDINATOR, NOW),
                file -> file.send(placementOf(CaseFileMother.sent()), COORDINATOR, NOW),
                file -> file.withdraw(WithdrawalReason.OTHER, null, COORDINATOR, NOW),
                file -> file.acknowledge(placement(file), null, CLINIC, NOW),
                file -> file.accept(placement(file), null, CLINIC, NOW),
                file -> new Visits(file, placement(file), List.of()).unAccept(null, CLINIC, NOW),
                file -> file.decline(placement(file), DeclineCode.OTHER, null, CLINIC, NOW),
                file -> file.endNotServed(placement(file), UnservedCode.MOVED, CLINIC, NOW),
                file -> file.couldNotContact(placement(file), CLINIC, NOW),
                file -> file.complete(placement(file), Outcome.SERVED_IMPROVED, CLINIC, NOW));
    }

    private static Destination placementOf(CaseFile file) {
        return placement(file).destination();
    }

    @Test
    void shouldGiveTheTimeOfAVisitBackOnceItIsKnownWhoCame() {
        // Given
        CaseFile file = CaseFileMother.accepted();
        Appointment visit = Appointment.book(placement(file), new Appointment.Terms(NOW, 50, Modality.IN_PERSON, null));
        Visits visits = new Visits(file, placement(file), List.of(visit));
        Changes booked = visits.book(visit, CLINIC, NOW);

        // When
        Changes kept = visits.attend(visit, true, CLINIC, NOW);

        // Then
        assertThat(booked.noLongerBooked()).isEmpty();
        assertThat(kept.noLongerBooked()).containsExactly(visit.id());
    }

    private static List<String> steps(Changes changes) {
        return changes.steps().stream()
                .map((Transition step) -> step.from() + ">" + step.to())
                .toList();
    }

    private static List<EventType> types(Changes changes) {
        return changes.events().stream().map(Happened::type).toList();
    }
}
