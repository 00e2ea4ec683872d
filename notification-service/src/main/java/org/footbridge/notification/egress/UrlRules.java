package org.footbridge.notification.egress;

import jakarta.inject.Singleton;
import java.net.InetAddress;

/** What may be registered. A name is not resolved here: only the address that is dialled later can be judged. */
@Singleton
public class UrlRules {
    private final AddressGuard guard;

    public UrlRules(AddressGuard guard) {
        this.guard = guard;
    }

    /** Takes the URL apart and refuses what may never be called. */
    public TargetUrl require(String text) throws TargetUrl.Refused {
        TargetUrl url = TargetUrl.parse(text);
        if (url.literal().isPresent()) {
            requireDialable(url.literal().get());
        }
        boolean opened = url.literal().filter(guard::isAllowedHere).isPresent();
        if (!url.secure() && !opened) {
            throw new TargetUrl.Refused("scheme", "The URL must begin with https://.");
        }
        return url;
    }

    private void requireDialable(InetAddress address) throws TargetUrl.Refused {
        if (!guard.mayDial(address)) {
            throw new TargetUrl.Refused("private-address", "The URL's address is not a public one.");
        }
    }
}
