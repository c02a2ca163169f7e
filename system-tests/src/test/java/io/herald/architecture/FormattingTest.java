package io.herald.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Java is written as google-java-format writes it; {@code bin/format} does it for you. */
@Execution(ExecutionMode.CONCURRENT)
class FormattingTest {

  private static final boolean APPLY = Boolean.getBoolean("herald.format");
  private static final Formatter FORMATTER = new Formatter();

  @Test
  void everyFileIsFormatted() throws IOException, FormatterException {
    List<Path> unformatted = new ArrayList<>();
    for (Path file : Modules.sources()) {
      String source = Files.readString(file);
      String formatted = format(source);
      if (!formatted.equals(source)) {
        unformatted.add(file);
        if (APPLY) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (!APPLY) {
      assertThat(unformatted).as("files that bin/format would change").isEmpty();
    }
  }

  private static String format(String source) throws FormatterException {
    String ordered = ImportOrderer.reorderImports(source, Style.GOOGLE);
    return FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
  }
}
