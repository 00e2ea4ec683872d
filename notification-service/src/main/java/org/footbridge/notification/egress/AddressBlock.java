package org.footbridge.notification.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses in CIDR form, IPv4 or IPv6. */
record AddressBlock(byte[] prefix, int length) {

    /** Reads {@code 127.0.0.0/8} or {@code fc00::/7}. */
    static AddressBlock of(String cidr) {
        int slash = cidr.indexOf('/');
        if (slash < 0 || !cidr.substring(0, slash).matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("not a block of addresses: " + cidr);
        }
        try {
            byte[] address = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
            int length = Integer.parseInt(cidr.substring(slash + 1));
            if (length < 0 || length > address.length * 8) {
                throw new IllegalArgumentException("not a block of addresses: " + cidr);
            }
            return new AddressBlock(address, length);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a block of addresses: " + cidr, e);
        }
    }

    boolean contains(InetAddress candidate) {
        byte[] address = candidate.getAddress();
        if (address.length != prefix.length) {
            return false;
        }
        int whole = length / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != prefix[i]) {
                return false;
            }
        }
        int rest = length % 8;
        int mask = 0xff << (8 - rest);
        return rest == 0 || (address[whole] & mask) == (prefix[whole] & mask);
    }
}
