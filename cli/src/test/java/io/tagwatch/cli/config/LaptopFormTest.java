package io.tagwatch.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaptopFormTest {
  @TempDir Path folder;

  @Test
  void writesCertificatesOutAndLeavesTheLogAlone() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----");
    Files.writeString(
        folder.resolve("checks.yaml"),
        """
        publish: emf
        defaults: {tls: {ca: ca.pem}}
        checks:
          - {url: "https://a.example", alarm: {certificate: 14d}, tls: {certificate: none.pem, key: "env:K"}}
        """);
    ConfigFile file = new ConfigFolder(folder).read("checks");

    assertThat(JsonText.of(LaptopForm.of(file)))
        .isEqualTo(
            "{\"defaults\":{\"tls\":{\"ca\":\"-----BEGIN CERTIFICATE-----\"}},"
                + "\"checks\":[{\"url\":\"https://a.example\",\"alarm\":{\"certificate\":\"14d\"},"
                + "\"tls\":{\"certificate\":\"none.pem\",\"key\":\"env:K\"}}]}");
  }
}
