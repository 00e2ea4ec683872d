package org.footbridge.common.testsupport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A right operation passes, and each kind of leak is found. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class AccessMatrixTest {

    private static final String ENTRIES = "every entry is an operation";

    DemoTokens demo;

    @Test
    void shouldPassWhatIsClosedToStrangers() throws Throwable {
        // Given
        AccessMatrix matrix = AccessMatrix.of(demo)
                .open("open", "for this test")
                .operation("getNote", () -> note().hiddenIn("/notes"))
                .operation("closeNote", () -> note().unchanged("/notes/{id}"));

        // When
        Map<String, Executable> tests = executables(matrix);

        // Then
        for (String operation :
                new String[] {ENTRIES, "open", "getNote", "closeNote", "who", "listNotes", "writeNote"}) {
            tests.get(operation).execute();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "leakingGet, /notes, another tenant",
        "getNote, /leaks/list, /leaks/list by another tenant",
        "leakingExistence, /notes, must not depend on the resource",
        "leakingChange, /notes, state after the strangers' attempts",
    })
    void shouldFindALeak(String operation, String list, String message) {
        // Given
        AccessMatrix matrix = AccessMatrix.of(demo)
                .operation(operation, () -> note().hiddenIn(list).unchanged("/notes/{id}"));

        // When
        Executable test = executables(matrix).get(operation);

        // Then
        assertThatThrownBy(test::execute).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }

    @Test
    void shouldFailAnOperationWithoutAFixture() {
        Map<String, Executable> tests = executables(AccessMatrix.of(demo));
        assertThatThrownBy(tests.get("getNote")::execute)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has no fixture");
        assertThatThrownBy(tests.get("open")::execute).hasMessageContaining("without a token");
    }

    @Test
    void shouldFailAnEntryWithoutAnOperation() {
        AccessMatrix matrix = AccessMatrix.of(demo).operation("renamedLongAgo", this::note);
        assertThatThrownBy(executables(matrix).get(ENTRIES)::execute).hasMessageContaining("renamedLongAgo");
    }

    @Test
    void shouldFailAFixtureThatItsOwnerMayNotUse() {
        // Given
        AccessMatrix matrix = AccessMatrix.of(demo)
                .operation("closeNote", () -> Access.by(demo.districtAdmin()).path("id", written()));

        // When / Then
        assertThatThrownBy(executables(matrix).get("closeNote")::execute)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("closeNote by");
    }

    @Test
    void shouldMeasureTheRunningServiceAgainstItsOwnDocument() {
        assertThat(given().filter(OpenApiResponses.ofTheService())
                        .auth()
                        .oauth2(demo.educator().sign())
                        .get("/who")
                        .statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> given().filter(OpenApiResponses.ofTheService())
                        .auth()
                        .oauth2(demo.educator().sign())
                        .get("/teapot"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("status 418 is not documented for teapot");
    }

    private Access note() {
        return Access.by(demo.educator()).path("id", written());
    }

    private String written() {
        return given().auth()
                .oauth2(demo.educator().sign())
                .post("/notes")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static Map<String, Executable> executables(AccessMatrix matrix) {
        return matrix.tests().collect(Collectors.toMap(DynamicTest::getDisplayName, DynamicTest::getExecutable));
    }
}
