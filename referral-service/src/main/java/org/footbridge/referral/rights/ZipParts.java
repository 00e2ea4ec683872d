package org.footbridge.referral.rights;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a zip, of which only one is held in memory while it is sent. */
record ZipParts(List<Part> parts) {

    private static final byte[] LOST =
            "The bytes of this file are lost. It has to be added again.".getBytes(StandardCharsets.UTF_8);

    /**
     * One file of the zip.
     *
     * @param bytes {@code null} where they are lost: the zip says so, and everything else is in it all the same
     */
    record Part(String name, Uni<byte[]> bytes) {}

    static Part text(String name, String text) {
        return new Part(name, Uni.createFrom().item(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The zip in pieces, each made when the one before was taken. */
    Multi<byte[]> zipped() {
        Writer writer = new Writer();
        Multi<byte[]> files = Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(part -> part.bytes().map(bytes -> writer.add(part.name(), bytes)));
        Multi<byte[]> end = Multi.createFrom().item(writer::end);
        return Multi.createBy().concatenating().streams(files, end);
    }

    private static final class Writer {
        private final ByteArrayOutputStream ready = new ByteArrayOutputStream();
        private final ZipOutputStream zip = new ZipOutputStream(ready);

        byte[] add(String name, byte[] bytes) {
            try {
                zip.putNextEntry(new ZipEntry(bytes == null ? name + ".lost.txt" : name));
                zip.write(bytes == null ? LOST : bytes);
                zip.closeEntry();
                zip.flush();
                return taken();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] end() {
            try {
                zip.close();
                return taken();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] taken() {
            byte[] piece = ready.toByteArray();
            ready.reset();
            return piece;
        }
    }
}
