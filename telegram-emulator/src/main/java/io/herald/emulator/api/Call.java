package io.herald.emulator.api;

import io.herald.emulator.update.Bot;

/**
 * One call of a method.
 *
 * @param method in small letters
 */
record Call(Bot bot, String method, Parameters parameters) {
  String text(String name) {
    return parameters.text(name);
  }
}
