package io.herald.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The one application that the provider serves.
 *
 * @param application address of Herald's gateway; people are sent back there and nowhere else
 * @param clientId what it calls itself
 * @param clientSecret what it proves that with
 */
@ConfigurationProperties("demo")
record DemoSettings(String application, String clientId, String clientSecret) {

  DemoSettings {
    application = application.strip().replaceAll("/+$", "");
  }

  /** Where somebody who has signed in goes. */
  String signedIn() {
    return application + "/login/oauth2/code/herald";
  }

  /** Where somebody who has logged out goes. */
  String loggedOut() {
    return application + "/login?out";
  }

  @Override
  public String toString() {
    return "DemoSettings[application=" + application + "]";
  }
}
