package org.footbridge.directory.editing;

import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;

/**
 * Who edits: the platform everything, an agency's administrator its organization and those below it, a district's editor what the
 * district curates.
 *
 * @param agency {@code null} where the caller is no agency's administrator
 * @param tenant {@code null} where the caller is no district's editor
 */
record Editor(boolean platform, UUID agency, UUID tenant) {

    static Editor of(Caller caller) {
        boolean district = caller.has(Roles.DISTRICT_ADMIN) || caller.has(Roles.COORDINATOR);
        return new Editor(
                caller.isPlatform(),
                caller.has(Roles.AGENCY_ADMIN) ? caller.agency() : null,
                district ? caller.tenant() : null);
    }
}
