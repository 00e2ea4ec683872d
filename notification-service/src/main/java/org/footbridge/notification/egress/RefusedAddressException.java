package org.footbridge.notification.egress;

/** None of the addresses of the name may be dialled. Says no address: the text must not tell what is inside. */
final class RefusedAddressException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedAddressException() {
        super("the name has no address that may be dialled");
    }
}
