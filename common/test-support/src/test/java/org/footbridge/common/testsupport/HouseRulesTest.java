package org.footbridge.common.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.footbridge.common.sample.KnowsAService;
import org.footbridge.referral.OfAService;
import org.footbridge.sample.alpha.GoodThings;
import org.footbridge.sample.beta.BadThings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule passes the good things and fails the bad one that it is about. */
class HouseRulesTest {

    private static final JavaClasses GOOD =
            new ClassFileImporter().importClasses(nested(GoodThings.class).toArray(Class[]::new));

    record Case(ArchRule rule, List<Class<?>> bad) {}

    static List<Case> cases() {
        return List.of(
                new Case(
                        HouseRules.REPOSITORIES_STAY_IN_THEIR_FEATURE,
                        List.of(BadThings.BorrowedRepository.class, GoodThings.NoteRepository.class)),
                new Case(HouseRules.COMMON_KNOWS_NO_SERVICE, List.of(KnowsAService.class, OfAService.class)),
                new Case(
                        HouseRules.NO_ENTITY_IN_A_RESOURCE_SIGNATURE,
                        List.of(BadThings.LeakingResource.class, BadThings.Note.class)),
                new Case(HouseRules.TRANSACTIONS_BEGIN_IN_SERVICES, List.of(BadThings.TransactionalResource.class)),
                new Case(HouseRules.TRANSACTIONAL_CLASSES_ARE_SERVICES, List.of(BadThings.TransactionalHelper.class)),
                new Case(HouseRules.ONLY_THE_OUTBOX_PUBLISHES, List.of(BadThings.DualWriter.class)),
                new Case(HouseRules.NOTHING_IS_REMOVED_AS_AN_ENTITY, List.of(BadThings.Remover.class)),
                new Case(HouseRules.EVERY_ENDPOINT_SAYS_WHO_MAY_CALL, List.of(BadThings.OpenResource.class)),
                new Case(HouseRules.ENDPOINTS_ARE_PUBLIC, List.of(BadThings.HiddenResource.class)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldFailTheBadAndPassTheGood(Case example) {
        JavaClasses bad = new ClassFileImporter().importClasses(example.bad().toArray(Class[]::new));
        assertThatThrownBy(() -> example.rule().check(bad))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("because");
        assertThatCode(() -> example.rule().check(GOOD)).doesNotThrowAnyException();
    }

    @Test
    void shouldTryEveryRule() {
        List<ArchRule> rules = Arrays.stream(HouseRules.class.getFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(HouseRulesTest::value)
                .toList();
        assertThat(cases()).extracting(Case::rule).containsExactlyInAnyOrderElementsOf(rules);
    }

    private static List<Class<?>> nested(Class<?> outer) {
        return List.of(outer.getDeclaredClasses());
    }

    private static ArchRule value(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
