package org.footbridge.notification.egress;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyStoreOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;

/** The authorities of the JDK, and those that the operator adds, such as the one of a health network. */
final class Trust {
    private static final char[] OF_THE_JDK = "changeit".toCharArray();

    private Trust() {}

    static KeyStoreOptions with(Path added) {
        Path own = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        try (InputStream pem = Files.newInputStream(added)) {
            KeyStore all = KeyStore.getInstance(own.toFile(), OF_THE_JDK);
            Collection<? extends Certificate> more =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            int number = 0;
            for (Certificate certificate : more) {
                all.setCertificateEntry("added-" + number++, certificate);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            all.store(bytes, OF_THE_JDK);
            return new KeyStoreOptions()
                    .setType(all.getType())
                    .setValue(Buffer.buffer(bytes.toByteArray()))
                    .setPassword(new String(OF_THE_JDK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("footbridge.webhooks.added-authorities holds no certificates", e);
        }
    }
}
