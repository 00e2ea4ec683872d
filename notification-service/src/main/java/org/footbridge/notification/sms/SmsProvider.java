package org.footbridge.notification.sms;

import io.smallrye.mutiny.Uni;

/** Whoever carries text messages for us. */
public interface SmsProvider {

    /** {@code false} where the installation has none: then nothing is sent, and the receipts say so. */
    boolean isOn();

    /**
     * Hands a message over.
     *
     * @param to the number in the form of E.164
     * @param text neutral words; the provider and whoever sees the telephone read it
     * @return completes when the provider has accepted it; fails with {@link SmsRefusedException} where trying again is useless, with
     *     anything else where it is not
     */
    Uni<Void> send(String to, String text);
}
