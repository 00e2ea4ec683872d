package org.footbridge.notification.egress;

/** How we show a receiver who we are, in the clear and in memory only. */
public sealed interface Credentials {

    /** An access token, fetched with client credentials. */
    record OAuth2(String tokenUrl, String clientId, String clientSecret, String scope) implements Credentials {

        @Override
        public String toString() {
            return "OAuth2 of client " + clientId;
        }
    }

    /** A client certificate. */
    record Mtls(PemIdentity identity) implements Credentials {}
}
