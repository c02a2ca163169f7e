package io.herald.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * What a module's sources say about its settings: the records with {@code @ConfigurationProperties}
 * by the Javadoc of their components, and constants with {@code @EnvironmentVariable}.
 */
final class Explained {

  private static final String RECORDS = "ConfigurationProperties";
  private static final String CONSTANTS = "EnvironmentVariable";

  private final Placeholders placeholders;
  private final Map<String, String> constants;
  private final List<Setting> settings = new ArrayList<>();

  private Explained(Placeholders placeholders, Map<String, String> constants) {
    this.placeholders = placeholders;
    this.constants = constants;
  }

  /**
   * Reads a module.
   *
   * @param sources its folder of Java
   * @param constants values of constants that annotations of it name, as they name them
   */
  static List<Setting> in(Path sources, Placeholders placeholders, Map<String, String> constants)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> all = Files.walk(sources)) {
      List<Path> telling = all.filter(Explained::tells).sorted().toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(telling));
      var explained = new Explained(placeholders, constants);
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        for (Tree type : unit.getTypeDecls()) {
          explained.read(new Source(unit, (ClassTree) type, docs));
        }
      }
      return explained.settings;
    }
  }

  private static boolean tells(Path file) {
    try {
      return file.toString().endsWith(".java")
          && Files.readString(file).matches("(?s).*@(" + RECORDS + "|" + CONSTANTS + ")\\b.*");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Source source) {
    for (VariableTree constant : source.fields()) {
      Source.annotation(constant.getModifiers(), CONSTANTS)
          .ifPresent(it -> readConstant(source, constant, it));
    }
    Source.annotation(source.type().getModifiers(), RECORDS)
        .ifPresent(it -> readRecord(source, text(argument(it).orElseThrow(), source)));
  }

  private void readConstant(Source source, VariableTree constant, AnnotationTree annotation) {
    String variable = text(constant.getInitializer(), source);
    String fallback = argument(annotation).map(it -> text(it, source)).orElse("");
    add(source, variable, "text", fallback, asPhrase(source.javadoc(constant)), "");
  }

  /** As the records' Javadoc is written. */
  private static String asPhrase(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT)
        + sentence.substring(1).replaceFirst("\\.$", "");
  }

  /** Adds a record's components, and those of records within it. */
  private void readRecord(Source source, String prefix) {
    for (VariableTree component : source.components()) {
      String property = prefix + '.' + dashed(component.getName().toString());
      String type = Source.typeName(component);
      String inner = type.replaceFirst("^Map<String, (.*)>$", "$1");
      Optional<Source> nested = source.nested(inner);
      if (nested.isPresent()) {
        readRecord(nested.get(), inner.equals(type) ? property : property + ".<NAME>");
      } else {
        var placeholder = placeholders.of(property);
        add(
            source,
            placeholder.map(Placeholders.Placeholder::variable).orElseGet(() -> variable(property)),
            Source.word(type),
            source.fallback(component).map(it -> text(it, source)).orElse(""),
            source.parameter(component.getName().toString()),
            source.sign());
      }
    }
  }

  private void add(
      Source source, String variable, String type, String fallback, String meaning, String sign) {
    if (meaning.isBlank()) {
      throw new IllegalStateException(source.name() + " does not explain " + variable);
    }
    settings.add(
        new Setting(
                variable,
                type,
                fallback,
                meaning.replaceFirst("^`" + variable + "`[:,] ", ""),
                source.name(),
                sign)
            .withFallback(placeholders.fallback(variable)));
  }

  /** How Spring wants a property's variable written. */
  private static String variable(String property) {
    return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Optional<ExpressionTree> argument(AnnotationTree annotation) {
    return annotation.getArguments().stream()
        .findFirst()
        .map(it -> it instanceof AssignmentTree named ? named.getExpression() : it);
  }

  private String text(ExpressionTree expression, Source source) {
    return switch (expression) {
      case LiteralTree literal -> String.valueOf(literal.getValue());
      case NewArrayTree array ->
          array.getInitializers().stream()
              .map(it -> text(it, source))
              .collect(Collectors.joining(","));
      default -> {
        String name = expression.toString();
        yield source
            .constant(name)
            .map(it -> text(it, source))
            .or(() -> Optional.ofNullable(constants.get(name)))
            .orElseThrow(() -> new IllegalStateException("what is " + name + "?"));
      }
    };
  }
}
