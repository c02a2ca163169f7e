package io.herald.worker.expand;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.account.Preferences;
import io.herald.model.account.QuietHours;
import io.herald.model.message.Button;
import io.herald.model.message.Entity;
import io.herald.model.message.Origin;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.SendOptions;
import io.herald.model.message.TextContent;
import io.herald.model.topic.Lane;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpandNotificationTest extends ExpandFixture {

  private static final Preferences AT_NIGHT =
      Preferences.of(
          true, Lane.BULK, new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), ZoneOffset.UTC);

  @Test
  void writesAMessageForAChat() {
    Expansion expansion =
        expand(
            """
            {"id":"n1","source":"shop","kind":"order.paid","to":{"chat":"123"},"title":"Paid",
             "text":"Order **4711** is paid","format":"markdown","priority":"interactive",
             "silent":true,"protect":true,"thread":7,"replaceKey":"order","onUnknown":"drop",
             "buttons":[[{"text":"Open","url":"https://shop.example"},{"text":"Ok","action":"ok"}]]}
            """);

    OutboundMessage message = expansion.messages().getFirst();
    TextContent content = (TextContent) message.content();
    assertThat(expansion.lane()).isEqualTo(Lane.INTERACTIVE);
    assertThat(message.id()).isEqualTo("notification:n1:chat:123:0");
    assertThat(message.key()).isEqualTo("main:123");
    assertThat(message.notificationId()).isEqualTo("n1");
    assertThat(message.replaceKey()).isEqualTo("order");
    assertThat(message.options()).isEqualTo(new SendOptions(7, true, true));
    assertThat(message.origin()).isEqualTo(new Origin("shop", "order.paid", null));
    assertThat(message.expiresAt()).isEqualTo(now.plusSeconds(86_400));
    assertThat(content.text()).isEqualTo("Paid\nOrder 4711 is paid");
    assertThat(content.entities())
        .containsExactly(Entity.of("bold", 0, 4), Entity.of("bold", 11, 4));
    assertThat(content.keyboard())
        .containsExactly(
            List.of(Button.url("Open", "https://shop.example"), Button.callback("Ok", "ok")));
    assertThat(told(expansion)).containsExactly("notification:n1:chat:123:0 PENDING null 1");
  }

  @Test
  void reachesAPersonWhereTheyHaveLinked() {
    people.link("ann", "77", Preferences.DEFAULT);

    OutboundMessage message =
        expand("{'id':'n','to':{'user':'ann'},'text':'x'}").messages().getFirst();

    assertThat(message.chat()).isEqualTo("77");
    assertThat(message.id()).isEqualTo("notification:n:user:ann:0");
    assertThat(message.origin().user()).isEqualTo("ann");
  }

  @Test
  void tellsOfWhomItCantReach() {
    people.link("bob", "78", Preferences.DEFAULT);
    people.unlink("bob");

    Expansion expansion =
        expand(
            """
            {'id':'n','to':[{'user':'ann'},{'user':'bob'},{'route':'none'},{'audience':'all'},
                            {'chat':'5'}],'text':'x'}
            """);

    assertThat(expansion.messages()).extracting(OutboundMessage::chat).containsExactly("5");
    assertThat(told(expansion))
        .containsExactly(
            "notification:n:user:ann:0 FAILED not_linked 5",
            "notification:n:user:bob:0 FAILED not_linked 5",
            "notification:n:route:none:0 FAILED unknown_route 5",
            "notification:n:audience:all:0 FAILED unknown_audience 5",
            "notification:n:chat:5:0 PENDING null 5");
  }

  @Test
  void writesToEachChatOnce() {
    people.link("ann", "1", Preferences.DEFAULT);
    people.link("bob", "78", Preferences.DEFAULT);

    Expansion expansion =
        expand(
            """
            {'id':'n','to':[{'route':'oncall'},{'route':'chats'},{'user':'bob'},{'chat':'-100'}],
             'text':'x'}
            """);

    assertThat(expansion.messages())
        .extracting(OutboundMessage::chat)
        .containsExactly("-100", "1", "78", "@news");
    assertThat(told(expansion)).contains("notification:n:chat:1:0 SUPPRESSED same_chat 5");
  }

  @Test
  void asksPreferencesAndWhatWasSentBefore() {
    people.link("off", "1", Preferences.of(false, Lane.BULK, null, ZoneOffset.UTC));
    people.link("few", "2", Preferences.of(true, Lane.INTERACTIVE, null, ZoneOffset.UTC));
    repeated.put("3", "duplicate");
    repeated.put("4", "cooldown");

    Expansion expansion =
        expand(
            """
            {'id':'n','to':[{'user':'off'},{'user':'few'},{'chat':'3'},{'chat':'4'},{'chat':'5'}],
             'text':'x'}
            """);

    assertThat(told(expansion))
        .containsExactly(
            "notification:n:user:off:0 SUPPRESSED disabled 5",
            "notification:n:user:few:0 SUPPRESSED priority 5",
            "notification:n:chat:3:0 SUPPRESSED duplicate 5",
            "notification:n:chat:4:0 SUPPRESSED cooldown 5",
            "notification:n:chat:5:0 PENDING null 5");
    assertThat(expansion.messages()).hasSize(1);
  }

  @Test
  void putsOffWhatComesAtNightAndSendsItWithTheSameIds() {
    people.link("ann", "1", AT_NIGHT);
    now = Instant.parse("2026-01-05T23:00:00Z");
    String json = "{'id':'n','to':[{'user':'ann'},{'chat':'5'}],'text':'x','replaceKey':'k'}";

    Expansion atNight = expand(json);
    var deferral = atNight.deferrals().getFirst();
    now = deferral.dueAt();
    Expansion inTheMorning =
        expand(new Task(deferral.request(), now, null, 0, deferral.messages()));

    assertThat(told(atNight))
        .containsExactly(
            "notification:n:user:ann:0 PENDING quiet_hours 2",
            "notification:n:chat:5:0 PENDING null 2");
    assertThat(deferral.dueAt()).isEqualTo(Instant.parse("2026-01-06T07:00:00Z"));
    assertThat(told(inTheMorning)).containsExactly("notification:n:user:ann:0 PENDING null 2");
    assertThat(inTheMorning.messages()).extracting(OutboundMessage::chat).containsExactly("1");
    assertThat(inTheMorning.messages().getFirst().expiresAt())
        .isEqualTo(Instant.parse("2026-01-07T07:00:00Z"));
  }

  @Test
  void doesNotKeepWhatExpiresAtNight() {
    people.link("ann", "1", AT_NIGHT);
    now = Instant.parse("2026-01-05T23:00:00Z");

    Expansion expansion =
        expand("{'id':'n','to':{'user':'ann'},'text':'x','expiresAt':'2026-01-06T07:00:00Z'}");

    assertThat(told(expansion)).containsExactly("notification:n:user:ann:0 EXPIRED quiet_hours 1");
    assertThat(expansion.deferrals()).isEmpty();
  }

  @Test
  void asksNobodyAboutWhatHasExpired() {
    repeated.put("5", "duplicate");

    Expansion expansion =
        expand("{'id':'n','to':{'chat':'5'},'text':'x','expiresAt':'2026-01-05T12:00:00Z'}");

    assertThat(told(expansion)).containsExactly("notification:n:chat:5:0 PENDING null 1");
  }

  @Test
  void letsAWholeNotificationWaitForItsTime() {
    String json =
        """
        {'id':'n','to':[{'audience':'linked'},{'user':'ann'},{'route':'oncall'}],'text':'x',
         'notBefore':'2026-01-05T13:00:00Z'}
        """;
    people.link("ann", "1", Preferences.DEFAULT);

    Expansion early = expand(json);
    now = Instant.parse("2026-01-05T13:00:00Z");
    Expansion due = expand(json);

    assertThat(told(early)).containsExactly("notification:n:user:ann:0 PENDING not_before null");
    assertThat(early.messages()).isEmpty();
    assertThat(early.deferrals())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.dueAt()).isEqualTo(now);
          assertThat(it.messages()).isNull();
        });
    assertThat(due.messages()).extracting(OutboundMessage::chat).containsExactly("1", "-100");
  }

  @Test
  void expandsAnAudienceSliceBySlice() {
    for (int i = 0; i < 25; i++) {
      people.link("user%02d".formatted(i), String.valueOf(1000 + i), Preferences.DEFAULT);
    }
    var task =
        Task.of(
            read(
                """
                {'id':'n','to':[{'audience':'linked'},{'chat':'5'},{'user':'user03'},
                                {'chat':'1012'}],'text':'x'}
                """),
            now);

    List<Expansion> steps = new ArrayList<>();
    for (Task next = task; next != null; next = next(task, steps.getLast())) {
      steps.add(expand(next));
    }

    Set<String> chats = new HashSet<>();
    steps.forEach(step -> step.messages().forEach(it -> assertThat(chats.add(it.chat())).isTrue()));
    assertThat(steps).extracting(step -> step.messages().size()).containsExactly(12, 9, 5);
    assertThat(chats).hasSize(26).contains("5", "1003", "1012");
    assertThat(told(steps.get(0))).first().asString().endsWith("PENDING null null");
    assertThat(told(steps.get(1)))
        .contains("notification:n:user:user12:0 SUPPRESSED same_chat null");
    assertThat(told(steps.get(2))).allSatisfy(it -> assertThat(it).endsWith(" 27"));
  }

  private static Task next(Task task, Expansion step) {
    var next = step.next();
    return next == null
        ? null
        : new Task(task.notification(), task.at(), next.after(), next.expanded(), null);
  }

  @Test
  void tellsThatAnAudienceIsEmpty() {
    assertThat(told(expand("{'id':'n','to':{'audience':'linked'},'text':'x'}")))
        .containsExactly("notification:n:audience:linked:0 FAILED no_recipients 1");
  }
}
