package io.tagwatch.alarms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.tagwatch.alarms", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule DEPENDENCIES_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("handler")
          .definedBy("io.tagwatch.alarms")
          .layer("aws")
          .definedBy("..alarms.aws..")
          .layer("trigger")
          .definedBy("..alarms.trigger..")
          .layer("sync")
          .definedBy("..alarms.sync..")
          .layer("desired")
          .definedBy("..alarms.desired..")
          .layer("alarm")
          .definedBy("..alarms.alarm..")
          .layer("tag")
          .definedBy("..alarms.tag..")
          .layer("rule")
          .definedBy("..alarms.rule..")
          .layer("fleet")
          .definedBy("..alarms.fleet..")
          .whereLayer("handler")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("aws")
          .mayOnlyBeAccessedByLayers("handler")
          .whereLayer("trigger")
          .mayOnlyBeAccessedByLayers("handler")
          .whereLayer("sync")
          .mayOnlyBeAccessedByLayers("handler", "aws")
          .whereLayer("desired")
          .mayOnlyBeAccessedByLayers("handler", "aws", "sync")
          .whereLayer("alarm")
          .mayOnlyBeAccessedByLayers("handler", "aws", "sync", "desired")
          .whereLayer("tag")
          .mayOnlyBeAccessedByLayers("handler", "aws", "sync", "desired")
          .whereLayer("rule")
          .mayOnlyBeAccessedByLayers("handler", "sync", "desired", "alarm", "tag");

  @ArchTest
  static final ArchRule ONLY_ADAPTERS_SEE_THE_SDK =
      noClasses()
          .that()
          .resideOutsideOfPackages("..alarms.aws..", "io.tagwatch.alarms")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.amazonaws..");

  @ArchTest
  static final ArchRule THE_CORE_DOES_NOT_READ_THE_PROCESS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..alarms.rule..", "..alarms.tag..", "..alarms.desired..", "..alarms.alarm..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.tagwatch.common.Environment")
          .orShould()
          .callMethod(java.time.Instant.class, "now");
}
