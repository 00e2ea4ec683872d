package org.footbridge.local;

import java.util.Collection;
import java.util.Optional;
import org.footbridge.common.testsupport.FreePorts;
import org.footbridge.common.testsupport.ServerStartException;

/** Refuses to start on a port that somebody else uses, and says which port, for what, and who has it. */
final class PortCheck {

    private PortCheck() {}

    static void requireFree(Collection<Part> parts, Ports ports) {
        for (Part part : parts) {
            for (Port port : part.ports()) {
                requireFree(part, ports.of(port));
            }
        }
    }

    private static void requireFree(Part part, int port) {
        if (!FreePorts.isFree(port)) {
            Optional<String> holder = PortHolder.of(port);
            throw new ServerStartException("port " + port + ", which " + part.partName() + " needs, is taken"
                    + holder.map(who -> " by " + who).orElse(""));
        }
    }
}
