package org.footbridge.common.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.footbridge.common.web.probe.ProbeResource;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class DeclaredOperationsTest {

    @Test
    void shouldFindTheOperationThatDeclaresNoAccess() throws IOException {
        DeclaredOperations operations = new DeclaredOperations(Index.of(ProbeResource.class));

        assertThat(operations.undeclared()).containsExactly("GET /probe/undeclared");
    }

    @Test
    void shouldKnowScopeAndRoles() throws IOException {
        var method = new DeclaredOperations(Index.of(ProbeResource.class)).of("GET", "/probe/things/{id}");

        assertThat(method.flatMap(DeclaredOperations::scope)).hasValue("thing:read");
        assertThat(method.map(DeclaredOperations::roles).orElseThrow()).containsExactly("educator", "coordinator");
    }
}
