package org.footbridge.referral.jurisdiction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.roster.RosterService;
import org.footbridge.referral.roster.School;
import org.footbridge.referral.roster.Student;

/** Keeps the rules, and asks them at the moment of each decision. */
@ApplicationScoped
public class JurisdictionService {
    private static final String SAMPLE = "/jurisdiction/sample-rules.json";

    private final JurisdictionRepository sets;
    private final DistrictService districts;
    private final RosterService roster;
    private final SchoolAccess access;
    private final AccessLog log;
    private final ObjectMapper json;
    private final Clock clock;

    JurisdictionService(
            JurisdictionRepository sets,
            DistrictService districts,
            RosterService roster,
            SchoolAccess access,
            AccessLog log,
            ObjectMapper json,
            Clock clock) {
        this.sets = sets;
        this.districts = districts;
        this.roster = roster;
        this.access = access;
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    /** The rules that hold, and their version: 0 while it is the sample. */
    record Held(JurisdictionDocument document, long version) {}

    @WithTransaction
    Uni<Held> read() {
        return sets.findById(JurisdictionRuleSet.ONLY).map(this::held);
    }

    @WithTransaction
    Uni<Held> replace(Caller caller, long expected, JurisdictionDocument document) {
        document.check();
        return sets.findById(JurisdictionRuleSet.ONLY).chain(known -> {
            Version.require(expected, held(known).version());
            JurisdictionRuleSet set = known == null ? JurisdictionRuleSet.create() : known;
            set.take(write(new JurisdictionDocument(false, document.rules())), caller.subject(), clock.instant());
            return sets.persistAndFlush(set).map(this::held);
        });
    }

    /** Who may consent for a student of one of the caller's schools; 404 for every other student. */
    @WithTransaction
    Uni<Authority> authority(Caller caller, UUID studentId, Topic topic) {
        return access.caller(caller).chain(who -> roster.student(caller.tenant(), studentId)
                .chain(student -> log.school(
                                who.workingAt(school(who, student)), "consent-authority", List.of(studentId))
                        .chain(() -> of(caller.tenant(), student)))
                .map(authorities -> authorities.on(topic)));
    }

    private static UUID school(SchoolCaller who, Student student) {
        return (student == null ? List.<School>of() : student.schools())
                .stream()
                        .map(School::id)
                        .filter(who.staff()::worksAt)
                        .findFirst()
                        .orElseThrow(
                                () -> CommonProblem.NOT_FOUND.because("There is no such student for this caller."));
    }

    /** The decisions for a student of the running transaction's district, as of now. */
    @WithTransaction
    public Uni<Authorities> of(UUID tenant, Student student) {
        return districts.settings(tenant).chain(district -> read().chain(held -> {
            LocalDate today = district.dateAt(clock.instant());
            List<JurisdictionRule> rules = held.document().rules();
            Uni<Map<Topic, Usage>> used = Authorities.areLimited(rules, district.jurisdiction(), today)
                    ? sets.used(tenant, student.id())
                    : Uni.createFrom().item(Map.of());
            return used.map(sofar -> new Authorities(student, district.jurisdiction(), rules, today, sofar));
        }));
    }

    private Held held(JurisdictionRuleSet set) {
        try (InputStream sample = JurisdictionService.class.getResourceAsStream(SAMPLE)) {
            return set == null
                    ? new Held(json.readValue(sample, JurisdictionDocument.class), 0)
                    : new Held(json.readValue(set.rules(), JurisdictionDocument.class), set.version() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("the jurisdiction rules cannot be read", e);
        }
    }

    private String write(JurisdictionDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("jurisdiction rules cannot be written", e);
        }
    }
}
