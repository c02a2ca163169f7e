package io.herald.runtime.sign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Makes and checks links to the files of a job: whoever has the link may have the file, until it
 * expires.
 */
public final class SignLinks {

  private static final String PURPOSE = "download";

  private final Signing signing;

  /** Signs with that. */
  public SignLinks(Signing signing) {
    this.signing = signing;
  }

  /** Whether there are links at all: without a key that lasts none is made and none is honoured. */
  public boolean isOn() {
    return signing.isConfigured();
  }

  /**
   * The link below the address of Herald, {@code
   * /files/{job}/{file}?expires={seconds}&signature={signature}}.
   *
   * @param file the file's name, or its path below the job's folder with {@code /} between
   */
  public String path(String job, String file, Instant expires) {
    long seconds = expires.getEpochSecond();
    String signature = signing.sign(PURPOSE, job, file, Long.toString(seconds));
    return "/files/"
        + encode(job)
        + '/'
        + Arrays.stream(file.split("/")).map(SignLinks::encode).collect(Collectors.joining("/"))
        + "?expires="
        + seconds
        + "&signature="
        + signature;
  }

  /**
   * Whether that is Herald's signature of this link. Whether it has expired is another question.
   *
   * @param expires seconds since 1970, as the link tells it
   */
  public boolean isSigned(String job, String file, String expires, String signature) {
    return isOn() && signing.isValid(signature, PURPOSE, job, file, expires);
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
  }
}
