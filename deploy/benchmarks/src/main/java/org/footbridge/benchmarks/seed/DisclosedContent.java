package org.footbridge.benchmarks.seed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The frozen record of a sending, in the JSON that referral-service writes for a consent to every part. */
final class DisclosedContent {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final People people;

    DisclosedContent(SeedPlan plan) {
        this.people = new People(plan);
    }

    String of(Story story) {
        ObjectNode content = JSON.objectNode();
        content.set("identity", identity(story.student));
        content.set("contact", contact(story.student));
        ObjectNode concerns = content.putObject("concerns").put("urgency", story.urgency);
        story.form.concerns().forEach(concerns.putArray("codes")::add);
        content.putObject("description").put("description", story.form.description());
        content.putObject("insurance").put("type", story.form.insurance());
        int district = story.district();
        content.putObject("school")
                .put("district", people.districts().name(district))
                .put("school", RosterRows.schoolName(story.student.person().school()))
                .put("coordinator", story.form.coordinator().name())
                .put("phone", "+1 555-555-02%02d".formatted(district));
        return content.toString();
    }

    private static ObjectNode identity(People.Student student) {
        ObjectNode identity = JSON.objectNode()
                .put("givenName", student.person().given())
                .put("familyName", student.person().family())
                .put("preferredName", student.person().name())
                .put("birthDate", student.birthDate().toString());
        identity.putArray("grades").add(student.grade());
        return identity;
    }

    private ObjectNode contact(People.Student student) {
        ObjectNode contact = JSON.objectNode()
                .put("homeLanguage", student.language())
                .put("interpreterNeeded", !student.language().equals("en"));
        var guardians = contact.putArray("guardians");
        for (int which = 0; which < people.guardians(student.family()); which++) {
            People.Person guardian = people.guardian(student.family(), which);
            guardians
                    .addObject()
                    .put("name", guardian.name())
                    .put("relation", which == 0 ? "parent" : "guardian")
                    .put("email", guardian.username())
                    .put("phone", RosterRows.phone(guardian));
        }
        return contact;
    }
}
