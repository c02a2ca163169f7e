package io.herald.model.schedule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a schedule makes happen; in JSON its one field says which it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(Notify.class),
  @JsonSubTypes.Type(PublishPost.class),
  @JsonSubTypes.Type(RunScript.class),
  @JsonSubTypes.Type(Summarize.class)
})
public sealed interface Payload permits Notify, PublishPost, RunScript, Summarize {

  /** The field that it has in JSON, which is its kind in one word. */
  String kind();
}
