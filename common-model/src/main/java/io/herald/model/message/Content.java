package io.herald.model.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What one outbound message does at Telegram. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TextContent.class, name = "text"),
  @JsonSubTypes.Type(value = PhotoContent.class, name = "photo"),
  @JsonSubTypes.Type(value = DocumentContent.class, name = "document"),
  @JsonSubTypes.Type(value = Deletion.class, name = "deletion"),
  @JsonSubTypes.Type(value = CallbackAnswer.class, name = "callback-answer"),
  @JsonSubTypes.Type(value = CommandMenu.class, name = "command-menu")
})
public sealed interface Content
    permits TextContent, PhotoContent, DocumentContent, Deletion, CallbackAnswer, CommandMenu {}
