package io.herald.worker.expand;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.message.Media;
import io.herald.model.message.Part;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.TextContent;
import org.junit.jupiter.api.Test;

/** What a notification looks like as messages. */
class ExpandContentsTest extends ExpandFixture {

  @Test
  void splitsALongTextAndNumbersItsParts() {
    String text = "word ".repeat(1200);

    Expansion expansion =
        expand(
            """
            {'id':'n','to':[{'chat':'1'},{'chat':'2'}],'text':'%s','replaceKey':'k',
             'buttons':[[{'text':'a','action':'b'}]]}
            """
                .formatted(text));

    assertThat(expansion.messages())
        .extracting(it -> it.id() + ' ' + it.part() + ' ' + it.replaceKey())
        .containsExactly(
            "notification:n:chat:1:0 " + new Part(1, 2) + " k",
            "notification:n:chat:1:1 " + new Part(2, 2) + " null",
            "notification:n:chat:2:0 " + new Part(1, 2) + " k",
            "notification:n:chat:2:1 " + new Part(2, 2) + " null");
    assertThat(((TextContent) expansion.messages().get(0).content()).keyboard()).isEmpty();
    assertThat(((TextContent) expansion.messages().get(1).content()).keyboard()).hasSize(1);
    assertThat(expansion.events())
        .hasSize(4)
        .allSatisfy(it -> assertThat(it.messages()).isEqualTo(4));
  }

  @Test
  void losesNoTextToItsMarkup() {
    Expansion expansion =
        expand("{'id':'n','to':{'chat':'1'},'title':'T','text':'<b>x','format':'html'}");

    assertThat(((TextContent) expansion.messages().getFirst().content()).text())
        .isEqualTo("T\n<b>x");
    DeliveryEvent event = expansion.events().getFirst();
    assertThat(event.errorClass()).isNull();
    assertThat(event.error()).contains("malformed at byte").doesNotContain("<b>");
    assertThat(event.downgrades()).containsExactly("plain-text");
  }

  @Test
  void rendersATemplate() {
    Expansion expansion =
        expand(
            """
            {'id':'n','to':{'chat':'1'},'template':'job.finished',
             'data':{'job':'backup','success':true}}
            """);

    assertThat(((TextContent) expansion.messages().getFirst().content()).text())
        .isEqualTo("✅ backup\nResult: finished");
  }

  @Test
  void tellsOfATemplateThatIsNotThere() {
    Expansion expansion =
        expand("{'id':'n','to':[{'chat':'1'},{'route':'oncall'}],'template':'none'}");

    assertThat(expansion.messages()).isEmpty();
    assertThat(told(expansion))
        .containsExactly(
            "notification:n:chat:1:0 FAILED unknown_template 2",
            "notification:n:route:oncall:0 FAILED unknown_template 2");
  }

  @Test
  void tellsOfATextThatHasNothingToSee() {
    assertThat(told(expand("{'id':'n','to':{'chat':'1'},'text':'<b></b>','format':'html'}")))
        .containsExactly("notification:n:chat:1:0 FAILED empty_message 1");
  }

  @Test
  void sendsPictures() {
    Expansion expansion =
        expand(
            """
            {'id':'n','to':{'chat':'1'},'photo':{'blob':'b1','name':'a.png'},'title':'T'}
            """);

    PhotoContent photo = (PhotoContent) expansion.messages().getFirst().content();
    assertThat(photo.photo()).isEqualTo(Media.blob("b1", "a.png"));
    assertThat(photo.caption()).isEqualTo("T");
  }
}
