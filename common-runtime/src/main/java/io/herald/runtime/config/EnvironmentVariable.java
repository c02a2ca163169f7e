package io.herald.runtime.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a constant is the name of an environment variable that no settings record explains. Its
 * Javadoc becomes the variable's meaning in docs/configuration.md.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.SOURCE)
public @interface EnvironmentVariable {

  /** What counts when it is not set; empty: nothing does. */
  String fallback() default "";
}
