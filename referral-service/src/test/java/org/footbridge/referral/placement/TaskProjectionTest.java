package org.footbridge.referral.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The placement's machine projects to FHIR's Task: every state has a status, and every step is one that a Task may take. The machines
 * are those of SDOH Clinical Care and BSeR (fhir.md 1.4 and 1.5); what none of them knows is named below with what a Task does instead.
 */
class TaskProjectionTest {
    private enum Task {
        REQUESTED,
        ACCEPTED,
        REJECTED,
        IN_PROGRESS,
        ON_HOLD,
        FAILED,
        COMPLETED,
        CANCELLED,
        ENTERED_IN_ERROR
    }

    /** Legal in SDOH Clinical Care, and accepted to rejected in BSeR. */
    private static final Map<Task, Set<Task>> LEGAL = new EnumMap<>(Map.of(
            Task.REQUESTED, EnumSet.of(Task.ACCEPTED, Task.REJECTED, Task.CANCELLED),
            Task.ACCEPTED,
                    EnumSet.of(
                            Task.IN_PROGRESS, Task.ON_HOLD, Task.COMPLETED, Task.FAILED, Task.CANCELLED, Task.REJECTED),
            Task.IN_PROGRESS, EnumSet.of(Task.ON_HOLD, Task.COMPLETED, Task.FAILED, Task.CANCELLED),
            Task.ON_HOLD, EnumSet.of(Task.IN_PROGRESS, Task.COMPLETED, Task.FAILED, Task.CANCELLED)));

    /** What a Task cannot do. Whoever takes an acceptance back leaves that Task cancelled, and a new one goes on. */
    private static final Set<PlacementCommand> NEW_TASK = EnumSet.of(PlacementCommand.UN_ACCEPT);

    /**
     * What a projection is made of.
     *
     * @param booked whether a visit was booked since the acceptance
     * @param begun whether the student was seen
     */
    private record Standing(PlacementState state, boolean booked, boolean begun, boolean rested) {

        Task status() {
            return switch (state) {
                case SENT, ACKNOWLEDGED, NEEDS_INFO -> Task.REQUESTED;
                // work goes on after a visit that was missed or called off, and after a rest: both are told by
                // businessStatus
                case ACCEPTED -> booked || rested ? Task.IN_PROGRESS : Task.ACCEPTED;
                case WAITLISTED -> Task.ACCEPTED;
                case SCHEDULED, IN_SERVICE -> Task.IN_PROGRESS;
                case ON_HOLD -> Task.ON_HOLD;
                case COMPLETED -> Task.COMPLETED;
                case DECLINED -> Task.REJECTED;
                case COULD_NOT_CONTACT, ENDED_NOT_SERVED -> begun ? Task.FAILED : Task.CANCELLED;
                case CANCELLED, ACCESS_REVOKED -> Task.CANCELLED;
                case ENTERED_IN_ERROR -> Task.ENTERED_IN_ERROR;
            };
        }

        String businessStatus(boolean cancellationRequested) {
            if (cancellationRequested && state.isOpen()) {
                return "5.2";
            }
            return switch (state) {
                case SENT, ACKNOWLEDGED -> "2.0";
                case NEEDS_INFO -> "awaiting-information";
                case WAITLISTED -> "waitlisted";
                case ACCEPTED -> booked ? "5.1.2" : "3.0";
                case SCHEDULED -> "5.1.1";
                case IN_SERVICE -> "5.1.4";
                case ON_HOLD -> "paused";
                case COMPLETED -> "7.0";
                case DECLINED -> "4.0";
                case CANCELLED, ACCESS_REVOKED -> "6.0";
                case COULD_NOT_CONTACT, ENDED_NOT_SERVED, ENTERED_IN_ERROR -> null;
            };
        }

        Standing after(PlacementCommand command, PlacementState to) {
            return new Standing(
                    to,
                    booked || command == PlacementCommand.SCHEDULE,
                    begun || to == PlacementState.IN_SERVICE,
                    rested || command == PlacementCommand.HOLD);
        }
    }

    private record Step(Standing from, PlacementCommand command, Standing to) {}

    @TestFactory
    Stream<DynamicTest> shouldTakeOnlyStepsThatATaskMayTake() {
        return steps().stream()
                .map(step -> DynamicTest.dynamicTest(
                        step.from() + " " + step.command() + " " + step.to().state(),
                        () -> assertThat(step).matches(TaskProjectionTest::isLegal)));
    }

    private static boolean isLegal(Step step) {
        Task from = step.from().status();
        Task to = step.to().status();
        return from == to
                || to == Task.ENTERED_IN_ERROR
                || NEW_TASK.contains(step.command())
                || LEGAL.getOrDefault(from, Set.of()).contains(to);
    }

    @Test
    void shouldNeverLeaveAFinalTask() {
        assertThat(steps())
                .filteredOn(step -> step.to().status() != Task.ENTERED_IN_ERROR)
                .extracting(step -> step.from().status())
                .doesNotContain(Task.REJECTED, Task.CANCELLED, Task.COMPLETED, Task.FAILED, Task.ENTERED_IN_ERROR);
    }

    @Test
    void shouldReachEveryStateAndTellEachOpenOneApart() {
        Set<PlacementState> reached = EnumSet.of(PlacementState.SENT);
        steps().forEach(step -> reached.add(step.to().state()));
        assertThat(reached).containsExactlyInAnyOrder(PlacementState.values());
        for (PlacementState state : PlacementState.open()) {
            Standing standing = new Standing(state, false, false, false);
            assertThat(standing.businessStatus(false)).isNotNull().isNotEqualTo("5.2");
            assertThat(standing.businessStatus(true)).isEqualTo("5.2");
        }
    }

    /** Every step from every standing that can be reached from SENT, without those of a new Task. */
    private static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Set<Standing> seen = new java.util.LinkedHashSet<>();
        List<Standing> next = new ArrayList<>(List.of(new Standing(PlacementState.SENT, false, false, false)));
        while (!next.isEmpty()) {
            Standing from = next.removeLast();
            if (!seen.add(from)) {
                continue;
            }
            for (PlacementCommand command : PlacementLifecycle.TABLE.allowed(from.state())) {
                for (PlacementState to : PlacementLifecycle.TABLE.targets(from.state(), command)) {
                    Standing then = from.after(command, to);
                    steps.add(new Step(from, command, then));
                    if (!NEW_TASK.contains(command)) {
                        next.add(then);
                    }
                }
            }
        }
        return steps;
    }
}
