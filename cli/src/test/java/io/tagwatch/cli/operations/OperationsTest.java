package io.tagwatch.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a function's code calls on clients of the SDK anywhere, whether or not a scenario comes past
 * it, is in its {@code operations.txt}. What is signed by hand only {@link OperationsIT} sees.
 */
class OperationsTest {
  private static final Pattern CLIENT =
      Pattern.compile("software\\.amazon\\.awssdk\\.services\\.(\\w+)\\.\\w+Client");
  private static final Set<String> NO_OPERATIONS =
      Set.of("builder", "create", "close", "serviceName", "serviceClientConfiguration", "waiter");

  @ParameterizedTest
  @ValueSource(strings = {"uptime", "alarms", "notify"})
  void everyCallOfTheSdkIsListed(String function) throws IOException {
    assertThat(listed(function)).containsAll(called("io.tagwatch." + function));
  }

  @ParameterizedTest
  @ValueSource(strings = {"uptime", "alarms"})
  void callsAreFound(String function) {
    assertThat(called("io.tagwatch." + function)).contains("cloudwatch:PutMetricData");
  }

  private static Set<String> called(String root) {
    Set<String> operations = new TreeSet<>();
    new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests()).importPackages(root).stream()
            .map(JavaClass::getMethodCallsFromSelf)
            .flatMap(Set::stream)
            .forEach(
                call -> {
                  Matcher client = CLIENT.matcher(call.getTargetOwner().getFullName());
                  if (client.matches() && !NO_OPERATIONS.contains(call.getName())) {
                    operations.add(client.group(1) + ":" + operation(call.getName()));
                  }
                });
    return operations;
  }

  private static String operation(String method) {
    String name = method.replaceFirst("Paginator$", "");
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static List<String> listed(String function) throws IOException {
    String place = "/io/tagwatch/" + function + "/operations.txt";
    try (InputStream list = OperationsTest.class.getResourceAsStream(place)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
