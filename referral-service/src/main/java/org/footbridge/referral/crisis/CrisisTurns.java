package org.footbridge.referral.crisis;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.referral.recipients.ResolveResponse.Recipient;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.RosterService;

/**
 * Whose turn it is at a level of a school's chain. Where it is nobody's who can be told (no chain, a line outside, a person who has
 * left or has no address), the school's coordinators are told, and after them those of the district.
 */
@ApplicationScoped
class CrisisTurns {
    private final OnCallService chains;
    private final RosterService roster;

    CrisisTurns(OnCallService chains, RosterService roster) {
        this.chains = chains;
        this.roster = roster;
    }

    /** The level that comes again and again; without a chain there are the school's coordinators, then the district's. */
    static int lastLevel(List<OnCallContact> chain) {
        return chain.isEmpty() ? 1 : chain.size() - 1;
    }

    /** People who can be told, as somebody of the chain or as coordinators. */
    record Turn(String role, List<Person> people) {

        List<UUID> ids() {
            return people.stream().map(Person::id).toList();
        }
    }

    Uni<Turn> at(Referral referral, int level) {
        return at(referral.tenantId(), referral.schoolId(), level);
    }

    Uni<Turn> at(UUID tenant, UUID school, int level) {
        return chains.levels(tenant, school).chain(chain -> {
            UUID person = chain.isEmpty()
                    ? null
                    : chain.get(Math.min(level, chain.size() - 1)).personId();
            return reachable(tenant, person == null ? Set.of() : Set.of(person))
                    .chain(found -> found.isEmpty()
                            ? coordinators(tenant, school, chain.isEmpty() && level > 0)
                            : Uni.createFrom().item(new Turn(Recipient.ON_CALL, found)));
        });
    }

    /** Those of a turn of before who can still be told; the turn of now where nobody of them can. */
    Uni<Turn> again(Referral referral, Collection<UUID> people, int level) {
        return reachable(referral.tenantId(), people)
                .chain(found -> found.isEmpty()
                        ? at(referral, level)
                        : chains.levels(referral.tenantId(), referral.schoolId())
                                .map(chain -> new Turn(
                                        chain.stream().anyMatch(contact -> people.contains(contact.personId()))
                                                ? Recipient.ON_CALL
                                                : Recipient.COORDINATOR,
                                        found)));
    }

    private Uni<List<Person>> reachable(UUID tenant, Collection<UUID> people) {
        return roster.staffStillHere(tenant, people).map(CrisisTurns::withAddress);
    }

    private Uni<Turn> coordinators(UUID tenant, UUID school, boolean ofTheDistrict) {
        return roster.districtCoordinators(tenant)
                .chain(district -> ofTheDistrict && !district.isEmpty()
                        ? Uni.createFrom().item(district)
                        : roster.coordinators(tenant, school))
                .map(people -> new Turn(Recipient.COORDINATOR, withAddress(people)));
    }

    private static List<Person> withAddress(Collection<Person> people) {
        return people.stream()
                .filter(person -> person.email() != null && !person.email().isBlank())
                .toList();
    }
}
