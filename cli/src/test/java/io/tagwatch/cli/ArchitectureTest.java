package io.tagwatch.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Commands read options and delegate; what they delegate to knows nothing of commands. */
@AnalyzeClasses(packages = "io.tagwatch.cli", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule ONLY_COMMANDS_KNOW_OPTIONS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli.command..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..");

  @ArchTest
  static final ArchRule NOTHING_LEANS_ON_COMMANDS =
      noClasses()
          .that()
          .resideInAnyPackage("..cli.config..", "..cli.demo..", "..cli.pipeline..", "..cli.up..")
          .or()
          .resideInAnyPackage("..cli.check..", "..cli.render..", "..cli.terminal..", "..cli.page..")
          .or()
          .resideInAnyPackage(
              "..cli.plan..", "..cli.explain..", "..cli.backtest..", "..cli.words..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..cli.command..");

  @ArchTest
  static final ArchRule THE_PIPELINE_TELLS_NO_STORY =
      noClasses()
          .that()
          .resideInAnyPackage("..cli.pipeline..", "..cli.config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..cli.demo..", "..cli.up..", "..cli.page..", "..cli.terminal..");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("io.tagwatch.cli.(*)..").should().beFreeOfCycles();
}
