package org.footbridge.notification.egress;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses a webhook may reach. Everything that the IANA special-purpose registries (RFC 6890 and successors) do not
 * call globally reachable is refused, and so are the transition mechanisms that could carry such an address inside.
 */
@Singleton
public class AddressGuard {
    private static final List<AddressBlock> DENIED = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private use
                    "100.64.0.0/10", // shared address space
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link local, metadata services
                    "172.16.0.0/12", // private use
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.31.196.0/24", // AS112
                    "192.52.193.0/24", // AMT
                    "192.88.99.0/24", // 6to4 relay, deprecated
                    "192.168.0.0/16", // private use
                    "192.175.48.0/24", // AS112
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, broadcast
                    "::/96", // unspecified, loopback, IPv4-compatible
                    "::ffff:0:0:0/96", // IPv4-translated
                    "64:ff9b::/96", // NAT64
                    "64:ff9b:1::/48", // local NAT64
                    "100::/64", // discard only
                    "100:0:0:1::/64", // dummy prefix
                    "2001::/23", // protocol assignments: Teredo, ORCHID, benchmarks
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "2620:4f:8000::/48", // AS112
                    "3fff::/20", // documentation
                    "5f00::/16", // segment routing
                    "fc00::/7", // unique local
                    "fe80::/10", // link local
                    "fec0::/10", // site local, deprecated
                    "ff00::/8") // multicast
            .map(AddressBlock::of)
            .toList();

    private final List<AddressBlock> allowed;

    public AddressGuard(EgressConfig config) {
        this.allowed = config.allowCidrs().orElse(List.of()).stream()
                .map(AddressBlock::of)
                .toList();
    }

    /** Whether the address may be dialled. An IPv4-mapped IPv6 address was already turned into IPv4 by the JDK. */
    public boolean mayDial(InetAddress address) {
        return isAllowedHere(address) || DENIED.stream().noneMatch(block -> block.contains(address));
    }

    /** Whether the operator of this installation opened the address, which also permits plain http. */
    public boolean isAllowedHere(InetAddress address) {
        return allowed.stream().anyMatch(block -> block.contains(address));
    }
}
