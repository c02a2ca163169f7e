package io.herald.worker.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.model.notification.TextMarkup;
import io.herald.telegram.text.FormattedText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTest {

  private static final MissingValue NOBODY = (_, _) -> {};

  @Test
  void takesTheFirstLinesForTheTitle() throws Exception {
    Rendered rendered = render("title: Hello {{name}}\n---\nText {{name}}", Map.of("name", "<A>"));

    assertThat(rendered).isEqualTo(new Rendered("Hello <A>", "Text &lt;A&gt;", TextMarkup.HTML));
    assertThat(render("Text", Map.of()).title()).isEmpty();
  }

  /** Every character that stands on a keyboard, in every markup. */
  @ParameterizedTest
  @EnumSource(TextMarkup.class)
  void writesValuesAsTheyAre(TextMarkup markup) throws Exception {
    String every =
        IntStream.range(33, 127)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    Template template = Template.of("t", markup, "a {{value}} z", NOBODY);

    Rendered rendered = template.render(Map.of("value", every));

    assertThat(ReadMarkup.of(rendered.text(), markup))
        .isEqualTo(FormattedText.plain("a " + every + " z"));
  }

  @Test
  void writesAValueAsMarkupWhereItsAuthorWantsThat() throws Exception {
    assertThat(render("{{{x}}}{{&x}}", Map.of("x", "<b>")).text()).isEqualTo("<b><b>");
  }

  @Test
  void looksIntoJsonAlone() throws Exception {
    Map<String, Object> data =
        Map.of("word", "abc", "list", List.of(1, 2), "map", Map.of("inner", true));

    assertThat(
            render("{{word.class}}{{word.length}}{{#map}}{{inner}}{{/map}}{{map.inner}}", data)
                .text())
        .isEqualTo("truetrue");
  }

  @Test
  void takesNullForMissing() throws Exception {
    Map<String, Object> data = Collections.singletonMap("x", null);

    assertThat(render("({{x}}{{#x}}no{{/x}}{{^x}}yes{{/x}})", data).text()).isEqualTo("(yes)");
  }

  @Test
  void comesToAnEnd() throws Exception {
    List<Integer> list = Collections.nCopies(1000, 1);
    Map<String, Object> data = Map.of("a", list);

    String text =
        render("{{#a}}{{#a}}{{#a}}{{#a}}xxxxxxxxxxxxxxxxxxxx{{/a}}{{/a}}{{/a}}{{/a}}", data).text();

    assertThat(text).hasSize(Template.MOST_CHARACTERS + 1).endsWith("x…");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {{#a}}x                | a
          {{>other}}             | can't include another
          {{#a}}{{>other}}{{/a}} | can't include another
          title: x               | there must be one with ---
          <b>x                   | its markup is malformed
          """)
  void refusesWhatCantBeUsed(String source, String problem) {
    TemplateFile file = TemplateFile.named("t.html").orElseThrow();

    assertThatThrownBy(() -> file.read(source.getBytes(), NOBODY))
        .isInstanceOf(BrokenTemplate.class)
        .hasMessageContaining(problem);
  }

  private static Rendered render(String source, Map<String, Object> data) throws BrokenTemplate {
    return Template.of("t", TextMarkup.HTML, source, NOBODY).render(data);
  }
}
