package org.footbridge.notification.egress;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate with its chain and the private key to it, both PEM. */
public record PemIdentity(String certificate, String privateKey) {
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Map<String, String> SIGNATURES = Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");

    /** Which part is of no use, as a code and a sentence. */
    public record PartFault(String part, String code, String message) {}

    /** The first certificate. */
    public static X509Certificate leaf(String pem) {
        try {
            return chain(pem).getFirst();
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was checked cannot be read", e);
        }
    }

    /** What keeps it from being used; empty where nothing does. */
    public Optional<PartFault> fault(Instant now) {
        X509Certificate leaf;
        try {
            leaf = chain(certificate).getFirst();
        } catch (CertificateException e) {
            return Optional.of(new PartFault("certificate", "unreadable", "This is no X.509 certificate in PEM."));
        }
        if (now.isAfter(leaf.getNotAfter().toInstant())) {
            return Optional.of(new PartFault("certificate", "expired", "The certificate has expired."));
        }
        try {
            return fits(leaf)
                    ? Optional.empty()
                    : Optional.of(new PartFault("privateKey", "other-key", "The key is not that of the certificate."));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.of(new PartFault(
                    "privateKey", "unreadable", "This is no RSA or EC key in PKCS #8 and PEM, without a password."));
        }
    }

    private boolean fits(X509Certificate leaf) throws GeneralSecurityException {
        String algorithm = leaf.getPublicKey().getAlgorithm();
        Matcher pem = PKCS8.matcher(privateKey);
        if (!pem.find() || !SIGNATURES.containsKey(algorithm)) {
            throw new GeneralSecurityException("no key of a known kind");
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
        PrivateKey key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        Signature signer = Signature.getInstance(SIGNATURES.get(algorithm));
        signer.initSign(key);
        signer.update(der);
        byte[] proof = signer.sign();
        signer.initVerify(leaf.getPublicKey());
        signer.update(der);
        return signer.verify(proof);
    }

    private static List<X509Certificate> chain(String pem) throws CertificateException {
        Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        if (found.isEmpty()) {
            throw new CertificateException("no certificate");
        }
        return found.stream().map(X509Certificate.class::cast).toList();
    }

    @Override
    public String toString() {
        return "a certificate and its key";
    }
}
