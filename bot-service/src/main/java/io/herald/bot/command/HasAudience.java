package io.herald.bot.command;

/** Something that not everybody may use. */
public interface HasAudience {

  /** Who may use it. */
  default Audience audience() {
    return Audience.EVERYBODY;
  }
}
