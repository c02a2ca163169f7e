package io.herald.gateway.upload;

import static io.herald.gateway.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.ApiClient;
import io.herald.gateway.RunningGateway;
import io.herald.runtime.blob.Blob;
import io.herald.runtime.blob.Blobs;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /api/blobs}, in front of a real Kafka. */
class UploadDoorTest {

  private static final String PATH = "/api/blobs";
  private static final String SOME_BYTES = "application/octet-stream";
  private static final String FORM = "multipart/form-data; boundary=b";
  private static final int MEGABYTE = 1024 * 1024;

  private final RunningGateway gateway = RunningGateway.shared();
  private final ApiClient shop = ApiClient.sender(gateway);

  @Test
  void keepsAPicture() {
    byte[] picture = Pictures.png(700_000);

    HttpResponse<String> answer = upload("image/png", picture);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).get("size").asInt()).isEqualTo(700_000);
    assertThat(json(answer).get("type").asString()).isEqualTo("image/png");
    assertThat(stored(answer).bytes()).isEqualTo(picture);
  }

  @Test
  void keepsTheFileOfAForm() {
    byte[] picture = Pictures.png(300_000);

    HttpResponse<String> answer =
        upload(FORM, Pictures.form("", "file", "../../etc/Grüße.png", picture));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).get("name").asString()).isEqualTo("Grüße.png");
    assertThat(stored(answer).bytes()).isEqualTo(picture);
    assertThat(stored(answer).name()).isEqualTo("Grüße.png");
  }

  @Test
  void keepsADocumentAsWhatItIsSaidToBe() {
    HttpResponse<String> answer =
        shop.send(
            request("application/pdf", BodyPublishers.ofString("%PDF-1.7"))
                .header("Content-Disposition", "attachment; filename=\"report.pdf\""));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).get("type").asString()).isEqualTo("application/pdf");
    assertThat(json(answer).get("name").asString()).isEqualTo("report.pdf");
  }

  @ParameterizedTest
  @CsvSource({"application/octet-stream", "application/x-www-form-urlencoded"})
  void findsOutWhatNobodySays(String type) {
    assertThat(json(upload(type, Pictures.png(50))).get("type").asString()).isEqualTo("image/png");
    assertThat(json(upload(type, new byte[50])).get("type").asString()).isEqualTo(SOME_BYTES);
  }

  @Test
  void refusesAPictureThatIsNone() {
    assertThat(upload("image/png", new byte[50]).statusCode()).isEqualTo(415);
  }

  @Test
  void refusesWhatIsTooLarge() {
    byte[] large = Pictures.png(10 * MEGABYTE + 1);

    assertThat(upload("image/png", large).statusCode()).isEqualTo(413);
    assertThat(upload(SOME_BYTES, large).statusCode()).as("as a document").isEqualTo(201);
    byte[] larger = new byte[50 * MEGABYTE + 1];
    assertThat(upload(SOME_BYTES, larger).statusCode()).isEqualTo(413);
    var unannounced = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(larger));
    assertThat(shop.send(request(SOME_BYTES, unannounced)).statusCode()).isEqualTo(413);
  }

  @Test
  void refusesWhatIsNoFile() {
    assertThat(upload("image/png", new byte[0]).statusCode()).isEqualTo(400);
    String noFile = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--b--\r\n";
    assertThat(upload(FORM, noFile.getBytes()).statusCode()).isEqualTo(400);
    assertThat(upload(FORM, "no form".getBytes()).statusCode()).isEqualTo(400);
  }

  @Test
  void refusesWhoMayNot() {
    var nobody = new ApiClient(gateway, "a key that nobody has");
    var screen = new ApiClient(gateway, RunningGateway.READER_KEY);
    BodyPublisher picture = BodyPublishers.ofByteArray(Pictures.png(10));

    assertThat(nobody.send(nobody.to(PATH, picture)).statusCode()).isEqualTo(401);
    assertThat(screen.send(screen.to(PATH, picture)).statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> upload(String type, byte[] file) {
    return shop.send(request(type, BodyPublishers.ofByteArray(file)));
  }

  private HttpRequest.Builder request(String type, BodyPublisher file) {
    return shop.to(PATH, file).setHeader("Content-Type", type);
  }

  private Blob stored(HttpResponse<String> answer) {
    return gateway
        .part(Blobs.class)
        .fetch(json(answer).get("id").asString())
        .block(Duration.ofMinutes(1));
  }
}
