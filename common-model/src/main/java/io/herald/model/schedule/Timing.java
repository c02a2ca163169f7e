package io.herald.model.schedule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** When a schedule is due; in JSON its one field says which it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(Cron.class),
  @JsonSubTypes.Type(Every.class),
  @JsonSubTypes.Type(At.class)
})
public sealed interface Timing permits Cron, Every, At {}
