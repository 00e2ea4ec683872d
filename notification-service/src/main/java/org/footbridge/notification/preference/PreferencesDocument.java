package org.footbridge.notification.preference;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** Preferences as they are sent and as they are read. */
@Schema(
        name = "NotificationPreferences",
        description = "How you want to be told. A topic that is not named keeps what is usual: inbox and mail.",
        examples =
                "{\"language\": \"es\", \"zone\": \"America/Chicago\", \"quietHours\": {\"from\": \"21:00\", \"until\":"
                        + " \"06:30\"}, \"digest\": {\"at\": \"07:00\", \"days\": \"WEEKDAYS\"}, \"topics\": [{\"topic\":"
                        + " \"PROGRESS\", \"channels\": [\"IN_APP\"]}]}")
record PreferencesDocument(
        @Schema(description = "Of what you are told; without it the roster's.", examples = "es")
        @Pattern(regexp = "en|es")
        String language,

        @Schema(description = "IANA zone; without it the district's.", examples = "America/Chicago") @Size(max = 60)
        String zone,

        @Schema(description = "Without them there are none.") @Valid
        Quiet quietHours,

        @Schema(description = "One mail for routine matters; without it each comes at once.") @Valid
        Summary digest,

        @Size(max = 10) List<@NotNull @Valid Choice> topics) {
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /** Hours without mail, past midnight where they end before they begin. A crisis does not keep them. */
    @Schema(name = "QuietHours")
    record Quiet(
            @Schema(examples = "21:00") @NotNull @Pattern(regexp = TIME)
            String from,

            @Schema(examples = "06:30") @NotNull @Pattern(regexp = TIME)
            String until) {}

    /** When the summary comes. */
    @Schema(name = "NotificationDigest")
    record Summary(
            @Schema(examples = "07:00") @NotNull @Pattern(regexp = TIME)
            String at,

            @NotNull Digest.Days days) {}

    /** The channels of one topic. */
    @Schema(name = "NotificationTopicChoice", description = "SAFETY always comes on every channel.")
    record Choice(
            @NotNull NoticeTopic topic,
            @NotNull @Size(max = 5) List<@NotNull NoticeChannel> channels) {}

    static PreferencesDocument of(Preferences chosen) {
        return new PreferencesDocument(
                chosen.language(),
                chosen.zone() == null ? null : chosen.zone().getId(),
                chosen.quiet() == null
                        ? null
                        : new Quiet(
                                chosen.quiet().from().toString(),
                                chosen.quiet().until().toString()),
                chosen.digest() == null
                        ? null
                        : new Summary(
                                chosen.digest().at().toString(), chosen.digest().days()),
                Arrays.stream(NoticeTopic.values())
                        .map(topic -> new Choice(
                                topic, chosen.channels(topic).stream().sorted().toList()))
                        .toList());
    }

    /**
     * Reads what was sent.
     *
     * @throws Problem 422 with every fault that the annotations cannot see
     */
    Preferences read() {
        List<Fault> faults = new ArrayList<>();
        ZoneId wanted = zone(faults);
        if (quietHours != null && quietHours.from().equals(quietHours.until())) {
            faults.add(new Fault("/quietHours/until", "empty", "must not be the time at which they begin"));
        }
        Map<NoticeTopic, Set<NoticeChannel>> channels = channels(faults);
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
        return new Preferences(
                language,
                wanted,
                quietHours == null
                        ? null
                        : new QuietHours(LocalTime.parse(quietHours.from()), LocalTime.parse(quietHours.until())),
                digest == null ? null : new Digest(LocalTime.parse(digest.at()), digest.days()),
                channels);
    }

    private ZoneId zone(List<Fault> faults) {
        if (zone == null || ZoneId.getAvailableZoneIds().contains(zone)) {
            return zone == null ? null : ZoneId.of(zone);
        }
        faults.add(new Fault("/zone", "unknown", "must be a zone of the IANA database, such as America/Chicago"));
        return null;
    }

    private Map<NoticeTopic, Set<NoticeChannel>> channels(List<Fault> faults) {
        Map<NoticeTopic, Set<NoticeChannel>> channels = new EnumMap<>(NoticeTopic.class);
        List<Choice> choices = topics == null ? List.of() : topics;
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            Set<NoticeChannel> wanted = Set.copyOf(choice.channels());
            if (!choice.topic().maySilence() && !wanted.equals(choice.topic().usual())) {
                faults.add(new Fault("/topics/" + i + "/channels", "safety", "must hold every channel"));
            }
            if (channels.put(choice.topic(), wanted) != null) {
                faults.add(new Fault("/topics/" + i + "/topic", "duplicate", "must not be named twice"));
            }
        }
        return channels;
    }
}
