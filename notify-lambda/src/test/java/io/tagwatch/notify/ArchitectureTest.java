package io.tagwatch.notify;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(
    packages = "io.tagwatch.notify",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /**
   * handler, then message, then enrich, then chart, then delivery, then channel: nothing knows what
   * stands to its left.
   */
  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("handler")
          .definedBy("io.tagwatch.notify")
          .layer("config")
          .definedBy("io.tagwatch.notify.config..")
          .layer("message")
          .definedBy("io.tagwatch.notify.message..")
          .layer("enrich")
          .definedBy("io.tagwatch.notify.enrich..")
          .layer("delivery")
          .definedBy("io.tagwatch.notify.delivery..")
          .layer("chart")
          .definedBy("io.tagwatch.notify.chart..")
          .layer("channel")
          .definedBy("io.tagwatch.notify.channel..")
          .layer("aws")
          .definedBy("io.tagwatch.notify.aws..")
          .layer("memory")
          .definedBy("io.tagwatch.notify.memory..")
          .layer("http")
          .definedBy("io.tagwatch.notify.http..")
          .whereLayer("handler")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("handler")
          .whereLayer("message")
          .mayOnlyBeAccessedByLayers("handler")
          .whereLayer("enrich")
          .mayOnlyBeAccessedByLayers("handler", "aws")
          .whereLayer("aws")
          .mayOnlyBeAccessedByLayers("handler")
          .whereLayer("delivery")
          .mayOnlyBeAccessedByLayers("handler", "aws", "chart")
          .whereLayer("chart")
          .mayOnlyBeAccessedByLayers("handler", "aws")
          .whereLayer("channel")
          .mayOnlyBeAccessedByLayers("handler", "config", "delivery", "aws", "chart")
          .whereLayer("memory")
          .mayOnlyBeAccessedByLayers("handler", "channel", "delivery", "aws")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("handler", "channel");

  @ArchTest
  static final ArchRule THE_MODEL_KNOWS_NOBODY =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("io.tagwatch.notify.notification..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tagwatch.notify.message..",
              "io.tagwatch.notify.channel..",
              "io.tagwatch.notify.delivery..",
              "io.tagwatch.notify.memory..",
              "io.tagwatch.notify.http..",
              "org.apache.hc..");

  @ArchTest
  static final ArchRule ONLY_THE_HTTP_ADAPTER_KNOWS_HTTPCLIENT =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("io.tagwatch.notify.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hc..");

  @ArchTest
  static final ArchRule CHANNELS_DO_NOT_KNOW_EACH_OTHER =
      com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
          .matching(
              "io.tagwatch.notify.channel.(slack|discord|telegram|teams|matrix|pagerduty|webhook)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule NOTHING_MAPS_BEANS =
      ArchRuleDefinition.noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.databind..");
}
