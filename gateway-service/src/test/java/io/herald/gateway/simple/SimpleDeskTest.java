package io.herald.gateway.simple;

import static io.herald.gateway.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.ApiClient;
import io.herald.gateway.PublishedNotifications;
import io.herald.gateway.RunningGateway;
import io.herald.gateway.ScriptGateway;
import io.herald.gateway.upload.Pictures;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.notification.TextMarkup;
import io.herald.runtime.blob.Blobs;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /send} and {@code POST /send_photo}. */
class SimpleDeskTest {

  private final RunningGateway gateway = ScriptGateway.gateway();
  private final ApiClient shop = ApiClient.sender(gateway);
  private final PublishedNotifications published = gateway.publishedNotifications();

  @AfterEach
  void close() {
    published.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"123456789\"', chat:123456789",
    "123456789, chat:123456789",
    "'\"-1001234567890\"', chat:-1001234567890",
    "'\"@channel\"', chat:@channel",
    "'\"bea@example.com\"', user:bea@example.com"
  })
  void sendsToChatsAndPeople(String user, String recipient) {
    HttpResponse<String> answer =
        shop.post("/send", "{\"user\":%s,\"text\":\"hi\"}".formatted(user));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).get("status").asString()).startsWith("/api/notifications/");
    assertThat(sent(answer).to()).extracting(Recipient::word).containsExactly(recipient);
    assertThat(sent(answer).text()).isEqualTo("hi");
    assertThat(sent(answer).source()).isEqualTo("shop");
  }

  @ParameterizedTest
  @CsvSource({"HTML, HTML", "Markdown, MARKDOWN", "MarkdownV2, MARKDOWN_V2", "'', PLAIN"})
  void readsTheMarkupThatIsNamed(String mode, TextMarkup format) {
    HttpResponse<String> answer =
        shop.post("/send", "{\"user\":\"1\",\"text\":\"x\",\"parse_mode\":\"" + mode + "\"}");

    assertThat(sent(answer).format()).isEqualTo(format);
  }

  @Test
  void readsWebForms() {
    var form = BodyPublishers.ofString("user=bea%40example.com&text=a+%26+b");
    HttpResponse<String> answer =
        shop.send(
            shop.to("/send", form).setHeader("Content-Type", "application/x-www-form-urlencoded"));

    assertThat(sent(answer).text()).isEqualTo("a & b");
  }

  @Test
  void refusesAWebFormThatIsWronglyEncoded() {
    var form = BodyPublishers.ofString("user=%zz&text=a");
    HttpResponse<String> answer =
        shop.send(
            shop.to("/send", form).setHeader("Content-Type", "application/x-www-form-urlencoded"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("zz");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"text\":\"x\"}', /user",
    "'{\"user\":\"a b\",\"text\":\"x\"}', /user",
    "'{\"user\":\"@x\",\"text\":\"x\"}', /user",
    "'{\"user\":\"1\"}', /text",
    "'{\"user\":\"1\",\"text\":\" \"}', /text",
    "'{\"user\":\"1\",\"text\":{}}', /text",
    "'{\"user\":\"1\",\"text\":\"x\",\"parse_mode\":\"BBCode\"}', /parse_mode",
    "'{\"user\":\"1\",\"text\":\"x\",\"parsemode\":\"HTML\"}', /parsemode"
  })
  void namesTheFieldThatIsWrong(String body, String path) {
    HttpResponse<String> answer = shop.post("/send", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/path").asString()).isEqualTo(path);
  }

  @Test
  void refusesWhatIsNoForm() {
    assertThat(shop.post("/send", "[]").statusCode()).isEqualTo(400);
    assertThat(shop.post("/send", "").statusCode()).isEqualTo(400);
    assertThat(new ApiClient(gateway, "wrong").post("/send", "{}").statusCode()).isEqualTo(401);
    assertThat(new ApiClient(gateway, RunningGateway.READER_KEY).post("/send", "{}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void takesTheSameTextAgainByItsIdempotencyKey() {
    String key = UUID.randomUUID().toString();
    String text = "{\"user\":\"1\",\"text\":\"x\"}";
    HttpResponse<String> first = shop.post("/send", text, "Idempotency-Key", key);

    assertThat(shop.post("/send", text, "Idempotency-Key", key).body()).isEqualTo(first.body());
    assertThat(
            shop.post("/send", text.replace("\"x\"", "\"y\""), "Idempotency-Key", key).statusCode())
        .isEqualTo(409);
  }

  @Test
  void sendsAPhotoThatIsUploaded() {
    byte[] photo = Pictures.png(40_000);

    HttpResponse<String> answer = upload("user=1&caption=look&parse_mode=HTML", "photo", photo);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(sent(answer).text()).isEqualTo("look");
    assertThat(photoOf(answer)).isEqualTo(photo);
  }

  @Test
  void knowsAPhotoAgainByWhatIsInIt() {
    String key = UUID.randomUUID().toString();
    HttpResponse<String> first =
        upload("user=1", "photo", Pictures.png(100), "Idempotency-Key", key);
    HttpResponse<String> again =
        upload("user=1", "photo", Pictures.png(100), "Idempotency-Key", key);
    HttpResponse<String> other =
        upload("user=1", "photo", Pictures.png(101), "Idempotency-Key", key);

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(409);
  }

  @Test
  void sendsAPhotoThatLiesInAnAllowedFolder() {
    byte[] photo = Pictures.png(5_000);
    HttpResponse<String> answer = byPath(ScriptGateway.inside("chart.png", photo));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(photoOf(answer)).isEqualTo(photo);
  }

  @Test
  void readsNothingElse() throws IOException {
    Path secret = ScriptGateway.outside("secret.png", Pictures.png(100));
    Path link = Files.createSymbolicLink(ScriptGateway.photos().resolve("link.png"), secret);
    Path around = ScriptGateway.photos().resolve("../secret.png");

    assertThat(byPath(secret).statusCode()).isEqualTo(403);
    assertThat(byPath(around).statusCode()).isEqualTo(403);
    assertThat(byPath(link).statusCode()).as("a link that leads outside").isEqualTo(400);
    assertThat(byPath(Path.of("/etc/none-of-that-name")).statusCode()).isEqualTo(403);
    assertThat(byPath(ScriptGateway.photos()).statusCode()).as("a folder").isEqualTo(400);
    assertThat(byPath(ScriptGateway.photos().resolve("none")).statusCode()).isEqualTo(400);
    assertThat(byPath(ScriptGateway.inside("notes.png", "not a picture".getBytes())).statusCode())
        .isEqualTo(400);
    assertThat(byPath(Path.of("chart.png")).statusCode()).isEqualTo(400);
  }

  @Test
  void saysThatPathsAreClosedWhereNoFolderIsNamed() {
    HttpResponse<String> answer =
        ApiClient.sender(RunningGateway.shared())
            .post("/send_photo", "{\"user\":\"1\",\"photo_path\":\"/x.png\"}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("HERALD_PHOTO_FOLDERS");
  }

  @Test
  void wantsOnePhoto() {
    assertThat(shop.post("/send_photo", "{\"user\":\"1\"}").statusCode()).isEqualTo(400);
    assertThat(upload("user=1", "file", Pictures.png(10)).statusCode()).isEqualTo(400);
    assertThat(upload("user=1&photo_path=/x", "photo", Pictures.png(10)).statusCode())
        .isEqualTo(400);
    assertThat(upload("user=1", "photo", Pictures.png(10 * 1024 * 1024 + 1)).statusCode())
        .isEqualTo(413);
  }

  @Test
  void tellsHowThingsAreWithoutAKey() {
    HttpResponse<String> health = new ApiClient(gateway, "none").get("/health");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(json(health).get("status").asString()).isEqualTo("ok");
    assertThat(List.of("kafka", "redis"))
        .allSatisfy(part -> assertThat(json(health).get(part).asString()).isEqualTo("up"));
    assertThat(json(health).get("telegram").asString()).isEqualTo("configured");
    HttpResponse<String> head =
        shop.send(shop.at("/health").method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> byPath(Path photo) {
    return shop.post(
        "/send_photo", "{\"user\":\"1\",\"photo_path\":\"%s\"}".formatted(photo.toString()));
  }

  private HttpResponse<String> upload(
      String fields, String field, byte[] photo, String... headers) {
    var form = BodyPublishers.ofByteArray(Pictures.form(fields, field, "a.png", photo));
    var request =
        shop.to("/send_photo", form).setHeader("Content-Type", "multipart/form-data; boundary=b");
    return shop.send(headers.length == 0 ? request : request.headers(headers));
  }

  private NotificationRequested sent(HttpResponse<String> answer) {
    String id = json(answer).get("id").asString();
    return PublishedNotifications.read(published.of(id).getFirst());
  }

  private byte[] photoOf(HttpResponse<String> answer) {
    String blob = sent(answer).photo().blob();
    return gateway.part(Blobs.class).fetch(blob).block(Duration.ofMinutes(1)).bytes();
  }
}
