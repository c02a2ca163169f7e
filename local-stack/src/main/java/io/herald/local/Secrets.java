package io.herald.local;

/**
 * Secrets of one data folder, for whoever may read it.
 *
 * @param webhook what Telegram sends along with an update
 * @param apiKey opens the HTTP API of the services
 * @param jwt signs bearer tokens
 * @param oidc the gateway's proof towards the demo identity provider
 * @param signing signs buttons and download links
 */
record Secrets(String webhook, String apiKey, String jwt, String oidc, String signing) {

  @Override
  public String toString() {
    return "Secrets[***]";
  }
}
