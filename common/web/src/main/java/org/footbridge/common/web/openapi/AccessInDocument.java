package org.footbridge.common.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Writes into the document what the code says: who may call an operation, its id and summary, and the problems that it can
 * answer with. Runs when a service is built, and fails that build where an operation declares no access.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AccessInDocument implements OASFilter {
    private static final String SCHEME = "jwt";

    private final DeclaredOperations declared;
    private final Set<String> operationIds = new HashSet<>();

    public AccessInDocument(IndexView index) {
        this.declared = new DeclaredOperations(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        requireDeclarations();
        StandardProblems problems = new StandardProblems(document);
        document.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "An access token of the realm footbridge; its audience holds footbridge."));
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                    .forEach((verb, operation) -> describe(path, verb, operation, problems)));
        }
    }

    private void requireDeclarations() {
        List<String> undeclared = new ArrayList<>(declared.undeclared());
        ConfigProvider.getConfig()
                .getOptionalValues("footbridge.access.undeclared", String.class)
                .ifPresent(undeclared::removeAll);
        if (!undeclared.isEmpty()) {
            throw new IllegalStateException("declare @Allowed or @Open for " + undeclared);
        }
    }

    private void describe(String path, PathItem.HttpMethod verb, Operation operation, StandardProblems problems) {
        Optional<MethodInfo> method = declared.of(verb.name(), path);
        if (method.isEmpty()) {
            return;
        }
        name(operation, method.get());
        Optional<String> scope = DeclaredOperations.scope(method.get());
        if (scope.isPresent()) {
            operation.setSecurity(
                    List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of(scope.get()))));
            operation.addExtension("x-roles", DeclaredOperations.roles(method.get()));
        } else {
            operation.setSecurity(List.of());
        }
        problems.addTo(operation, verb, scope.isPresent());
    }

    private void name(Operation operation, MethodInfo method) {
        String id = operation.getOperationId() == null ? method.name() : operation.getOperationId();
        if (!operationIds.add(id)) {
            String noun = method.declaringClass().simpleName().replaceAll("Resource$", "");
            id = id + noun;
            operationIds.add(id);
        }
        operation.setOperationId(id);
        if (operation.getSummary() == null || operation.getSummary().isBlank()) {
            String words = id.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
            operation.setSummary(Character.toUpperCase(words.charAt(0)) + words.substring(1));
        }
    }
}
