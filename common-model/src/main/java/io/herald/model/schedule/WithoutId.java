package io.herald.model.schedule;

import io.herald.model.notification.NotificationRequested;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.node.ObjectNode;

/** Reads a notification that has no id yet. */
final class WithoutId extends StdDeserializer<NotificationRequested> {

  WithoutId() {
    super(NotificationRequested.class);
  }

  @Override
  public NotificationRequested deserialize(JsonParser parser, DeserializationContext context) {
    ObjectNode tree = context.readValue(parser, ObjectNode.class);
    tree.put("id", Notify.NO_ID);
    return context.readTreeAsValue(tree, NotificationRequested.class);
  }
}
