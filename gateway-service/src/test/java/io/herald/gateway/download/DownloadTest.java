package io.herald.gateway.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.gateway.RunningGateway;
import io.herald.runtime.sign.SignLinks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

  private static final String TEXT = "0123456789abcdef";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final RunningGateway gateway = RunningGateway.shared();
  private final SignLinks links = gateway.part(SignLinks.class);
  private final String job = "j" + UUID.randomUUID();
  private final Path folder = RunningGateway.JOBS.resolve(job);

  @BeforeEach
  void make() throws IOException {
    write("song.mp3", TEXT);
  }

  @Test
  void handsOutTheFileUnderItsNameAndType() throws IOException {
    write("Disc 1/Sigur Rós \"Ágætis\" 100%.mp3", TEXT);

    var answer = get(link("Disc 1/Sigur Rós \"Ágætis\" 100%.mp3"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(TEXT);
    assertThat(header(answer, "Content-Type")).isEqualTo("audio/mpeg");
    assertThat(header(answer, "Content-Length")).isEqualTo("16");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"Sigur R_s __g_tis_ 100_.mp3\"; filename*=UTF-8''"
                + "Sigur%20R%C3%B3s%20%22%C3%81g%C3%A6tis%22%20100%25.mp3");
  }

  @Test
  void tellsHeadTheSameWithoutTheBytes() {
    var answer = send(request(link("song.mp3")).HEAD());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(header(answer, "Content-Length")).isEqualTo("16");
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.headers().firstValue("Last-Modified")).isPresent();
  }

  @Test
  void handsOutAnEmptyFileAndOneOfUnknownType() throws IOException {
    write("nothing.qqq", "");

    var answer = get(link("nothing.qqq"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 206, 0123, bytes 0-3/16",
    "bytes=14-, 206, ef, bytes 14-15/16",
    "bytes=-3, 206, def, bytes 13-15/16",
    "bytes=8-99, 206, 89abcdef, bytes 8-15/16",
    "bytes=16-, 416, '', bytes */16",
    "bytes=-0, 416, '', bytes */16",
    "'bytes=0-1,4-5', 200, 0123456789abcdef, ''",
    "lines=1-2, 200, 0123456789abcdef, ''",
    "bytes=b-a, 200, 0123456789abcdef, ''"
  })
  void servesRanges(String range, int status, String body, String told) {
    var answer = send(request(link("song.mp3")).header("Range", range));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(header(answer, "Content-Range")).isEqualTo(told);
  }

  @Test
  void servesLargeFilesWhole() throws IOException {
    byte[] large = new byte[3 * 1024 * 1024];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31 >> 3);
    }
    Files.write(folder.resolve("large.bin"), large);

    assertThat(bytes(request(link("large.bin")))).isEqualTo(large);
    assertThat(bytes(request(link("large.bin")).header("Range", "bytes=1000000-1000009")))
        .isEqualTo(Arrays.copyOfRange(large, 1_000_000, 1_000_010));
  }

  @Test
  void goesOnOnlyWithTheSameFile() throws IOException {
    String etag = header(get(link("song.mp3")), "ETag");
    var same = request(link("song.mp3")).header("Range", "bytes=8-").header("If-Range", etag);
    assertThat(send(same).statusCode()).isEqualTo(206);

    write("song.mp3", "another one, longer");

    assertThat(send(same).statusCode()).isEqualTo(200);
    assertThat(send(same).body()).isEqualTo("another one, longer");
  }

  @Test
  void sendsNothingToWhoHasIt() {
    String etag = header(get(link("song.mp3")), "ETag");

    assertThat(send(request(link("song.mp3")).header("If-None-Match", etag)).statusCode())
        .isEqualTo(304);
  }

  @Test
  void saysThatALinkHasExpired() {
    var answer = get(links.path(job, "song.mp3", Instant.now().minusSeconds(1)));

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(answer.body()).contains("This link has expired").doesNotContain("<script");
  }

  @Test
  void refusesLinksThatWereChanged() throws IOException {
    write("other.mp3", "secret");
    String link = link("song.mp3");

    assertThat(get(link.replace("song.mp3", "other.mp3")).statusCode()).isEqualTo(403);
    assertThat(get(link.replace("expires=", "expires=9")).statusCode()).isEqualTo(403);
    assertThat(get(link.replace("expires=", "expires=x")).statusCode()).isEqualTo(403);
    assertThat(get(link.replaceFirst("signature=.*", "")).statusCode()).isEqualTo(403);
    assertThat(get(link.replaceFirst("\\?.*", "")).statusCode()).isEqualTo(403);
    assertThat(get("/files/" + job + "/").statusCode()).isIn(403, 404);
  }

  @Test
  void saysThatAFileIsGone() {
    var answer = get(link("other.mp3"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("This file is gone");
  }

  /** Herald signs no such links; a bug that did would still give nothing away. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside.txt",
        "..",
        ".",
        "sub/../song.mp3",
        "sub",
        "",
        "song.mp3\u0000",
        "nul\u0000/../song.mp3",
        "out.txt",
        "out/outside.txt",
        "home/passwd",
        "..\\outside.txt"
      })
  void handsOutNothingOutsideTheJobsFolder(String file) throws IOException {
    Files.writeString(RunningGateway.JOBS.resolve("outside.txt"), "secret");
    Files.createDirectories(folder.resolve("sub"));
    Files.createSymbolicLink(folder.resolve("out.txt"), Path.of("../outside.txt"));
    Files.createSymbolicLink(folder.resolve("out"), Path.of(".."));
    Files.createSymbolicLink(folder.resolve("home"), Path.of("/etc"));

    assertThat(get(link(file)).statusCode()).isEqualTo(404);
  }

  @Test
  void anEncodedSlashPartsNothing() throws IOException {
    write("sub/song.mp3", TEXT);

    assertThat(get(link("sub/song.mp3")).statusCode()).isEqualTo(200);
    assertThat(get(link("sub/song.mp3").replace("sub/", "sub%2F")).statusCode()).isEqualTo(404);
    assertThat(get(link("sub/song.mp3").replace("sub/", "sub%5C")).statusCode()).isEqualTo(403);
  }

  @Test
  void noJobIsReachedThroughTheNameOfAnother() throws IOException {
    String alias = "a" + UUID.randomUUID();
    Files.createSymbolicLink(RunningGateway.JOBS.resolve(alias), Path.of(job));

    assertThat(get(links.path(alias, "song.mp3", later())).statusCode()).isEqualTo(404);
    assertThat(get(links.path("..", "outside.txt", later())).statusCode()).isEqualTo(404);
  }

  @Test
  void aLinkWithinTheJobsFolderIsAFile() throws IOException {
    Files.createSymbolicLink(folder.resolve("newest.mp3"), Path.of("song.mp3"));

    assertThat(get(link("newest.mp3")).body()).isEqualTo(TEXT);
  }

  @Test
  void thereIsNothingWithoutASecret() {
    String link = link("song.mp3");
    try (var without =
        RunningGateway.start(Backends.kafka(), Backends.redis(), "herald.signing.secret=")) {
      var answer = send(HttpRequest.newBuilder(without.address().resolve(link)));

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("There are no downloads here");
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  private String link(String file) {
    return links.path(job, file, later());
  }

  private static Instant later() {
    return Instant.now().plusSeconds(60);
  }

  private HttpResponse<String> get(String link) {
    return send(request(link));
  }

  private HttpRequest.Builder request(String link) {
    return HttpRequest.newBuilder(URI.create(gateway.address() + link))
        .timeout(Duration.ofMinutes(1))
        .method("GET", BodyPublishers.noBody());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    return answer(request, BodyHandlers.ofString(UTF_8));
  }

  private static byte[] bytes(HttpRequest.Builder request) {
    return answer(request, BodyHandlers.ofByteArray()).body();
  }

  private static <T> HttpResponse<T> answer(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return HTTP.send(request.build(), body);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
