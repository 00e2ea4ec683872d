package org.footbridge.referral.consent.electronic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.footbridge.referral.consent.RecordScope;

/** What is asked, in words: the same on the page and on the paper. */
record Wording(List<Line> lines, List<String> notes) {

    /** A label with what belongs to it. */
    record Line(String label, List<String> values) {}

    /** Only for somebody who has proved who he or she is: it names the student. */
    static Wording of(Visit visit, Words words, String language) {
        Map<String, String> text = words.of(language);
        ConsentRequest request = visit.request();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(text.get("student"), List.of(visit.known().student().displayName())));
        lines.add(new Line(
                text.get("school"),
                List.of(
                        visit.file().referral().schoolName(),
                        visit.known().district().name())));
        lines.add(new Line(text.get("sharedWith"), List.of(request.recipientName())));
        lines.add(new Line(
                text.get("records"),
                request.scope().stream().map(part -> text.get("scope_" + part)).toList()));
        lines.add(new Line(text.get("purpose"), List.of(text.get("purpose_" + request.purpose()))));
        lines.add(new Line(text.get("until"), List.of(words.day(request.expiresOn(), language))));
        List<String> notes = new ArrayList<>(List.of(text.get("rights"), text.get("redisclosure")));
        if (request.scope().contains(RecordScope.PART2)) {
            notes.add(text.get("part2"));
        }
        return new Wording(List.copyOf(lines), List.copyOf(notes));
    }
}
