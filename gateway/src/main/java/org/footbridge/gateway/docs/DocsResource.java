package org.footbridge.gateway.docs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.footbridge.common.web.caller.Open;
import org.footbridge.gateway.proxy.Routes;

/** What a developer of a partner reads first. */
@Path("/")
public class DocsResource {
    private static final String BECAUSE = "the API is no secret, and problem types lead here";
    private static final String HTML = "text/html;charset=UTF-8";

    private final ServiceDocuments services;
    private final Routes routes;

    public DocsResource(ServiceDocuments services, Routes routes) {
        this.services = services;
        this.routes = routes;
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Open(because = BECAUSE)
    @Operation(operationId = "readApiDocument", summary = "The OpenAPI document of all services")
    public Uni<Response> openApi() {
        return services.all()
                .map(this::merged)
                .map(document -> keepable(document.toString(), MediaType.APPLICATION_JSON));
    }

    private ObjectNode merged(Map<String, ObjectNode> documents) {
        MergedDocument merged = new MergedDocument(path -> routes.of(path) != null);
        documents.forEach(merged::add);
        return merged.json();
    }

    @GET
    @Path("docs/problems")
    @Produces(MediaType.TEXT_HTML)
    @Open(because = BECAUSE)
    @Operation(operationId = "readProblems", summary = "Every problem that an answer may name")
    public Uni<Response> problems() {
        return services.all().map(documents -> keepable(new ProblemPage(documents.values()).html(), HTML));
    }

    @GET
    @Path("docs")
    @Produces(MediaType.TEXT_HTML)
    @Open(because = BECAUSE)
    @Operation(operationId = "readDocs", summary = "Where everything is documented")
    public Uni<Response> docs() {
        return services.all().map(documents -> keepable(page(documents), HTML));
    }

    private static Response keepable(String body, String type) {
        return Response.ok(body, type)
                .header("Cache-Control", "public, max-age=20")
                .build();
    }

    private static String page(Map<String, ObjectNode> documents) {
        String list = documents.entrySet().stream()
                .map(each -> "<li>" + each.getKey() + "-service: "
                        + each.getValue().path("paths").size() + " paths</li>\n")
                .collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Footbridge: documentation</title></head>
                <body>
                <h1>Footbridge</h1>
                <ul>
                <li><a href="/openapi.json">OpenAPI 3.1 document of all services</a></li>
                <li><a href="/docs/problems">Problems</a></li>
                <li><a href="/crisis">Crisis lines</a></li>
                <li><a href="/health">Health</a></li>
                </ul>
                <h2>Services</h2>
                <ul>
                """ + list + "</ul>\n</body>\n</html>\n";
    }
}
