package org.footbridge.common.web.openapi;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Open;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** The resource methods of the code under their verb and path, with what they declare of their callers. */
final class DeclaredOperations {
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName ALLOWED = DotName.createSimple(Allowed.class);
    private static final DotName OPEN = DotName.createSimple(Open.class);
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Map<String, MethodInfo> methods;

    DeclaredOperations(IndexView index) {
        this.methods = VERBS.stream()
                .flatMap(verb -> annotated(index, verb).map(method -> Map.entry(verb + " " + path(method), method)))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, LinkedHashMap::new));
    }

    private static Stream<MethodInfo> annotated(IndexView index, String verb) {
        return index.getAnnotations(DotName.createSimple("jakarta.ws.rs." + verb)).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                .map(AnnotationTarget::asMethod)
                .filter(method -> isResource(method.declaringClass()));
    }

    /** An interface with these annotations is a REST client's. */
    private static boolean isResource(ClassInfo type) {
        return !type.isInterface() && !Modifier.isAbstract(type.flags());
    }

    private static String path(MethodInfo method) {
        String joined = Stream.of(method.declaringClass().declaredAnnotation(PATH), method.annotation(PATH))
                .filter(Objects::nonNull)
                .map(annotation -> annotation.value().asString())
                .flatMap(path -> Arrays.stream(path.split("/")))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.replaceAll("\\{\\s*([^:}\\s]+)\\s*:.*}", "{$1}"))
                .collect(Collectors.joining("/"));
        return "/" + joined;
    }

    /** The method behind an operation of the document; empty for one that is not ours, such as a health check. */
    Optional<MethodInfo> of(String verb, String path) {
        return Optional.ofNullable(methods.get(verb + " " + path));
    }

    /** Operations of the footbridge packages that say neither who may call them nor that everybody may. */
    List<String> undeclared() {
        return methods.entrySet().stream()
                .filter(each ->
                        each.getValue().declaringClass().name().toString().startsWith("org.footbridge."))
                .filter(each -> !each.getValue().hasAnnotation(ALLOWED)
                        && !each.getValue().hasAnnotation(OPEN))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The OAuth scope that the method asks for; empty where it is open to all. */
    static Optional<String> scope(MethodInfo method) {
        return Optional.ofNullable(method.annotation(ALLOWED))
                .map(allowed -> allowed.value("scope").asString());
    }

    /** The roles of which a person needs one. */
    static List<String> roles(MethodInfo method) {
        AnnotationInstance allowed = method.annotation(ALLOWED);
        return allowed == null ? List.of() : List.of(allowed.value("roles").asStringArray());
    }
}
