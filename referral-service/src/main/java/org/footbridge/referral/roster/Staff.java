package org.footbridge.referral.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.caller.Roles;

/**
 * Where the caller may act, decided anew on each request: the token's role and the roster's or a grant's relation, both.
 *
 * @param personId {@code null} for a caller whom the roster does not know: he or she may act nowhere
 * @param coordinatorAt all schools of the district, also those that have left the roster, for a district-wide grant
 * @param absentAt those of them where the caller only stands in for somebody who is away, and for whom
 */
public record Staff(
        UUID personId, Set<UUID> educatorAt, Set<UUID> counselorAt, Set<UUID> coordinatorAt, Map<UUID, UUID> absentAt) {
    /** May act nowhere. */
    public static final Staff NOBODY = new Staff(null, Set.of(), Set.of(), Set.of(), Map.of());

    public Staff {
        educatorAt = Set.copyOf(educatorAt);
        counselorAt = Set.copyOf(counselorAt);
        coordinatorAt = Set.copyOf(coordinatorAt);
        absentAt = Map.copyOf(absentAt);
    }

    /** With what a delegation adds: the same schools, remembered as not one's own. */
    static Staff of(
            UUID personId, Set<UUID> educatorAt, Set<UUID> counselorAt, Set<UUID> own, Map<UUID, UUID> delegated) {
        Set<UUID> all = new HashSet<>(own);
        all.addAll(delegated.keySet());
        Map<UUID, UUID> lent = new HashMap<>(delegated);
        lent.keySet().removeAll(own);
        return new Staff(personId, educatorAt, counselorAt, all, lent);
    }

    /** Where the caller coordinates only because somebody else is away. */
    public Set<UUID> delegateAt() {
        return absentAt.keySet();
    }

    public boolean isKnown() {
        return personId != null;
    }

    public boolean coordinates(UUID schoolId) {
        return coordinatorAt.contains(schoolId);
    }

    /** In any role. */
    public boolean worksAt(UUID schoolId) {
        return schools().contains(schoolId);
    }

    /** As the roles are called in tokens, none where the caller does not work there. */
    public List<String> rolesAt(UUID schoolId) {
        List<String> roles = new ArrayList<>();
        addWhere(educatorAt, schoolId, Roles.EDUCATOR, roles);
        addWhere(counselorAt, schoolId, Roles.COUNSELOR, roles);
        addWhere(coordinatorAt, schoolId, Roles.COORDINATOR, roles);
        return List.copyOf(roles);
    }

    private static void addWhere(Set<UUID> schools, UUID schoolId, String role, List<String> roles) {
        if (schools.contains(schoolId)) {
            roles.add(role);
        }
    }

    /** The schools of all roles. */
    public Set<UUID> schools() {
        Set<UUID> all = new HashSet<>(educatorAt);
        all.addAll(counselorAt);
        all.addAll(coordinatorAt);
        return all;
    }
}
