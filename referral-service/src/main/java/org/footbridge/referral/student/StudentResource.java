package org.footbridge.referral.student;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.referral.student.StudentSearch.Found;
import org.footbridge.referral.student.StudentSearch.Position;

@Path("/api/v1/students")
@Tag(name = "Students", description = "Students, as the staff of their schools finds them.")
class StudentResource {
    private final StudentService students;
    private final CurrentCaller caller;
    private final Cursors cursors;

    StudentResource(StudentService students, CurrentCaller caller, Cursors cursors) {
        this.students = students;
        this.caller = caller;
        this.cursors = cursors;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(
            scope = "roster:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(operationId = "listStudents", summary = "Find students of the caller's schools, by name")
    @APIResponse(responseCode = "200", description = "A page in the order of the family names.")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor is not valid (invalid-parameter).")
    public Uni<Page<StudentItem>> list(
            @QueryParam("schoolId") UUID schoolId,
            @QueryParam("q") @Size(max = 200) String words,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        String list = "students|" + caller.get().tenant() + "|" + schoolId + "|" + words;
        Position after = cursor == null ? Position.START : position(cursors.decode(list, cursor));
        return students.list(caller.get(), new StudentService.Listing(schoolId, words, after, limit))
                .map(found -> page(list, found, limit));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(
            scope = "roster:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(operationId = "getStudent", summary = "Read a student of one of the caller's schools")
    @APIResponseSchema(value = StudentResponse.class, responseCode = "200", responseDescription = "The student.")
    @APIResponse(responseCode = "404", description = "There is no such student for this caller (not-found).")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return students.get(caller.get(), id).map(student -> Response.ok(student)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    private Page<StudentItem> page(String list, List<Found> found, int limit) {
        return cursors.page(list, found, limit, StudentResource::sortKey, Found::student);
    }

    private static List<String> sortKey(Found last) {
        Position at = last.position();
        return List.of(at.familyKey(), at.givenKey(), at.id().toString());
    }

    private static Position position(List<String> sortKey) {
        return new Position(sortKey.get(0), sortKey.get(1), UUID.fromString(sortKey.get(2)));
    }
}
