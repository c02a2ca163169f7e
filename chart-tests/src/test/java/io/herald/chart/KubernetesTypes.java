package io.herald.chart;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Kubernetes would say of an object. Its own kinds are held to its client's types, which know
 * every field and which of them are required; kinds of others to a list of the fields that we use.
 */
final class KubernetesTypes {

  private static final String MODELS = "io.kubernetes.client.openapi.models.";

  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("v1 ConfigMap", "V1ConfigMap"),
          Map.entry("v1 Secret", "V1Secret"),
          Map.entry("v1 Service", "V1Service"),
          Map.entry("v1 ServiceAccount", "V1ServiceAccount"),
          Map.entry("v1 PersistentVolumeClaim", "V1PersistentVolumeClaim"),
          Map.entry("v1 Pod", "V1Pod"),
          Map.entry("apps/v1 Deployment", "V1Deployment"),
          Map.entry("apps/v1 StatefulSet", "V1StatefulSet"),
          Map.entry("batch/v1 Job", "V1Job"),
          Map.entry("policy/v1 PodDisruptionBudget", "V1PodDisruptionBudget"),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", "V2HorizontalPodAutoscaler"),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", "V1NetworkPolicy"),
          Map.entry("networking.k8s.io/v1 Ingress", "V1Ingress"),
          Map.entry("rbac.authorization.k8s.io/v1 Role", "V1Role"),
          Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", "V1RoleBinding"));

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private KubernetesTypes() {}

  /** All that is wrong with the object; empty where nothing is. */
  static List<String> problems(Manifest object) {
    String type = OWN.get(object.apiVersion() + " " + object.kind());
    return type == null ? ofOthers(object) : ofOurs(object, type);
  }

  private static List<String> ofOurs(Manifest object, String type) {
    try {
      Class.forName(MODELS + type)
          .getMethod("fromJson", String.class)
          .invoke(null, object.tree().toString());
      return List.of();
    } catch (InvocationTargetException e) {
      return List.of(String.valueOf(e.getCause().getMessage()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no type " + type, e);
    }
  }

  private static List<String> ofOthers(Manifest object) {
    return schema(object.kind())
        .map(schema -> violations(schema, object))
        .orElse(List.of("nobody knows " + object.apiVersion() + " " + object.kind()));
  }

  private static List<String> violations(JsonNode schema, Manifest object) {
    if (!schema.path("apiVersion").asString().equals(object.apiVersion())) {
      return List.of(object.kind() + " is not of " + object.apiVersion());
    }
    Schema checks = SCHEMAS.getSchema(schema);
    return checks.validate(object.at("/spec")).stream().map(Object::toString).toList();
  }

  private static Optional<JsonNode> schema(String kind) {
    try (InputStream in = KubernetesTypes.class.getResourceAsStream("/crds/" + kind + ".json")) {
      return Optional.ofNullable(in).map(JSON::readTree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
