package io.herald.worker.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Entity;
import io.herald.telegram.text.FormattedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BuiltInTest {

  private static final Map<String, Map<String, Object>> DATA =
      Map.of(
          "post.succeeded",
          Map.of(
              "platform", "Mastodon",
              "account", "@shop",
              "excerpt", "Our summer sale",
              "at", "09:30",
              "url", "https://social.example/@shop/1"),
          "post.failed",
          Map.of(
              "platform", "Mastodon",
              "account", "@shop",
              "error", "The picture is too large",
              "attempts", 3,
              "excerpt", "Our summer sale",
              "url", "https://shop.example/posts/1"),
          "automation.executed",
          Map.of(
              "name", "Nightly clean-up",
              "status", "succeeded",
              "trigger", "schedule",
              "duration", "12 s",
              "actions", List.of("moved 3 files", "deleted 1 file"),
              "error", "a warning",
              "url", "https://auto.example/runs/9"),
          "daily.summary",
          Map.of(
              "date", "5 January",
              "intro", "A quiet day.",
              "items",
                  List.of(
                      Map.of("label", "Posts", "value", 4), Map.of("label", "Errors", "value", 0)),
              "note", "More tomorrow."),
          "drift.detected",
          Map.of(
              "resource", "db-1",
              "environment", "production",
              "changes",
                  List.of(Map.of("field", "max_connections", "expected", 100, "actual", 200)),
              "url", "https://drift.example/db-1"),
          "job.finished",
          Map.of(
              "job", "backup",
              "success", true,
              "duration", "4 min",
              "error", "none",
              "output", "120 files",
              "url", "https://jobs.example/7"),
          "system.test",
          Map.of("user", "ann@example.com", "at", "09:00"));

  static final List<String> NAMES = DATA.keySet().stream().sorted().toList();

  private final List<String> missing = new ArrayList<>();
  private final Templates templates =
      new Templates(null, (template, value) -> missing.add(template + ' ' + value));

  @Test
  void tellsOfAPost() {
    FormattedText text = text("post.succeeded", DATA.get("post.succeeded"));

    assertThat(rendered("post.succeeded").title()).isEqualTo("✅ Published on Mastodon");
    assertThat(text.text()).isEqualTo("Account: @shop\nOur summer sale\nAt: 09:30\nOpen the post");
    assertThat(formats(text))
        .containsExactly("bold @shop", "blockquote Our summer sale", "text_link Open the post");
  }

  @Test
  void tellsOfAPostThatFailed() {
    FormattedText text = text("post.failed", DATA.get("post.failed"));

    assertThat(rendered("post.failed").title()).isEqualTo("❌ Publishing failed on Mastodon");
    assertThat(text.text())
        .isEqualTo(
            "Account: @shop\nReason: The picture is too large\nAttempts: 3\nOur summer sale\n"
                + "Look at the post");
  }

  @Test
  void tellsOfAnAutomation() {
    FormattedText text = text("automation.executed", DATA.get("automation.executed"));

    assertThat(text.text())
        .isEqualTo(
            "Result: succeeded\nStarted by: schedule\nTook: 12 s\n• moved 3 files\n"
                + "• deleted 1 file\na warning\nOpen the run");
    assertThat(formats(text))
        .containsExactly("bold succeeded", "pre a warning", "text_link Open the run");
  }

  @Test
  void tellsOfADay() {
    assertThat(rendered("daily.summary").title()).isEqualTo("📊 Summary of 5 January");
    assertThat(text("daily.summary", DATA.get("daily.summary")).text())
        .isEqualTo("A quiet day.\n\n• Posts: 4\n• Errors: 0\n\nMore tomorrow.");
    assertThat(text("daily.summary", Map.of()).text()).isEqualTo("Nothing to report.");
  }

  @Test
  void tellsOfDrift() {
    FormattedText text = text("drift.detected", DATA.get("drift.detected"));

    assertThat(text.text())
        .isEqualTo("Environment: production\n• max_connections: 100 → 200\nDetails");
    assertThat(formats(text))
        .containsExactly(
            "bold production", "code max_connections", "code 100", "code 200", "text_link Details");
  }

  @Test
  void tellsOfAJob() {
    assertThat(rendered("job.finished").title()).isEqualTo("✅ backup");
    assertThat(text("job.finished", DATA.get("job.finished")).text())
        .isEqualTo("Result: finished\nTook: 4 min\nnone\n120 files\nOpen the job");
    assertThat(text("job.finished", Map.of("job", "backup", "success", false)).text())
        .isEqualTo("Result: failed");
  }

  @Test
  void tellsOfATest() {
    assertThat(text("system.test", DATA.get("system.test")).text())
        .isEqualTo(
            "This is a test for ann@example.com, sent at 09:00. You will get your notifications"
                + " here.");
  }

  /** Values full of markup are words: they add no formatting and lose no character. */
  @ParameterizedTest
  @FieldSource("NAMES")
  void takesNoValueForMarkup(String name) {
    String hostile = "<b>&amp;\" *x* _y_ `z` [a](b) ||s|| ~~d~~ # 1. > \\ {{url}} </pre></b> x";
    Map<String, Object> data = replaced(DATA.get(name), hostile);

    FormattedText text = text(name, data);

    List<String> kinds = text.entities().stream().map(Entity::type).distinct().toList();
    List<String> usual =
        text(name, DATA.get(name)).entities().stream().map(Entity::type).distinct().toList();
    assertThat(usual).containsAll(kinds);
    assertThat(text.text()).contains(hostile);
    assertThat(missing).isEmpty();
  }

  /** What a person writes may have lines, and lines that look like lists, headings or code. */
  @Test
  void takesNoLineOfAValueForMarkup() {
    String lines = "one\n# two\n- three\n\n    four\n```\n1. five\n---\n| a | b |\n> six\n<b>seven";

    FormattedText text = text("daily.summary", Map.of("intro", lines));

    assertThat(text.entities()).isEmpty();
    assertThat(text.text()).isEqualTo(lines.replace("    four", "four") + "\n\nNothing to report.");
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void leavesEmptyWhatIsMissing(String name) {
    assertThat(text(name, Map.of()).text()).doesNotContain("{{", "null");
  }

  @Test
  void tellsWhatIsMissing() {
    rendered("drift.detected", Map.of("changes", List.of(Map.of("field", "x", "expected", 1))));

    assertThat(missing).containsExactly("drift.detected resource", "drift.detected actual");
  }

  private Rendered rendered(String name) {
    return rendered(name, DATA.get(name));
  }

  private Rendered rendered(String name, Map<String, Object> data) {
    return templates.render(name, data).orElseThrow();
  }

  private FormattedText text(String name, Map<String, Object> data) {
    Rendered rendered = rendered(name, data);
    assertThat(rendered.title()).isNotBlank();
    return (FormattedText) ReadMarkup.of(rendered.text(), rendered.markup());
  }

  private static List<String> formats(FormattedText text) {
    return text.entities().stream()
        .map(it -> it.type() + ' ' + text.text().substring(it.offset(), it.offset() + it.length()))
        .toList();
  }

  private static Map<String, Object> replaced(Map<String, Object> data, String value) {
    return data.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                it -> replaced(it.getValue(), value),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  @SuppressWarnings("unchecked")
  private static Object replaced(Object data, String value) {
    return switch (data) {
      case Map<?, ?> map -> replaced((Map<String, Object>) map, value);
      case List<?> list -> list.stream().map(it -> replaced(it, value)).toList();
      case Boolean flag -> flag;
      default -> value;
    };
  }
}
