package io.herald.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** A class in its file, as the compiler reads it. */
record Source(CompilationUnitTree unit, ClassTree type, DocTrees docs) {

  /** Full name of the class that the file is named after. */
  String name() {
    return unit.getPackageName() + "." + outer().getSimpleName();
  }

  /**
   * What sources that use it have in them: something of its type, when others may name it; else
   * something of its package.
   */
  String sign() {
    return outer().getModifiers().getFlags().contains(Modifier.PUBLIC)
        ? "\\b" + outer().getSimpleName() + " [a-z]\\w*[,;)]"
        : "import " + unit.getPackageName() + "\\.";
  }

  private ClassTree outer() {
    return (ClassTree) unit.getTypeDecls().getFirst();
  }

  /** All fields, a record's components among them. */
  List<VariableTree> fields() {
    return members(VariableTree.class).toList();
  }

  List<VariableTree> components() {
    return members(VariableTree.class)
        .filter(it -> !it.getModifiers().getFlags().contains(Modifier.STATIC))
        .toList();
  }

  Optional<ExpressionTree> constant(String name) {
    return members(VariableTree.class)
        .filter(it -> it.getName().contentEquals(name))
        .map(VariableTree::getInitializer)
        .findFirst();
  }

  /** The record of that name within this one. */
  Optional<Source> nested(String name) {
    return members(ClassTree.class)
        .filter(it -> it.getSimpleName().contentEquals(name))
        .map(it -> new Source(unit, it, docs))
        .findFirst();
  }

  /** What {@code @DefaultValue} says, at the component or at the constructor's parameter. */
  Optional<ExpressionTree> fallback(VariableTree component) {
    return Stream.concat(
            Stream.of(component),
            members(MethodTree.class)
                .filter(it -> it.getName().contentEquals("<init>"))
                .flatMap(it -> it.getParameters().stream())
                .filter(it -> it.getName().equals(component.getName())))
        .flatMap(it -> annotation(it.getModifiers(), "DefaultValue").stream())
        .flatMap(it -> it.getArguments().stream())
        .map(it -> it instanceof AssignmentTree named ? named.getExpression() : it)
        .findFirst()
        .map(ExpressionTree.class::cast);
  }

  /** The Javadoc of a field, in Markdown. */
  String javadoc(VariableTree field) {
    DocCommentTree comment = docs.getDocCommentTree(docs.getPath(unit, field));
    return comment == null ? "" : Words.markdown(comment.getFullBody());
  }

  /** What the record's Javadoc says of a component, in Markdown. */
  String parameter(String component) {
    DocCommentTree comment = docs.getDocCommentTree(docs.getPath(unit, type));
    return (comment == null ? List.<Tree>of() : comment.getBlockTags())
        .stream()
            .filter(ParamTree.class::isInstance)
            .map(ParamTree.class::cast)
            .filter(it -> it.getName().getName().contentEquals(component))
            .map(it -> Words.markdown(it.getDescription()))
            .findFirst()
            .orElse("");
  }

  static Optional<AnnotationTree> annotation(ModifiersTree modifiers, String name) {
    return modifiers.getAnnotations().stream()
        .filter(it -> it.getAnnotationType().toString().equals(name))
        .map(AnnotationTree.class::cast)
        .findFirst();
  }

  static String typeName(VariableTree component) {
    Tree type = component.getType();
    return (type instanceof AnnotatedTypeTree annotated ? annotated.getUnderlyingType() : type)
        .toString();
  }

  /** A type in a reader's word. */
  static String word(String type) {
    return switch (type) {
      case "int", "short", "long" -> "number";
      case "Duration" -> "duration";
      case "DataSize" -> "size";
      case "Rate" -> "rate";
      case "Path" -> "path";
      case "boolean" -> "`true`, `false`";
      case "String", "Optional<String>" -> "text";
      case "List<String>", "List<Long>" -> "list";
      default -> throw new IllegalStateException("no word for the type " + type);
    };
  }

  private <T extends Tree> Stream<T> members(Class<T> kind) {
    return type.getMembers().stream().filter(kind::isInstance).map(kind::cast);
  }
}
