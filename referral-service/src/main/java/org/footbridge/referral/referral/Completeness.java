package org.footbridge.referral.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much of the form is there. Audits of referral letters found prior treatment, risk and consent missing most often
 * (domain 5.4), so what was tried weighs more than what is merely useful. A hint for people: no step depends on it.
 */
@Schema(description = "How much of the form is there. A hint: nothing is held up by it.")
public record Completeness(
        @Schema(minimum = "0", maximum = "100", examples = "65", description = "Weighted share in per cent.")
        int score,

        @Schema(
                maxItems = 20,
                description = "Places in the form that would help, the needed ones first.",
                examples = "[\"/actionsTried\", \"/strengths\"]")
        List<String> missing,

        @Schema(maxItems = 5, description = "What must still be found out about a crisis.")
        List<DueTask> due) {

    /** Something that a crisis was taken in without, and that somebody must still find out (decision 8). */
    @Schema(description = "A task that is due now.")
    public record DueTask(
            @Schema(maxLength = 40, examples = "/location") String pointer,

            @Schema(maxLength = 100, examples = "Say where the student is right now.")
            String task) {}

    private record Field(String pointer, int weight, boolean there) {}

    static Completeness of(Urgency urgency, Need need, Access access) {
        List<Field> fields = urgency == Urgency.CRISIS ? crisis(need) : others(need, access);
        int all = fields.stream().mapToInt(Field::weight).sum();
        int there = fields.stream().filter(Field::there).mapToInt(Field::weight).sum();
        List<String> missing = missing(fields);
        return new Completeness(100 * there / all, missing, urgency == Urgency.CRISIS ? tasks(missing) : List.of());
    }

    /** Who, where and what: a crisis needs nothing else, and who is always known. */
    private static List<Field> crisis(Need need) {
        return List.of(
                new Field("/studentId", 1, true),
                new Field("/location", 1, said(need.texts().location())),
                new Field("/description", 1, said(need.texts().description())));
    }

    /** The weights of the needed ones first. Location is left out: only a crisis asks where somebody is right now. */
    private static List<Field> others(Need need, Access access) {
        Need.Texts texts = need.texts();
        return List.of(
                new Field("/concerns", 20, !need.concerns().isEmpty()),
                new Field("/description", 20, said(texts.description())),
                new Field("/actionsTried", 15, said(texts.actionsTried())),
                new Field("/expectedOutcome", 10, said(texts.expectedOutcome())),
                new Field("/homeLanguage", 10, access.homeLanguage() != null),
                new Field("/identified", 5, need.identified() != null),
                new Field("/strengths", 5, said(texts.strengths())),
                new Field("/insurance", 5, access.insurance() != Insurance.UNKNOWN),
                new Field("/iep", 5, access.iep() != null),
                new Field("/section504", 5, access.section504() != null));
    }

    private static List<String> missing(List<Field> fields) {
        return fields.stream()
                .filter(field -> !field.there())
                .map(Field::pointer)
                .toList();
    }

    private static List<DueTask> tasks(List<String> missing) {
        List<DueTask> tasks = new ArrayList<>();
        Stream.of(
                        new DueTask("/location", "Say where the student is right now."),
                        new DueTask("/description", "Say what happened, and what the danger is."))
                .filter(task -> missing.contains(task.pointer()))
                .forEach(tasks::add);
        return tasks;
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }
}
