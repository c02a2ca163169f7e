package io.herald.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bill of materials is whole, and docs/licences.md is what it says. */
class LicencesIT {

  private static final Path PAGE = Path.of("..", "docs", "licences.md");
  private static final boolean OFFLINE =
      System.getProperty("herald.maven", "").equals("offline: true");
  private static final boolean WRITE = Boolean.getBoolean("herald.licences");

  // CycloneDX is left out of a build without the Internet (mvn -o): it reads poms of licences.
  @BeforeEach
  void thereIsABill() {
    assumeFalse(OFFLINE && !Files.exists(Bill.FILE));
    assertThat(Bill.FILE).exists();
  }

  @Test
  void everyLibraryOfTheJarsIsInTheBill() {
    Set<Library> billed = Bill.libraries();

    assertThat(Bill.packed()).hasSizeGreaterThan(100);
    assertThat(Bill.packed())
        .filteredOn(file -> billed.stream().noneMatch(library -> library.isIn(file)))
        .as("libraries that the bill of materials does not know")
        .isEmpty();
  }

  @Test
  void everyLicenceIsAllowed() {
    assertThat(Bill.libraries())
        .filteredOn(library -> !library.isAllowed())
        .as("libraries under a licence that Library.ALLOWED does not name")
        .isEmpty();
  }

  @Test
  void thePageListsThem() throws IOException {
    List<String> rows = Bill.libraries().stream().map(Library::row).toList();
    List<String> page = Files.readAllLines(PAGE);
    int first = page.indexOf("|---|---|---|") + 1;
    if (WRITE) {
      page.subList(first, page.size()).clear();
      page.addAll(rows);
      Files.write(PAGE, page);
    }

    assertThat(page.subList(first, page.size()))
        .as("docs/licences.md is not what the services are made of: bin/licences writes it")
        .containsExactlyElementsOf(rows);
  }
}
