package io.herald.gateway.miniapp;

/** One way to know that Telegram wrote {@code initData}. */
interface Signature {

  /** Whether it is signed that way; how long this takes says nothing about the right signature. */
  boolean isOn(InitData data);
}
