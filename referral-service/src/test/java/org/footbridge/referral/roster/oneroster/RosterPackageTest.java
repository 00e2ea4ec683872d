package org.footbridge.referral.roster.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RosterPackageTest {

    @Test
    void shouldReadTheDemosPackageWithoutAFault() {
        // When
        RosterPackage roster = RosterPackage.read(RosterZip.bulk().bytes());

        // Then
        assertThat(roster.faults().kept()).isEmpty();
        assertThat(roster.table("users").size()).isEqualTo(13);
        assertThat(roster.table("enrollments").size()).isEqualTo(6);
        assertThat(roster.table("users").list(9, "agentSourcedIds")).containsExactly("gdn-7002", "gdn-7003");
        assertThat(roster.table("orgs").cell(1, "name")).isEqualTo("Prairie View Elementary, \"The Hawks\"");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(RosterZip.bulk().without("manifest.csv"), "manifest.csv null null manifest-missing"),
                manifest("file.users,bulk", "file.users,full", "manifest.csv 24 value manifest-mode"),
                manifest("file.users,bulk", "file.users,absent", "manifest.csv 24 value file-needed"),
                manifest("file.users,bulk", "file.users,delta", "manifest.csv 24 value delta-unsupported"),
                manifest("oneroster.version,1.2", "oneroster.version,1.1", "manifest.csv 3 value manifest-version"),
                Arguments.of(RosterZip.bulk().without("roles.csv"), "roles.csv null null file-missing"),
                Arguments.of(RosterZip.bulk().with("notes.csv", "a\r\n"), "notes.csv null null file-undeclared"),
                Arguments.of(RosterZip.bulk().with("../orgs.csv", "a"), "null null null file-name"),
                Arguments.of(RosterZip.bulk().with("sub/orgs.csv", "a"), "null null null file-name"),
                Arguments.of(
                        RosterZip.bulk().withBytes("orgs.csv", "é".getBytes(StandardCharsets.ISO_8859_1)),
                        "orgs.csv null null encoding"),
                users("givenName", "firstName", "users.csv 1 givenName header"),
                users(",pronouns", ",pronouns,shoeSize", "users.csv 1 null header"),
                orgs("0480,\r\n", "0480,,,\r\n", "orgs.csv 2 null width"));
    }

    static Stream<Arguments> wrongCells() {
        return Stream.of(
                users("stf-9001,,,true", "stf-9001,,,TRUE", "users.csv 2 enabledUser boolean"),
                users(",Lee,Park,", ",Lee,,", "users.csv 4 familyName required"),
                users("\"gdn-7002,gdn-7003\"", "\"gdn-7002,gdn-0\"", "users.csv 11 agentSourcedIds unresolved"),
                users("\"gdn-7002,gdn-7003\"", "\"gdn-7002,,gdn-7003\"", "users.csv 11 agentSourcedIds id"),
                users("{SIS:1002}", "SIS:1002", "users.csv 11 userIds user-ids"),
                orgs("District,district", "District,region", "orgs.csv 2 type vocabulary"),
                orgs("lea-0480,,", "lea-0480,active,", "orgs.csv 2 status not-blank"),
                changed("demographics.csv", "2010-02-28", "2010-02-30", "demographics.csv 3 birthDate date"),
                changed("enrollments.csv", "enr-6", "enr 6", "enrollments.csv 7 sourcedId id"),
                changed("enrollments.csv", "enr-6", "enr-5", "enrollments.csv 7 sourcedId duplicate"));
    }

    @ParameterizedTest
    @MethodSource({"broken", "wrongCells"})
    void shouldSayWhereAPackageIsBroken(RosterZip zip, String expected) {
        // When
        Faults faults = RosterPackage.read(zip.bytes()).faults();

        // Then
        assertThat(faults.kept())
                .extracting(fault -> fault.file() + " " + fault.row() + " " + fault.column() + " " + fault.code())
                .contains(expected);
    }

    @Test
    void shouldNeverTellTheValueThatItFound() {
        // Given
        byte[] zip = RosterZip.bulk()
                .replacing("demographics.csv", "2014-11-02", "Canary-Birthday")
                .replacing("users.csv", "true,stf-9003@example.edu", "Canary-Flag,stf-9003@example.edu")
                .bytes();

        // When
        Faults faults = RosterPackage.read(zip).faults();

        // Then
        assertThat(faults.count()).isEqualTo(2);
        assertThat(faults.kept().toString()).doesNotContain("Canary");
    }

    @Test
    void shouldFindTheFaultsOfAllFilesAtOnce() {
        // Given
        byte[] zip = RosterZip.bulk()
                .replacing("orgs.csv", "District,district", "District,region")
                .replacing("roles.csv", "primary,counselor", "main,counselor")
                .replacing("users.csv", "stf-9001,,,true", "stf-9001,,,TRUE")
                .bytes();

        // When
        Faults faults = RosterPackage.read(zip).faults();

        // Then
        assertThat(faults.kept()).extracting(ImportFault::file).containsExactly("orgs.csv", "users.csv", "roles.csv");
    }

    @Test
    void shouldRefuseAZipBomb() {
        // Given
        byte[] zip =
                RosterZip.bulk().withBytes("classes.csv", new byte[32 << 20]).bytes();

        // When
        Faults faults = RosterPackage.read(zip).faults();

        // Then
        assertThat(faults.kept()).extracting(ImportFault::code).containsExactly("too-large");
    }

    @Test
    void shouldRefuseWhatIsNoZip() {
        // When
        Faults faults = RosterPackage.read("sourcedId,name".getBytes(StandardCharsets.UTF_8))
                .faults();

        // Then
        assertThat(faults.kept()).extracting(ImportFault::code).containsExactly("not-a-zip");
    }

    @Test
    void shouldReadAByteOrderMarkMetadataColumnsAndAMissingLastLineEndAsMeant() {
        // Given
        byte[] zip = RosterZip.bulk()
                .replacing("orgs.csv", "sourcedId,status", "\ufeffsourcedId,status")
                .with(
                        "userProfiles.csv",
                        "sourcedId,status,dateLastModified,userSourcedId,profileType,vendorId,applicationId,description,"
                                + "credentialType,username,password,metadata.note\r\n"
                                + "prf-9002,,,stf-9002,SSO,example-idp,,,oidc,roneil@example.edu,,x")
                .bytes();

        // When
        Faults faults = RosterPackage.read(zip).faults();

        // Then
        assertThat(faults.kept()).isEmpty();
    }

    @Test
    void shouldCountAllFaultsAndKeepAThousand() {
        // Given
        StringBuilder orgs =
                new StringBuilder("sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\n");
        for (int i = 0; i < 1500; i++) {
            orgs.append("o-").append(i).append(",,,Name,nothing,,\r\n");
        }

        // When
        Faults faults = RosterPackage.read(
                        RosterZip.bulk().with("orgs.csv", orgs.toString()).bytes())
                .faults();

        // Then
        assertThat(faults.count()).isGreaterThan(1500);
        assertThat(faults.kept()).hasSize(1000);
    }

    private static Arguments manifest(String from, String to, String fault) {
        return changed("manifest.csv", from, to, fault);
    }

    private static Arguments users(String from, String to, String fault) {
        return changed("users.csv", from, to, fault);
    }

    private static Arguments orgs(String from, String to, String fault) {
        return changed("orgs.csv", from, to, fault);
    }

    private static Arguments changed(String file, String from, String to, String fault) {
        return Arguments.of(RosterZip.bulk().replacing(file, from, to), fault);
    }
}
