package io.zhiyong;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.Future;

/** Holds the lines of docs/architecture.md: who may import whom, no cycles, and which names may do input and output. */
@AnalyzeClasses(packages = "io.zhiyong", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FEATURES = {"course", "exam", "contest", "activity", "practice", "plan", "appraisal"};

    @ArchTest
    static final ArchRule A_LINE_IMPORTS_ONLY_LINES_BELOW_IT = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("boot")
            .definedBy("io.zhiyong.boot..")
            .layer("features")
            .definedBy(
                    "io.zhiyong.course..",
                    "io.zhiyong.exam..",
                    "io.zhiyong.contest..",
                    "io.zhiyong.activity..",
                    "io.zhiyong.practice..",
                    "io.zhiyong.plan..",
                    "io.zhiyong.appraisal..")
            .layer("credit")
            .definedBy("io.zhiyong.credit..")
            .layer("knowledge")
            .definedBy("io.zhiyong.record..", "io.zhiyong.questionbank..")
            .layer("org")
            .definedBy("io.zhiyong.org..")
            .layer("edge")
            .definedBy("io.zhiyong.web..", "io.zhiyong.store..")
            .layer("base")
            .definedBy("io.zhiyong.base..")
            .whereLayer("boot")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("features")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("credit")
            .mayOnlyBeAccessedByLayers("boot", "features")
            .whereLayer("knowledge")
            .mayOnlyBeAccessedByLayers("boot", "features", "credit")
            .whereLayer("org")
            .mayOnlyBeAccessedByLayers("boot", "features", "credit", "knowledge")
            .whereLayer("edge")
            .mayOnlyBeAccessedByLayers("boot", "features", "credit", "knowledge", "org");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.zhiyong.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void featuresNeverImportEachOther(com.tngtech.archunit.core.domain.JavaClasses classes) {
        for (var one : FEATURES) {
            for (var other : FEATURES) {
                if (!one.equals(other)) {
                    never(one, other).check(classes);
                }
            }
        }
        for (var pair : new String[][] {{"record", "questionbank"}, {"web", "store"}}) {
            never(pair[0], pair[1]).check(classes);
            never(pair[1], pair[0]).check(classes);
        }
    }

    private static ArchRule never(String one, String other) {
        return noClasses()
                .that()
                .resideInAPackage("io.zhiyong." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.zhiyong." + other + "..")
                .allowEmptyShould(true);
    }

    private static final String IO_NAMES = ".*\\.\\w*(Module|Routes|Form|Room|Socket|Store|Documents)(\\$.*)?";

    /** Rules take values, a time and a seed; only the names above may know a server, a database or BSON. */
    @ArchTest
    static final ArchRule ONLY_IO_NAMES_DO_IO = noClasses()
            .that()
            .resideOutsideOfPackages("io.zhiyong.boot..", "io.zhiyong.web..", "io.zhiyong.store..")
            .and()
            .haveNameNotMatching(IO_NAMES)
            .and()
            .areNotInterfaces()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..", "com.mongodb..", "org.bson..", "org.reactivestreams..", "io.zhiyong.store..")
            .allowEmptyShould(true);

    /** An interface that one part offers another may promise an answer for later, and know no more than that. */
    @ArchTest
    static final ArchRule INTERFACES_KNOW_FUTURES_AT_MOST = noClasses()
            .that()
            .resideOutsideOfPackages("io.zhiyong.boot..", "io.zhiyong.web..", "io.zhiyong.store..")
            .and()
            .haveNameNotMatching(IO_NAMES)
            .and()
            .areInterfaces()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "io.vertx..", "com.mongodb..", "org.bson..", "org.reactivestreams..", "io.zhiyong.store..")
                    .and(not(type(Future.class))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule BASE_DOES_NO_IO = noClasses()
            .that()
            .resideInAPackage("io.zhiyong.base..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "com.mongodb..", "org.bson..", "java.net..", "java.nio.file..");
}
