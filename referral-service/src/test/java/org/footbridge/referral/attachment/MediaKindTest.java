package org.footbridge.referral.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds of files by their bytes. */
class MediaKindTest {
    @TempDir
    Path folder;

    @Test
    void shouldTellWhatIsTaken() throws IOException {
        assertThat(of("%PDF-1.7\n%âãÏÓ\n".getBytes(UTF_8))).contains(MediaKind.PDF);
        assertThat(of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}))
                .contains(MediaKind.PNG);
        assertThat(of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F'}))
                .contains(MediaKind.JPEG);
        assertThat(of("Ångström, and two lines\nof text".getBytes(UTF_8))).contains(MediaKind.TEXT);
        assertThat(of(zip("[Content_Types].xml", "word/document.xml"))).contains(MediaKind.DOCX);
    }

    @Test
    void shouldRefuseEverythingElse() throws IOException {
        assertThat(of(new byte[0])).isEmpty();
        assertThat(of("<html><script>alert(1)</script></html>".getBytes(UTF_8))).isEmpty();
        assertThat(of("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8)))
                .isEmpty();
        assertThat(of("#!/bin/sh\nrm -rf /\n".getBytes(UTF_8))).isEmpty();
        assertThat(of("MZ\u0090\u0000\u0003".getBytes(UTF_8))).isEmpty();
        assertThat(of(zip("readme.txt"))).isEmpty();
        assertThat(of(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        assertThat(of(zip("[Content_Types].xml", "xl/workbook.xml"))).isEmpty();
    }

    @Test
    void shouldUnpackNothingHoweverMuchItWouldBe() throws IOException {
        String[] many = new String[201];
        java.util.Arrays.setAll(many, each -> "word/part" + each + ".xml");
        many[0] = "word/document.xml";
        assertThat(of(zip(many))).isEmpty();
        assertThat(of("PK\u0003\u0004 and nothing behind it".getBytes(UTF_8))).isEmpty();
    }

    private Optional<MediaKind> of(byte[] bytes) throws IOException {
        return MediaKind.of(Files.write(folder.resolve("file"), bytes));
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
