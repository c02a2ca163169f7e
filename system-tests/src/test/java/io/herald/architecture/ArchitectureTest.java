package io.herald.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Holds the arrows between modules that the design draws, and the house rules that bytecode shows.
 */
class ArchitectureTest {

  private static final JavaClasses CODE = new ClassFileImporter().importPaths(Modules.classes());

  @Test
  void modulesKnowOnlyWhatTheDesignAllows() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("common-model")
        .definedBy("io.herald.model..")
        .layer("common-runtime")
        .definedBy("io.herald.runtime..")
        .layer("telegram-client")
        .definedBy("io.herald.telegram..")
        .layer("gateway-service")
        .definedBy("io.herald.gateway..")
        .layer("bot-service")
        .definedBy("io.herald.bot..")
        .layer("scheduler-service")
        .definedBy("io.herald.scheduler..")
        .layer("notification-worker")
        .definedBy("io.herald.worker..")
        .layer("telegram-emulator")
        .definedBy("io.herald.emulator..")
        .layer("demo-identity")
        .definedBy("io.herald.identity..")
        .layer("local-stack")
        .definedBy("io.herald.local..")
        .layer("test-backends")
        .definedBy("io.herald.backends..")
        .whereLayer("common-model")
        .mayNotAccessAnyLayer()
        .whereLayer("common-runtime")
        .mayOnlyAccessLayers("common-model")
        .whereLayer("telegram-client")
        .mayOnlyAccessLayers("common-model")
        .whereLayer("gateway-service")
        .mayOnlyAccessLayers("common-model", "common-runtime", "telegram-client")
        .whereLayer("bot-service")
        .mayOnlyAccessLayers("common-model", "common-runtime")
        .whereLayer("scheduler-service")
        .mayOnlyAccessLayers("common-model", "common-runtime")
        .whereLayer("notification-worker")
        .mayOnlyAccessLayers("common-model", "common-runtime", "telegram-client")
        .whereLayer("telegram-emulator")
        .mayNotAccessAnyLayer()
        .whereLayer("demo-identity")
        .mayNotAccessAnyLayer()
        .whereLayer("local-stack")
        .mayNotAccessAnyLayer()
        .whereLayer("test-backends")
        .mayOnlyAccessLayers("local-stack")
        .check(CODE);
  }

  @Test
  void packagesOfAModuleFormNoCircle() {
    SlicesRuleDefinition.slices()
        .matching("io.herald.(*).(*)..")
        .should()
        .beFreeOfCycles()
        .check(CODE);
  }

  @Test
  void theModelKnowsNoSpring() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("io.herald.model..", "io.herald.telegram..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.."));
  }

  @Test
  void onlyOnePlaceKnowsReactorKafka() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.herald.runtime.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("reactor.kafka.."));
  }

  @Test
  void onlyTheClientKnowsTelegramBots() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("io.herald.telegram..", "io.herald.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.telegram.."));
  }

  @Test
  void namesSayAStepOrARole() {
    check(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl"));
  }

  @Test
  void nobodySleepsOrBlocks() {
    check(
        noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod("reactor.core.publisher.Mono", "block")
            .orShould()
            .callMethod("reactor.core.publisher.Flux", "blockLast"));
  }

  @Test
  void everyPackageSaysWhatLivesThere() {
    Set<String> silent = new TreeSet<>();
    CODE.forEach(type -> {
      if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
        silent.add(type.getPackageName());
      }
    });
    assertThat(silent).as("packages without a package-info.java and @NullMarked").isEmpty();
  }

  @Test
  void packagesAreDomainWords() {
    check(
        classes()
            .should()
            .resideOutsideOfPackages(
                "..controller..", "..dto..", "..util..", "..impl..", "..service..", "..helper.."));
  }

  private static void check(ArchRule rule) {
    rule.check(CODE.that(DescribedPredicate.not(JavaClass.Predicates.simpleName("package-info"))));
  }
}
