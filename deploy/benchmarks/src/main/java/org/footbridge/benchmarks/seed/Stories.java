package org.footbridge.benchmarks.seed;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** All referrals of a plan, each told when it is asked for: a million of them need no more memory than one. */
final class Stories {
    private static final List<String> DESCRIPTIONS = List.of(
            "Has withdrawn from friends over the last weeks and often asks to go home.",
            "Teachers report outbursts in class and trouble to settle down afterwards.",
            "Grades have dropped since autumn; says that sleep is bad.",
            "Misses many mornings; the family asks for help.",
            "Lost a close relative and finds it hard to talk about it.",
            "Worries a lot before tests and avoids group work.");

    private final SeedPlan plan;
    private final SeedIds ids;
    private final People people;
    private final Offers offers;

    Stories(SeedPlan plan) {
        this.plan = plan;
        this.ids = new SeedIds(plan);
        this.people = new People(plan);
        this.offers = new Offers(plan);
    }

    Stream<Story> all() {
        return LongStream.range(0, plan.referrals()).mapToObj(this::story);
    }

    Story story(long index) {
        Dice dice = plan.dice(Kind.STORY, index);
        People.Student student = people.student((int) (index % plan.students()));
        Story story = new Story(index, ids, student, form(index, student, dice), plan.submission(index));
        new Telling(plan, offers, story, dice).tell();
        if (index >= plan.students()) {
            Story earlier = story(index - plan.students());
            boolean over = earlier.closedAt != null && earlier.closedAt.isBefore(story.submittedAt);
            story.previous = over ? earlier.id : null;
        }
        return story;
    }

    private Story.Form form(long index, People.Student student, Dice dice) {
        int school = student.person().school();
        People.Person referrer = people.staff(school, dice.below(People.STAFF_PER_SCHOOL));
        People.Person coordinator = people.staff(school, People.COUNSELOR);
        String first = Chances.CONCERNS.draw(dice);
        String second = Chances.CONCERNS.draw(dice);
        boolean onPaper = dice.chance(10);
        return new Story.Form(
                referrer,
                coordinator,
                Chances.URGENCIES.draw(dice),
                first.equals(second) ? List.of(first) : List.of(first, second),
                dice.of(DESCRIPTIONS),
                Chances.INSURANCES.draw(dice),
                onPaper
                        ? plan.submission(index)
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .minusDays(dice.between(1, 9))
                        : null);
    }
}
