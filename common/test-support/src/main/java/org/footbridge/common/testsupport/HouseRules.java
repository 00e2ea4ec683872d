package org.footbridge.common.testsupport;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of the house that a machine can check, the same for every service:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "org.footbridge.referral", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);
 * }
 * }</pre>
 */
public final class HouseRules {

    private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
    private static final String REST_CLIENT = "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";
    private static final int FEATURE_DEPTH = 4;
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final List<String> SAYS_WHO_MAY_CALL = List.of(
            "org.footbridge.common.web.caller.Allowed",
            "org.footbridge.common.web.caller.Open",
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "io.quarkus.security.PermissionsAllowed",
            "io.quarkus.security.Authenticated");

    /** A repository belongs to its feature. */
    @ArchTest
    public static final ArchRule REPOSITORIES_STAY_IN_THEIR_FEATURE = classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .should(beUsedInTheirFeatureOnly())
            .because("a feature that reads another's tables is coupled to them; ask the other feature's service")
            .allowEmptyShould(true);

    /** What is shared knows nobody who shares it. */
    @ArchTest
    public static final ArchRule COMMON_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAPackage("org.footbridge.common..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.footbridge.referral..",
                    "org.footbridge.directory..",
                    "org.footbridge.feedback..",
                    "org.footbridge.notification..",
                    "org.footbridge.gateway..")
            .because("common/ never holds a business rule of a service")
            .allowEmptyShould(true);

    /** An entity never crosses the wire. */
    @ArchTest
    public static final ArchRule NO_ENTITY_IN_A_RESOURCE_SIGNATURE = methods()
            .that(areEndpoints())
            .should(nameNoEntityInTheirSignature())
            .because("the API would change with each column, and show it")
            .allowEmptyShould(true);

    /** One class of a feature decides where a transaction begins. */
    @ArchTest
    public static final ArchRule TRANSACTIONS_BEGIN_IN_SERVICES = methods()
            .that(annotatedWith(beginsATransaction()).forSubtype())
            .should(be(declaredInAService()))
            .because("every use case is one transaction whose first statement sets the caller (decision 14)")
            .allowEmptyShould(true);

    /** As above, for a whole class. */
    @ArchTest
    public static final ArchRule TRANSACTIONAL_CLASSES_ARE_SERVICES = classes()
            .that()
            .areAnnotatedWith(beginsATransaction())
            .should()
            .haveSimpleNameEndingWith("Service")
            .because("every use case is one transaction whose first statement sets the caller (decision 14)")
            .allowEmptyShould(true);

    /** Only the outbox publishes. */
    @ArchTest
    public static final ArchRule ONLY_THE_OUTBOX_PUBLISHES = noClasses()
            .that()
            .resideOutsideOfPackage("org.footbridge.common.messaging..")
            .should()
            .dependOnClassesThat(describe("emitters and producers", HouseRules::publishes))
            .because("what is sent beside the transaction is lost, or is sent although the change was not made")
            .allowEmptyShould(true);

    /** Every operation declares who may call it. */
    @ArchTest
    public static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL = methods()
            .that(areEndpoints())
            .should(have(describe("a role or scope, or say that they are open", HouseRules::saysWhoMayCall)))
            .because("what nobody decided is open to all (architecture, section 5)")
            .allowEmptyShould(true);

    /** A resource method that is not public answers 404 to every request. */
    @ArchTest
    public static final ArchRule ENDPOINTS_ARE_PUBLIC = methods()
            .that(areEndpoints())
            .and()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .should()
            .bePublic()
            .because("Quarkus REST answers 404 to every request for a method that is not")
            .allowEmptyShould(true);

    /** Rows are deleted by statement. */
    @ArchTest
    public static final ArchRule NOTHING_IS_REMOVED_AS_AN_ENTITY = noClasses()
            .should()
            .accessTargetWhere(describe("removal of an entity", HouseRules::removesAnEntity))
            .because("Hibernate Reactive 3.2 keeps the running deletion of a table in a field that all sessions share:"
                    + " of two at once, one never ends and the other ends too early")
            .allowEmptyShould(true);

    private HouseRules() {}

    private static boolean removesAnEntity(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        boolean ofSession = owner.startsWith("org.hibernate.reactive.mutiny.Mutiny$")
                && access.getName().startsWith("remove");
        boolean ofPanache = access.getName().equals("delete")
                && access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().size() == 1
                && target.getRawParameterTypes().getFirst().isEquivalentTo(Object.class);
        return ofSession || ofPanache;
    }

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return metaAnnotatedWith(HTTP_METHOD)
                .<JavaMethod>forSubtype()
                .and(describe("served here", method -> !method.getOwner().isAnnotatedWith(REST_CLIENT)))
                .as("are endpoints");
    }

    private static DescribedPredicate<JavaAnnotation<?>> beginsATransaction() {
        return describe("@WithTransaction or @Transactional", annotation -> {
            String name = annotation.getRawType().getSimpleName();
            return name.equals("WithTransaction") || name.equals("Transactional");
        });
    }

    private static ArchCondition<JavaMethod> be(DescribedPredicate<JavaMethod> predicate) {
        return ArchConditions.be(predicate);
    }

    private static DescribedPredicate<JavaMethod> declaredInAService() {
        return describe(
                "declared in a *Service",
                method -> method.getOwner().getSimpleName().endsWith("Service"));
    }

    private static boolean publishes(JavaClass type) {
        String name = type.getName();
        return name.endsWith(".KafkaClientService")
                || name.startsWith("org.apache.kafka.clients.producer.KafkaProducer")
                || name.startsWith("org.eclipse.microprofile.reactive.messaging.") && name.endsWith("Emitter")
                || name.startsWith("io.smallrye.reactive.messaging.") && name.endsWith("Emitter");
    }

    private static boolean saysWhoMayCall(JavaMethod method) {
        return SAYS_WHO_MAY_CALL.stream()
                .anyMatch(name ->
                        method.isAnnotatedWith(name) || method.getOwner().isAnnotatedWith(name));
    }

    private static ArchCondition<JavaClass> beUsedInTheirFeatureOnly() {
        return new ArchCondition<>("be used in their own feature only") {
            @Override
            public void check(JavaClass repository, ConditionEvents events) {
                for (Dependency use : repository.getDirectDependenciesToSelf()) {
                    if (!feature(use.getOriginClass()).equals(feature(repository))) {
                        events.add(SimpleConditionEvent.violated(use, use.getDescription()));
                    }
                }
            }
        };
    }

    /** {@code org.footbridge.referral.roster} of all that is in it and below. */
    private static String feature(JavaClass type) {
        return Arrays.stream(type.getPackageName().split("\\."))
                .limit(FEATURE_DEPTH)
                .collect(Collectors.joining("."));
    }

    private static ArchCondition<JavaMethod> nameNoEntityInTheirSignature() {
        return new ArchCondition<>("name no entity in their signature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream<JavaType> types =
                        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream());
                types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .filter(type -> type.isAnnotatedWith(ENTITY))
                        .forEach(entity -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " names the entity " + entity.getSimpleName())));
            }
        };
    }
}
