package io.herald.gateway.page;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of zones to choose from; any other that Java knows can be typed. */
final class Zones {

  private static final Pattern PLACE =
      Pattern.compile(
          "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

  static final List<String> NAMES =
      Stream.concat(
              Stream.of("UTC"),
              ZoneId.getAvailableZoneIds().stream()
                  .filter(name -> PLACE.matcher(name).matches())
                  .sorted())
          .toList();

  private Zones() {}
}
