package io.herald.worker.template;

/** Hears of values that a template asks for and its data lacks; they are left empty. */
@FunctionalInterface
public interface MissingValue {

  /**
   * A value was left empty.
   *
   * @param template the template's name
   * @param value the value's name, as the template has it
   */
  void missing(String template, String value);
}
