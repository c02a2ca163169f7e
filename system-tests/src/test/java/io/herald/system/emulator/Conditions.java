package io.herald.system.emulator;

import java.util.Map;

/** What bots meet at the emulator: its limits, its faults, and how often it refused. */
public final class Conditions {

  private final ControlApi api;

  Conditions(ControlApi api) {
    this.api = api;
  }

  /** Enforces these limits from now on; see the emulator's README. */
  public void limit(Map<String, ?> limits) {
    api.put("/control/limits", limits);
  }

  /** Every call for the chat fails with 500 until the faults are lifted. */
  public void refuse(long chat) {
    arm(Map.of("kind", "status", "status", 500, "chat", chat));
  }

  /** The next so many messages are accepted, and the bot never learns of it. */
  public void cutAfterAccepting(int times) {
    arm(Map.of("kind", "cut_after", "method", "sendMessage", "times", times));
  }

  /** Every call gets the proxy's page, 502, until the faults are lifted. */
  public void proxyIsAlone() {
    arm(Map.of("kind", "html_502"));
  }

  /** Every call is cut before anything happens, until the faults are lifted. */
  public void cutBeforeAccepting() {
    arm(Map.of("kind", "cut_before"));
  }

  private void arm(Map<String, ?> fault) {
    api.post("/control/faults", fault, Object.class);
  }

  /** All is well again. */
  public void liftFaults() {
    api.delete("/control/faults");
  }

  /** Calls that were answered with 429 so far. */
  public int tooManyRequests() {
    return api.get("/control/stats", Stats.class).requests().tooManyRequests();
  }

  private record Stats(Requests requests) {}

  private record Requests(int tooManyRequests) {}
}
