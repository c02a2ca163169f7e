package io.herald.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes docs/configuration.md anew; {@code bin/configuration} starts it. */
final class WriteConfigurationPage {

  private WriteConfigurationPage() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    Files.writeString(root.resolve(ConfigurationPage.PLACE), ConfigurationPage.of(root));
  }
}
