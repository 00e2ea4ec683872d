package org.footbridge.referral.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ZipPartsTest {

    @Test
    void shouldGiveEverythingElseWhereTheBytesOfAFileAreLost() throws IOException {
        // Given
        ZipParts parts = new ZipParts(List.of(
                ZipParts.text("contents.json", "{}"),
                new ZipParts.Part("files/plan.pdf", Uni.createFrom().nullItem()),
                ZipParts.text("disclosures.csv", "when")));

        // When
        Map<String, String> files = unzipped(parts);

        // Then
        assertThat(files)
                .containsEntry("contents.json", "{}")
                .containsEntry("disclosures.csv", "when")
                .hasEntrySatisfying(
                        "files/plan.pdf.lost.txt", words -> assertThat(words).contains("lost"));
    }

    private static Map<String, String> unzipped(ZipParts parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.zipped().collect().asList().await().indefinitely().forEach(all::writeBytes);
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(all.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
