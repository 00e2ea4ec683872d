package org.footbridge.common.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.footbridge.common.web.problem.ProblemType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Lists the problems that a service knows as {@code x-problems}: the gateway's catalogue page is made of these lists. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemsInDocument implements OASFilter {
    private final IndexView index;

    public ProblemsInDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        List<Map<String, Object>> problems =
                index.getAllKnownImplementations(DotName.createSimple(ProblemType.class)).stream()
                        .filter(ClassInfo::isEnum)
                        .flatMap(ProblemsInDocument::constants)
                        .sorted((one, other) -> one.slug().compareTo(other.slug()))
                        .map(ProblemsInDocument::described)
                        .toList();
        document.addExtension("x-problems", problems);
    }

    /** In a fixed order, so that two builds make the same document. */
    private static Map<String, Object> described(ProblemType problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("slug", problem.slug());
        members.put("status", problem.status());
        members.put("title", problem.title());
        return members;
    }

    private static Stream<ProblemType> constants(ClassInfo type) {
        try {
            Class<?> loaded = Class.forName(
                    type.name().toString(), true, Thread.currentThread().getContextClassLoader());
            return Stream.of(loaded.getEnumConstants()).map(ProblemType.class::cast);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a problem enum is in the index and not on the class path", e);
        }
    }
}
