package org.footbridge.referral.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.footbridge.referral.casefile.CaseFileMother.CLINIC;
import static org.footbridge.referral.casefile.CaseFileMother.COORDINATOR;
import static org.footbridge.referral.casefile.CaseFileMother.NOW;
import static org.footbridge.referral.casefile.CaseFileMother.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.footbridge.common.events.EventType;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.casefile.Changes.Happened;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.AppointmentState;
import org.footbridge.referral.placement.CancellationReason;
import org.footbridge.referral.placement.CancelledBy;
import org.footbridge.referral.placement.DeclineCode;
import org.footbridge.referral.placement.HoldReason;
import org.footbridge.referral.placement.Modality;
import org.footbridge.referral.placement.PlacementState;
import org.footbridge.referral.placement.UnservedCode;
import org.footbridge.referral.referral.ReferralState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlacementCommandsTest {
    private static final Instant IN_TWO_DAYS = NOW.plus(Duration.ofDays(2));

    @ParameterizedTest
    @MethodSource("taken")
    void shouldGoOnWhereItRested(Supplier<CaseFile> made) {
        // Given
        CaseFile file = made.get();
        PlacementState before = placement(file).state();

        // When
        Changes held = commands(file).hold(HoldReason.SCHOOL_BREAK, "until January", null, CLINIC, NOW);
        Changes resumed = commands(file).resume(CLINIC, NOW);

        // Then
        assertThat(steps(held)).containsExactly(before + ">ON_HOLD");
        assertThat(steps(resumed)).containsExactly("ON_HOLD>" + before);
        assertThat(placement(file).hold()).isNull();
        assertThat(types(held)).containsExactly(EventType.REFERRAL_ON_HOLD);
        assertThat(types(resumed)).containsExactly(EventType.REFERRAL_RESUMED);
    }

    static Stream<Supplier<CaseFile>> taken() {
        return Stream.of(CaseFileMother::accepted, () -> Booked.one().file, CaseFileMother::inService);
    }

    @Test
    void shouldRememberThatNothingIsBookedAnyMoreWhenItGoesOn() {
        // Given
        Booked booked = Booked.one();
        commands(booked.file).hold(HoldReason.PROVIDER_ABSENCE, null, null, CLINIC, NOW);

        // When
        booked.visits().cancel(booked.first, CancelledBy.AGENCY, CLINIC, NOW);

        // Then
        assertThat(placement(booked.file).state()).isEqualTo(PlacementState.ON_HOLD);
        commands(booked.file).resume(CLINIC, NOW);
        assertThat(placement(booked.file).state()).isEqualTo(PlacementState.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"25, false", "24, false", "23, true", "-1, true"})
    void shouldCallAVisitOffLateWithinItsLastDay(int hoursBefore, boolean late) {
        // Given
        Booked booked = Booked.one();

        // When
        Changes changes = booked.visits()
                .cancel(booked.first, CancelledBy.FAMILY, CLINIC, IN_TWO_DAYS.minus(Duration.ofHours(hoursBefore)));

        // Then
        assertThat(booked.first.cancelledLate()).isEqualTo(late);
        assertThat(booked.first.cancelledBy()).isEqualTo("FAMILY");
        assertThat(steps(changes)).containsExactly("BOOKED>CANCELLED", "SCHEDULED>ACCEPTED");
        assertThat(types(changes)).containsExactly(EventType.REFERRAL_APPOINTMENT_CANCELLED);
    }

    @Test
    void shouldStayScheduledWhileAnotherVisitIsBooked() {
        // Given
        Booked booked = Booked.two();

        // When
        booked.visits().cancel(booked.first, CancelledBy.SCHOOL, CLINIC, NOW);

        // Then
        assertThat(placement(booked.file).state()).isEqualTo(PlacementState.SCHEDULED);
    }

    @Test
    void shouldCallOffWhatIsBookedWhenTheAcceptanceIsTakenBack() {
        // Given
        Booked booked = Booked.two();

        // When
        Changes changes = booked.visits().unAccept("the counselor left", CLINIC, NOW);

        // Then
        assertThat(steps(changes)).containsExactly("SCHEDULED>ACKNOWLEDGED", "BOOKED>CANCELLED", "BOOKED>CANCELLED");
        assertThat(booked.first.state()).isEqualTo(AppointmentState.CANCELLED);
        assertThat(types(changes)).containsExactly(EventType.REFERRAL_UNACCEPTED);
    }

    @Test
    void shouldNotTakeAnAcceptanceBackOnceTheStudentWasSeen() {
        CaseFile file = CaseFileMother.inService();
        assertThatThrownBy(() -> new Visits(file, placement(file), List.of()).unAccept(null, CLINIC, NOW))
                .isInstanceOf(Problem.class);
    }

    @Test
    void shouldCancelAtOnceWhatTheAgencyHasNotDecided() {
        // Given
        CaseFile file = CaseFileMother.sent();
        commands(file).waitlist(21, CLINIC, NOW);

        // When
        Changes changes = commands(file).requestCancellation(CancellationReason.WAIT_TOO_LONG, COORDINATOR, NOW);

        // Then
        assertThat(steps(changes)).containsExactly("WAITLISTED>CANCELLED", "PLACED>READY");
        assertThat(placement(file).accessOpen()).isFalse();
        assertThat(types(changes)).containsExactly(EventType.REFERRAL_CANCELLED, EventType.REFERRAL_ACCESS_REVOKED);
    }

    @Test
    void shouldWaitForTheAgencyToLetGoOfWhatItHasTaken() {
        // Given
        Booked booked = Booked.one();

        // When
        Changes asked =
                commands(booked.file).requestCancellation(CancellationReason.FAMILY_CHOSE_ANOTHER, COORDINATOR, NOW);
        assertThat(placement(booked.file).accessOpen()).isTrue();
        Changes confirmed = commands(booked.file).confirmCancellation(List.of(booked.first), CLINIC, NOW);

        // Then
        assertThat(steps(asked)).containsExactly("SCHEDULED>SCHEDULED");
        assertThat(types(asked)).containsExactly(EventType.REFERRAL_CANCELLATION_REQUESTED);
        assertThat(steps(confirmed)).containsExactly("SCHEDULED>CANCELLED", "BOOKED>CANCELLED", "PLACED>READY");
        assertThat(placement(booked.file).accessOpen()).isFalse();
        assertThat(booked.file.referral().state()).isEqualTo(ReferralState.READY);
    }

    @Test
    void shouldCloseTheAgencysAccessAtEveryEndWithoutService() {
        CaseFile declined = CaseFileMother.sent();
        declined.decline(placement(declined), DeclineCode.NO_CAPACITY, null, CLINIC, NOW);
        CaseFile unserved = CaseFileMother.accepted();
        unserved.endNotServed(placement(unserved), UnservedCode.MOVED, CLINIC, NOW);
        CaseFile unreached = CaseFileMother.accepted();
        unreached.couldNotContact(placement(unreached), CLINIC, NOW);
        assertThat(Stream.of(declined, unserved, unreached))
                .allSatisfy(file -> assertThat(placement(file).accessOpen()).isFalse());
    }

    @Test
    void shouldTakeNoteOfWhatArrivedWithAQuestion() {
        // Given
        CaseFile file = CaseFileMother.sent();

        // When
        Changes asked = commands(file).askInfo(CLINIC, NOW);
        Changes answered = commands(file).supplyInfo(COORDINATOR, NOW);

        // Then
        assertThat(steps(asked)).containsExactly("SENT>NEEDS_INFO");
        assertThat(steps(answered)).containsExactly("NEEDS_INFO>ACKNOWLEDGED");
        assertThat(placement(file).times().acknowledgedAt()).isEqualTo(NOW);
    }

    /** A placement with visits that are booked. */
    private record Booked(CaseFile file, Appointment first, List<Appointment> all) {
        static Booked one() {
            return of(1);
        }

        static Booked two() {
            return of(2);
        }

        private static Booked of(int count) {
            CaseFile file = CaseFileMother.accepted();
            List<Appointment> all = Stream.generate(() -> Appointment.book(
                            placement(file), new Appointment.Terms(IN_TWO_DAYS, 50, Modality.PHONE, null)))
                    .limit(count)
                    .toList();
            all.forEach(visit -> new Visits(file, placement(file), all).book(visit, CLINIC, NOW));
            return new Booked(file, all.getFirst(), all);
        }

        Visits visits() {
            return new Visits(file, placement(file), all);
        }
    }

    private static PlacementCommands commands(CaseFile file) {
        return new PlacementCommands(file, placement(file));
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
