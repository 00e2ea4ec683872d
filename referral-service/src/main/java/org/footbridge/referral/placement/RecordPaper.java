package org.footbridge.referral.placement;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.footbridge.referral.disclosure.DisclosedContent;
import org.footbridge.referral.paper.Sheet;

/**
 * A disclosed record as PDF: the same parts that the agency reads, with purpose and notice before them, so that nobody who holds
 * the paper can say not to have been told.
 */
final class RecordPaper {
    private final Sheet sheet;

    private RecordPaper(Sheet sheet) {
        this.sheet = sheet;
    }

    static byte[] write(PlacementResponse placement) {
        RecordPaper paper = new RecordPaper(new Sheet("Referral " + placement.referralNumber(), "en"));
        paper.head(placement);
        paper.record(placement.disclosed().record());
        return paper.sheet.finished();
    }

    private void head(PlacementResponse placement) {
        PlacementResponse.Disclosed disclosed = placement.disclosed();
        sheet.head("Referral " + placement.referralNumber());
        sheet.strong(placement.redisclosureNotice());
        line("Purpose", placement.purpose().name());
        line("Version", disclosed.version() + ", frozen at " + disclosed.frozenAt());
        line("Service", placement.serviceName());
        line("Covers", joined(disclosed.scope().stream().map(Enum::name)));
    }

    private void record(DisclosedContent record) {
        if (record.identity() != null) {
            identity(record.identity());
        }
        if (record.contact() != null) {
            contact(record.contact());
        }
        if (record.concerns() != null) {
            line("Urgency", record.concerns().urgency());
            line("Concerns", joined(record.concerns().codes().stream()));
        }
        if (record.description() != null) {
            description(record.description());
        }
        if (record.insurance() != null) {
            line("Insurance", record.insurance().type());
        }
        if (record.school() != null) {
            school(record.school());
        }
        if (record.statements() != null) {
            record.statements().forEach(statement -> line("The family's statement", statement));
        }
    }

    private void identity(DisclosedContent.Identity identity) {
        line("Name", identity.givenName() + " " + identity.familyName());
        line("Name to use", identity.preferredName());
        line("Born", identity.birthDate());
        line("Grades", joined(identity.grades().stream()));
    }

    private void contact(DisclosedContent.Contact contact) {
        line("Language at home", contact.homeLanguage());
        line("Interpreter", contact.interpreterNeeded() ? "needed" : "not needed");
        for (DisclosedContent.GuardianPart guardian : contact.guardians()) {
            line(
                    "Guardian",
                    joined(Stream.of(
                            guardian.name(),
                            guardian.relation(),
                            guardian.phone(),
                            guardian.email(),
                            guardian.language())));
        }
    }

    private void description(DisclosedContent.Description description) {
        line("What the school sees", description.description());
        line("What was tried", description.actionsTried());
        line("Strengths", description.strengths());
        line("What is hoped for", description.expectedOutcome());
    }

    private void school(DisclosedContent.SchoolPart school) {
        line("School", joined(Stream.of(school.school(), school.district())));
        line("Coordinator", school.coordinator());
        line("Phone", school.phone());
    }

    private void line(String label, Object value) {
        sheet.line(label, value);
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
