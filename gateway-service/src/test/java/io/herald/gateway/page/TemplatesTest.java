package io.herald.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.account.PreferencesDraft;
import io.herald.gateway.account.PreferencesDraft.SummaryDraft;
import io.herald.gateway.login.Login;
import io.herald.gateway.login.PagePerson;
import io.herald.gateway.page.TelegramCard.Invitation;
import io.herald.gateway.page.TelegramCard.Linked;
import io.herald.gateway.page.TelegramCard.State;
import io.herald.model.account.Preferences;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.history.NotificationPage;
import io.herald.runtime.history.NotificationState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every face that the pages have. They are kept as {@code target/pages/<name>.html}, to be looked
 * at.
 */
class TemplatesTest {

  private static final Path KEPT = Path.of("target", "pages");
  // The policy forbids them, and a browser would only say so in its console.
  private static final Pattern INLINE =
      Pattern.compile(
          "<style|\\sstyle=|\\son[a-z]+=|javascript:|hx-on|<script(?![^>]*\\ssrc=)|<script[^>]*>[^<]",
          Pattern.CASE_INSENSITIVE);
  private static final PagePerson ANN = new PagePerson("ann@example.com", "Ann Example", false, "");
  private static final TelegramCard INVITED =
      TelegramCard.notLinked(
          new Invitation("https://t.me/herald_bot?start=x&y", "14:30", 1L, "@herald_bot"));

  @TestFactory
  List<DynamicTest> noPageHasInlineScriptsOrStyles() {
    return pages().entrySet().stream()
        .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> check(page)))
        .toList();
  }

  private static void check(Map.Entry<String, String> page) throws IOException {
    Files.createDirectories(KEPT);
    Files.writeString(KEPT.resolve(page.getKey() + ".html"), page.getValue());
    assertThat(INLINE.matcher(page.getValue()).find()).isFalse();
    assertThat(page.getValue())
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"en\">", "name=\"viewport\"", "id=\"main\"")
        .doesNotContain("th:", "null");
  }

  @Test
  void whatPeopleWriteIsText() {
    String evil = "<img src=x onerror=alert(1)>";
    String row = Rendered.of("rows :: changed", Map.of("row", row(NotificationState.SENT, evil)));
    assertThat(row).doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt;");
    String code = Rendered.of("telegram :: enter", Map.of("code", "\"><b>", "problem", "No."));
    assertThat(code).doesNotContain("<b>").contains("value=\"&quot;&gt;&lt;b&gt;\"");
  }

  @Test
  void aRowAsksOnlyWhileItMayChange() {
    for (NotificationState state : NotificationState.values()) {
      String row = Rendered.of("rows :: row", Map.of("row", row(state, "Paid")));
      assertThat(row.contains("hx-get=")).as(state.name()).isEqualTo(Words.isOpen(state));
    }
  }

  @Test
  void aProblemStandsNextToItsFieldAndIsToldToScreenReaders() {
    String code =
        Rendered.of("telegram :: enter", Map.of("code", "123", "problem", "Six digits, please."));
    assertThat(code)
        .contains("aria-invalid=\"true\"", "aria-describedby=\"code-problem\"")
        .containsPattern("id=\"code-problem\" role=\"alert\"[^>]*>Six digits, please.");
    String zone =
        Rendered.of("preferences :: form", Map.of("form", wrongForm(), "zones", List.of()));
    assertThat(zone)
        .contains("value=\"Mars/Base\"", "It must be a zone")
        .containsPattern("id=\"zone\"[^>]*aria-invalid=\"true\"");
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("login", Rendered.of("login", Map.of("login", new Login(true, "http://localhost"))));
    pages.put(
        "login-out",
        Rendered.of(
            "login",
            Map.of(
                "login",
                new Login(true, "http://localhost"),
                "news",
                "You are logged out.",
                "bad",
                false)));
    pages.put("login-unconfigured", Rendered.of("login", Map.of("login", new Login(false, ""))));
    pages.put("home-not-linked", home(INVITED, List.of(), form()));
    pages.put("home-linked", home(linked(false), rows(), form()));
    pages.put("home-suspended", home(linked(true), rows(), wrongForm()));
    pages.put("home-closed", home(TelegramCard.CLOSED, List.of(), form()));
    pages.put("home-unknown", home(TelegramCard.UNKNOWN, List.of(), form()));
    pages.put("history", history(rows(), ""));
    pages.put("history-empty", history(List.of(), ""));
    pages.put("history-none-of-that", history(List.of(), "FAILED"));
    pages.put("trace", trace());
    pages.putAll(ScheduleFaces.pages(ANN));
    pages.put(
        "problem",
        Rendered.of("problem", Map.of("person", ANN, "problem", "There is no such notification.")));
    return pages;
  }

  private static String home(TelegramCard card, List<NotificationRow> rows, PreferencesForm form) {
    return Rendered.of(
        "home",
        Map.of(
            "person", ANN,
            "card", card,
            "form", form,
            "zones", List.of("UTC", "Europe/Berlin"),
            "rows", rows,
            "known", card.state() != State.UNKNOWN));
  }

  private static String history(List<NotificationRow> rows, String state) {
    Map<String, Object> model = new HashMap<>();
    model.put("person", ANN);
    model.put("states", Map.of("SENT", "Sent", "FAILED", "Failed"));
    model.put("state", state);
    model.put("kind", "");
    model.put("filtered", !state.isEmpty());
    model.put("older", false);
    model.put(
        "page", new NotificationPage(List.of(), rows.isEmpty() ? null : "more", !rows.isEmpty()));
    model.put("rows", rows);
    return Rendered.of("history", model);
  }

  private static String trace() {
    Words sent = Words.of(NotificationState.SENT);
    Words failed = Words.of(NotificationState.RETRYING);
    Trace trace =
        new Trace(
            row(NotificationState.RETRYING, "Order 4711 is paid"),
            "shop",
            "standard",
            "v1",
            List.of(
                new Trace.Step("Accepted", "14:03:11.120", "0 ms", "good"),
                new Trace.Step("Expanded", "2 messages", "9 ms", "good"),
                new Trace.Step("Telegram's answer", "3 attempts", "21 ms", "good"),
                new Trace.Step("Sent", "Trying again", null, "wait")),
            List.of(
                new Trace.Message("1 of 2", "1000001", sent, 1, "17", null),
                new Trace.Message(
                    "2 of 2", "1000001", failed, 2, "", "Telegram does not answer at the moment")),
            0,
            List.of(
                new Trace.Change(
                    "14:03:11.129", "+9 ms", Words.of(NotificationState.PENDING), 0, null),
                new Trace.Change("14:03:11.141", "+21 ms", sent, 1, null),
                new Trace.Change(
                    "14:03:13.230",
                    "+2110 ms",
                    failed,
                    2,
                    "Telegram does not answer at the moment")));
    return Rendered.of("trace", Map.of("person", ANN, "trace", trace, "row", trace.row()));
  }

  private static TelegramCard linked(boolean suspended) {
    return new TelegramCard(
        State.LINKED,
        new Linked("Ann", "@ann", "21 November 2026", suspended, "@herald_bot"),
        null);
  }

  @Test
  void rowsSayInSecondsWhatTookLong() {
    assertThat(history(rows(), "")).contains("in 63.1 s").doesNotContain("63125");
    assertThat(Times.took(34)).isEqualTo("34 ms");
  }

  private static List<NotificationRow> rows() {
    return Arrays.stream(NotificationState.values())
        .map(state -> row(state, "Order 4711 is paid, and this title goes on for quite a while"))
        .toList();
  }

  private static NotificationRow row(NotificationState state, String name) {
    boolean sent = state == NotificationState.SENT;
    return new NotificationRow(
        "order 1&2/" + state,
        name,
        "order.paid",
        Words.of(state),
        state.name(),
        NotificationRow.every(state),
        "2026-11-21T14:03:11Z",
        "21 Nov, 14:03",
        sent ? Times.took(63_125) : null,
        state == NotificationState.SUPPRESSED ? "the recipient wants only more urgent ones" : null);
  }

  private static PreferencesForm form() {
    return PreferencesForm.of(Preferences.DEFAULT, true);
  }

  private static PreferencesForm wrongForm() {
    return new PreferencesForm(
            true,
            "bulk",
            "22:00",
            "",
            "Mars/Base",
            new SummaryDraft(true, "9", false),
            Map.of(),
            false)
        .with(
            List.of(
                new Violation(PreferencesDraft.TO_PATH, "is missing: quiet hours have both"),
                new Violation(
                    PreferencesDraft.ZONE_PATH, "must be a zone's name such as Europe/Berlin")));
  }
}
