package io.herald.local;

/**
 * Secrets of one data folder, for whoever may read it.
 *
 * @param webhook what Telegram sends along with an update
 * @param apiKey opens the HTTP API of the services
 * @param jwt signs bearer tokens
 * @param oidc the gateway's proof towards the demo identity provider
 */
record Secrets(String webhook, String apiKey, String jwt, String oidc) {

  @Override
  public String toString() {
    return "Secrets[***]";
  }
}
