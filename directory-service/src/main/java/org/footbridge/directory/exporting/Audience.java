package org.footbridge.directory.exporting;

import java.util.UUID;
import org.footbridge.common.web.caller.Caller;

/**
 * Who is to read an export: everything for the platform; else what is public, and what is the caller's own.
 *
 * @param agency the caller's organization, whose records are its own
 * @param tenant the caller's district, which sees what it curates
 */
record Audience(boolean everything, UUID agency, UUID tenant) {

    static Audience of(Caller caller) {
        return new Audience(caller.isPlatform(), caller.agency(), caller.tenant());
    }
}
