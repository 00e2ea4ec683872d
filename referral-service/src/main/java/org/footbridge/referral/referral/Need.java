package org.footbridge.referral.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;

/** What the form says about the student's need: the part of a referral that never crosses the bus. */
@Embeddable
public class Need {
    @Column(name = "concerns")
    private String[] concerns;

    private String description;
    private String location;

    @Column(name = "actions_tried")
    private String actionsTried;

    private String strengths;

    @Column(name = "expected_outcome")
    private String expectedOutcome;

    @Enumerated(EnumType.STRING)
    private Identified identified;

    protected Need() {}

    public Need(List<Concern> concerns, Texts texts, Identified identified) {
        this.concerns = concerns.stream().map(Enum::name).toArray(String[]::new);
        this.description = texts.description();
        this.location = texts.location();
        this.actionsTried = texts.actionsTried();
        this.strengths = texts.strengths();
        this.expectedOutcome = texts.expectedOutcome();
        this.identified = identified;
    }

    /** The form's free texts, each {@code null} where nothing was said. */
    public record Texts(
            String description, String location, String actionsTried, String strengths, String expectedOutcome) {}

    /** Takes what was not said yet. */
    public void add(Need more) {
        Texts later = more.texts();
        concerns = concerns().isEmpty() ? more.concerns : concerns;
        identified = identified == null ? more.identified : identified;
        description = either(description, later.description());
        location = either(location, later.location());
        actionsTried = either(actionsTried, later.actionsTried());
        strengths = either(strengths, later.strengths());
        expectedOutcome = either(expectedOutcome, later.expectedOutcome());
    }

    private static String either(String said, String later) {
        return said == null || said.isBlank() ? later : said;
    }

    /** Whether anything of it falls under 42 CFR Part 2. */
    public boolean isPart2() {
        return concerns().stream().map(Concern::valueOf).anyMatch(Concern::isPart2);
    }

    public List<String> concerns() {
        return concerns == null ? List.of() : List.of(concerns);
    }

    public Texts texts() {
        return new Texts(description, location, actionsTried, strengths, expectedOutcome);
    }

    public Identified identified() {
        return identified;
    }
}
