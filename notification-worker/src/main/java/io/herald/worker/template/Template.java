package io.herald.worker.template;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.herald.model.notification.TextMarkup;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Mustache template of a notification: values, sections, lists, nothing that computes. Values are
 * written so that they are no markup; {@code {{{value}}}} writes one as it is. A value that is
 * missing is left empty.
 *
 * <p>Where the first line is {@code title: …} and the second {@code ---}, the first is the title.
 */
public final class Template {

  /** Most characters that a template makes; what is beyond is cut off. */
  static final int MOST_CHARACTERS = 128 * 1024;

  static final int MOST_OF_TITLE = 512;

  private static final String TITLE = "title:";
  private static final String RULE = "---";
  private static final String CUT = "…";
  // No data holds this by accident or on purpose.
  private static final String MISSING = UUID.randomUUID() + " ";

  private final com.samskivert.mustache.Template title;
  private final com.samskivert.mustache.Template text;
  private final TextMarkup markup;

  private Template(
      com.samskivert.mustache.Template title,
      com.samskivert.mustache.Template text,
      TextMarkup markup) {
    this.title = title;
    this.text = text;
    this.markup = markup;
  }

  /**
   * Reads a template.
   *
   * @param name for {@code missing}
   * @param source what stands in its file
   * @throws BrokenTemplate when it is none
   */
  static Template of(String name, TextMarkup markup, String source, MissingValue missing)
      throws BrokenTemplate {
    String[] lines = source.split("\\R", 3);
    boolean titled = lines[0].startsWith(TITLE);
    if (titled && (lines.length < 3 || !lines[1].strip().equals(RULE))) {
      throw new BrokenTemplate("below the line with the title there must be one with " + RULE);
    }
    String title = titled ? lines[0].substring(TITLE.length()).strip() : "";
    return new Template(
        compiled(title, compiler(name, TextMarkup.PLAIN, missing)),
        compiled(titled ? lines[2] : source, compiler(name, markup, missing)),
        markup);
  }

  private static com.samskivert.mustache.Template compiled(
      String source, Mustache.Compiler compiler) throws BrokenTemplate {
    try {
      var compiled = compiler.compile(source);
      compiled.visit(new NoOtherFiles());
      return compiled;
    } catch (MustacheException e) {
      throw new BrokenTemplate(e.getMessage());
    }
  }

  private static Mustache.Compiler compiler(String name, TextMarkup markup, MissingValue missing) {
    return Mustache.compiler()
        .withEscaper(Escape.in(markup))
        .withCollector(new JsonValues())
        .emptyStringIsFalse(true)
        .defaultValue(MISSING + "{{name}}")
        .withFormatter(value -> formatted(value, name, missing));
  }

  private static String formatted(Object value, String name, MissingValue missing) {
    String text = String.valueOf(value);
    if (text.startsWith(MISSING)) {
      missing.missing(name, text.substring(MISSING.length()));
      return "";
    }
    return text;
  }

  /** The template with these values; it never fails. */
  Rendered render(Map<String, Object> data) {
    return new Rendered(
        render(title, data, MOST_OF_TITLE).strip(), render(text, data, MOST_CHARACTERS), markup);
  }

  private static String render(
      com.samskivert.mustache.Template template, Map<String, Object> data, int limit) {
    LimitedText out = new LimitedText(limit);
    try {
      template.execute(data, out);
      return out.toString();
    } catch (MustacheException e) {
      return out + CUT;
    }
  }

  /** Knows maps, lists and values, and never looks into Java's objects. */
  private static final class JsonValues extends BasicCollector {
    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }

  /** Says no to what would need another file. */
  private static final class NoOtherFiles implements Mustache.Visitor {
    @Override
    public void visitText(String text) {}

    @Override
    public void visitVariable(String name) {}

    @Override
    public boolean visitSection(String name) {
      return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
      return true;
    }

    @Override
    public boolean visitInclude(String name) {
      throw new MustacheException("a template can't include another: {{>" + name + "}}");
    }

    @Override
    public boolean visitParent(String name) {
      throw new MustacheException("a template can't build on another: {{<" + name + "}}");
    }
  }
}
