package io.tagwatch.uptime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data flows one way: handler, run, publish, probe, check, expect, jsonpath. */
@AnalyzeClasses(
    packages = "io.tagwatch.uptime",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DirectionTest {

  @ArchTest
  static final ArchRule OUTER_ROOMS_KNOW_INNER_ONES_ONLY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("handler")
          .definedBy("io.tagwatch.uptime")
          .layer("run")
          .definedBy("..uptime.run..")
          .layer("discovery")
          .definedBy("..uptime.discovery..")
          .layer("outcome")
          .definedBy("..uptime.outcome..")
          .layer("publish")
          .definedBy("..uptime.publish..")
          .layer("probe")
          .definedBy("..uptime.probe..")
          .layer("check")
          .definedBy("..uptime.check..")
          .layer("expect")
          .definedBy("..uptime.expect..")
          .layer("jsonpath")
          .definedBy("..uptime.jsonpath..")
          .whereLayer("handler")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("run")
          .mayOnlyBeAccessedByLayers("handler")
          .whereLayer("discovery")
          .mayOnlyBeAccessedByLayers("handler", "run")
          .whereLayer("outcome")
          .mayOnlyBeAccessedByLayers("handler", "run")
          .whereLayer("publish")
          .mayOnlyBeAccessedByLayers("handler", "run")
          .whereLayer("probe")
          .mayOnlyBeAccessedByLayers("handler", "run", "publish", "outcome")
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("handler", "run", "probe", "outcome", "discovery")
          .whereLayer("expect")
          .mayOnlyBeAccessedByLayers("probe", "check")
          .whereLayer("jsonpath")
          .mayOnlyBeAccessedByLayers("probe", "expect");

  @ArchTest
  static final ArchRule ONLY_CLOUDWATCH_CLASSES_KNOW_THE_SDK =
      noClasses()
          .that()
          .haveSimpleNameNotStartingWith("CloudWatch")
          .and()
          .doNotHaveFullyQualifiedName("io.tagwatch.uptime.UptimeHandler")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule ONLY_PROBES_KNOW_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackage("..uptime.probe..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hc..");

  @ArchTest
  static final ArchRule ONLY_THE_HANDLER_KNOWS_LAMBDA =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tagwatch.uptime")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.amazonaws..");
}
