package org.footbridge.local;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.footbridge.common.testsupport.PrivateFiles;
import org.footbridge.common.testsupport.ServerStartException;

/** Passwords and keys of one stack: generated when first asked for, kept with the data that depend on them. */
final class Secrets {

    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Properties values = new Properties();
    private final Path file;

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new ServerStartException("secrets cannot be read: " + e, e);
            }
        }
    }

    /** Base64 of 32 random bytes. */
    synchronized String key(String name) {
        return value(name, Base64.getEncoder());
    }

    /** A password that needs no quoting anywhere. */
    synchronized String password(String name) {
        return value(name, Base64.getUrlEncoder().withoutPadding());
    }

    private String value(String name, Base64.Encoder encoder) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String made = encoder.encodeToString(bytes);
        values.setProperty(name, made);
        save();
        return made;
    }

    private void save() {
        try {
            StringWriter text = new StringWriter();
            values.store(text, "Generated for this stack alone");
            PrivateFiles.write(file, text.toString());
        } catch (IOException e) {
            throw new ServerStartException("secrets cannot be kept: " + e, e);
        }
    }
}
