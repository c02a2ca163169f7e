package io.herald.gateway.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herald.model.json.Json;
import io.herald.model.notification.TextMarkup;
import io.herald.model.schedule.Post;
import io.herald.runtime.contract.InvalidNotification;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.contract.Violation;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadPostTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final ReadPost read = new ReadPost(new ReadNotification(), InstantSource.fixed(NOON));

  @Test
  void readsATextForNow() {
    assertThat(read("{'target':'@news','text':'Hello'}"))
        .isEqualTo(new Draft(Post.text("@news", "Hello"), "", null, null));
  }

  @Test
  void readsAllThatAPostMayHave() {
    Draft draft =
        read(
            "{'target':'-1001234567890','at':'2026-12-24T18:00:00+01:00','title':'Holidays',"
                + "'owner':'ann@example.com','text':'**Hi**','format':'markdown',"
                + "'photo':{'url':'https://example.com/tree.png'},'silent':true,'protect':true,"
                + "'buttons':[[{'text':'Open','url':'https://example.com'}]],'thread':7}");

    assertThat(draft.at()).isEqualTo(Instant.parse("2026-12-24T17:00:00Z"));
    assertThat(draft.title()).isEqualTo("Holidays");
    assertThat(draft.owner()).isEqualTo("ann@example.com");
    assertThat(draft.post().format()).isEqualTo(TextMarkup.MARKDOWN);
    assertThat(draft.post().photo().url()).isEqualTo("https://example.com/tree.png");
    assertThat(draft.post().buttons()).hasSize(1);
    assertThat(draft.post().thread()).isEqualTo(7);
    assertThat(draft.post().silent() && draft.post().protect()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | ''",
        "{'text':'x'} | /target",
        "{'target':'news','text':'x'} | /target",
        "{'target':7,'text':'x'} | /target",
        "{'target':'@news'} | ''",
        "{'target':'@news','text':' '} | /text",
        "{'target':'@news','text':'x','format':'bbcode'} | /format",
        "{'target':'@news','photo':{'url':'http://10.0.0.1/x.png'}} | /photo/url",
        "{'target':'@news','text':'x','at':'tomorrow'} | /at",
        "{'target':'@news','text':'x','at':7} | /at",
        "{'target':'@news','text':'x','at':'2026-01-05T11:00:00Z'} | /at",
        "{'target':'@news','text':'x','at':'2036-01-05T11:00:00Z'} | /at",
        "{'target':'@news','photo':{'blob':'b1'},'at':'2026-01-15T11:00:00Z'} | /photo/blob",
        "{'target':'@news','text':'x','title':7} | /title",
        "{'target':'@news','text':'x','owner':'a b'} | /owner",
        "{'target':'@news','text':'x','to':{'chat':'1'}} | /to",
        "{'target':'@news','text':'x','template':'invoice'} | /template",
      })
  void namesWhatIsWrong(String json, String path) {
    assertThat(wrong(json).violations()).extracting(Violation::path).containsExactly(path);
  }

  @Test
  void namesAllThatIsWrong() {
    assertThat(wrong("{'at':'never','text':7,'colour':'red'}").violations())
        .extracting(Violation::path)
        .containsExactlyInAnyOrder("/target", "/at", "/text", "/colour");
  }

  private InvalidNotification wrong(String json) {
    return catchThrowableOfType(InvalidNotification.class, () -> read(json));
  }

  private Draft read(String json) {
    return read.read(Json.tree(json.replace('\'', '"').getBytes(UTF_8)));
  }
}
