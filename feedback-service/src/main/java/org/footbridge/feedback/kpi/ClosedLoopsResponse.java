package org.footbridge.feedback.kpi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Closed loops of a period. What is hidden is null, never nought. */
@Schema(name = "ClosedLoops")
public record ClosedLoopsResponse(
        @Schema(required = true) Period period,

        @Schema(required = true, minimum = "1", description = "Smaller counts are hidden.")
        int minimumCell,

        @Schema(required = true) Total total,

        @Schema(required = true, maxItems = 10_000, description = "Empty without groupBy.")
        List<Cell> cells) {

    /** All visible schools together. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ClosedLoopsTotal")
    public record Total(
            @Schema(required = true, nullable = true, minimum = "0", description = "Referrals submitted in the period.")
            Long submitted,

            @Schema(
                    required = true,
                    nullable = true,
                    minimum = "0",
                    description = "Of these, those whose provider told an outcome.")
            Long closedLoops,

            @Schema(
                    required = true,
                    nullable = true,
                    minimum = "0",
                    maximum = "100",
                    description = "closedLoops / submitted in whole percent.")
            Long rate,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Median days from receipt to the first kept appointment, of the closed loops.")
            Double medianWaitDays,

            @Schema(required = true) boolean suppressed,

            @Schema(required = true, nullable = true) SmallCells.Reason reason) {

        static Total of(ClosedLoopsFigure figure, int minimum) {
            boolean small = SmallCells.isSmall(figure.closedLoops(), minimum);
            return new Total(
                    SmallCells.isSmall(figure.submitted(), minimum) ? null : figure.submitted(),
                    small ? null : figure.closedLoops(),
                    small ? null : Math.round(100.0 * figure.closedLoops() / figure.submitted()),
                    median(figure, small, minimum),
                    small,
                    small ? SmallCells.Reason.PRIMARY : null);
        }
    }

    /** One group of the dimension. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ClosedLoopsCell")
    public record Cell(
            @Schema(
                    required = true,
                    maxLength = 100,
                    description = "Id or code of the group; `unknown` where its attribute is missing.")
            String key,

            @Schema(required = true, maxLength = 255) String label,

            @Schema(required = true, nullable = true, minimum = "0")
            Long closedLoops,

            @Schema(required = true, nullable = true) Double medianWaitDays,

            @Schema(required = true) boolean suppressed,

            @Schema(required = true, nullable = true) SmallCells.Reason reason) {

        static Cell of(ClosedLoopsFigure figure, SmallCells.Reason reason, int minimum) {
            boolean hidden = reason != null;
            return new Cell(
                    figure.key(),
                    figure.label() == null ? figure.key() : figure.label(),
                    hidden ? null : figure.closedLoops(),
                    median(figure, hidden, minimum),
                    hidden,
                    reason);
        }
    }

    static ClosedLoopsResponse of(Period period, int minimum, List<ClosedLoopsFigure> figures) {
        List<ClosedLoopsFigure> groups =
                figures.stream().filter(figure -> !figure.total()).toList();
        Map<String, Long> counts =
                groups.stream().collect(Collectors.toMap(ClosedLoopsFigure::key, ClosedLoopsFigure::closedLoops));
        SmallCells<String> decided = SmallCells.of(counts, minimum);
        Total total = figures.stream()
                .filter(ClosedLoopsFigure::total)
                .map(figure -> Total.of(figure, minimum))
                .findFirst()
                .orElseThrow();
        List<Cell> cells = groups.stream()
                .map(figure -> Cell.of(figure, decided.reason(figure.key()), minimum))
                .sorted(Comparator.comparing(Cell::label).thenComparing(Cell::key))
                .toList();
        return new ClosedLoopsResponse(period, minimum, total, cells);
    }

    /** A median of few waits is nearly one person's wait. */
    private static Double median(ClosedLoopsFigure figure, boolean hidden, int minimum) {
        return hidden || SmallCells.isSmall(figure.waits(), minimum) ? null : figure.medianWaitDays();
    }
}
