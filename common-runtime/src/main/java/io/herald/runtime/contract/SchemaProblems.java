package io.herald.runtime.contract;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/**
 * Tells a schema's errors in words that come from the schema alone: the library's own texts quote
 * the document, and tell of each alternative that did not fit.
 */
final class SchemaProblems {

  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, List<String>> alternatives = new LinkedHashMap<>();
  private final Set<String> ofWrongType = new HashSet<>();

  private SchemaProblems() {}

  static List<Violation> told(Collection<Error> errors) {
    var told = new SchemaProblems();
    errors.forEach(told::rememberWrongType);
    errors.forEach(told::tell);
    told.alternatives.forEach((path, names) ->
        told.violations.add(
            new Violation(path, "must have at least one of " + String.join(", ", names))));
    return told.violations;
  }

  private void rememberWrongType(Error error) {
    if (error.getKeyword().equals("type")) {
      ofWrongType.add(error.getInstanceLocation().toString());
    }
  }

  private void tell(Error error) {
    String path = error.getInstanceLocation().toString();
    // What has the wrong type breaks further rules, which tell nothing new.
    if (ofWrongType.contains(path) && !error.getKeyword().equals("type")) {
      return;
    }
    if (isBelow(error, "anyOf")) {
      alternatives.computeIfAbsent(path, it -> new ArrayList<>()).add(error.getProperty());
    } else if (!isBelow(error, "oneOf")) {
      violations.add(new Violation(place(error, path), problem(error)));
    }
  }

  /** Whether the error is about one of several alternatives. */
  private static boolean isBelow(Error error, String keyword) {
    NodePath path = error.getEvaluationPath();
    return !error.getKeyword().equals(keyword) && path.contains(keyword);
  }

  private static String place(Error error, String path) {
    return switch (error.getKeyword()) {
      case "required" -> path + '/' + error.getProperty();
      case "dependentRequired" -> path + '/' + error.getArguments()[0];
      default -> path;
    };
  }

  private static String problem(Error error) {
    JsonNode rule = error.getSchemaNode();
    // The schema's own words, where it has some.
    if (error.isCustomMessage()) {
      return error.getMessage();
    }
    return switch (error.getKeyword()) {
      case "required" -> "is required";
      case "dependentRequired" -> "is required where " + error.getProperty() + " is present";
      case "type" -> "must be " + article(error.getArguments()[1].toString());
      case "enum" -> "must be one of " + values(rule);
      case "const" -> "must be " + rule.asString();
      case "minLength" -> "must be at least " + rule.asInt() + counted(rule, " character");
      case "maxLength" -> "must be at most " + rule.asInt() + counted(rule, " character");
      case "minItems" -> "must have at least " + rule.asInt() + counted(rule, " item");
      case "maxItems" -> "must have at most " + rule.asInt() + counted(rule, " item");
      case "minimum" -> "must be at least " + rule.asString();
      case "maximum" -> "must be at most " + rule.asString();
      case "format" -> "must be a " + rule.asString();
      default -> "is not as the schema wants it (" + error.getKeyword() + ")";
    };
  }

  private static String article(String type) {
    return switch (type) {
      case "object", "array", "integer" -> "an " + type;
      default -> "a " + type;
    };
  }

  private static String counted(JsonNode rule, String noun) {
    return rule.asInt() == 1 ? noun : noun + 's';
  }

  private static String values(JsonNode rule) {
    var values = new StringJoiner(", ");
    rule.forEach(it -> values.add(it.asString()));
    return values.toString();
  }
}
