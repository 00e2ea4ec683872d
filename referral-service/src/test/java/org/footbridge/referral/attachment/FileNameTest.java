package org.footbridge.referral.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of files as people, and others, send them. */
class FileNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attachment; filename=\"plan.pdf\" | plan.pdf",
                "attachment; filename=plan.pdf | plan.pdf",
                "attachment; filename=\"../../etc/passwd\" | passwd.pdf",
                "attachment; filename=\"C:\\Users\\me\\plan.pdf\" | plan.pdf",
                "attachment; filename=\".htaccess\" | htaccess.pdf",
                "attachment; filename=\"plan.exe\" | plan.exe.pdf",
                "attachment; filename*=UTF-8''sch%C3%BCler%20%F0%9F%8F%AB.pdf | schüler 🏫.pdf",
                "attachment; filename*=UTF-8''plan%E2%80%AEfdp.exe | planfdp.exe.pdf",
                "attachment; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x.pdf | aSet-Cookie: x.pdf",
                "attachment; filename*=UTF-8''%2e%2e%2f%2e%2e%2fx.pdf | x.pdf",
                "attachment; filename*=UTF-8''%zz | file.pdf",
                "attachment; filename=\"...\" | file.pdf",
                "attachment | file.pdf"
            })
    void shouldKeepWhatIsAName(String header, String name) {
        assertThat(FileName.of(header, MediaKind.PDF).text()).isEqualTo(name);
    }

    @Test
    void shouldBeBoundedAndHaveADefault() {
        assertThat(FileName.of(null, MediaKind.TEXT).text()).isEqualTo("file.txt");
        assertThat(FileName.of("attachment; filename=\"" + "x".repeat(500) + ".png\"", MediaKind.PNG)
                        .text())
                .hasSize(104)
                .endsWith(".png");
        assertThat(FileName.of("attachment; filename=photo.JPEG", MediaKind.JPEG)
                        .text())
                .isEqualTo("photo.JPEG");
    }

    @Test
    void shouldBeQuotedForDownloads() {
        assertThat(new FileName("schüler \uD83C\uDFEB.pdf").disposition())
                .isEqualTo("attachment; filename=\"sch_ler _.pdf\"; filename*=UTF-8''sch%C3%BCler%20%F0%9F%8F%AB.pdf");
    }
}
