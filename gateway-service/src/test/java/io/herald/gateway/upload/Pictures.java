package io.herald.gateway.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Files that begin as pictures do. */
public final class Pictures {

  private Pictures() {}

  /** A PNG of that many bytes, at least 8. */
  public static byte[] png(int size) {
    return beginning("\u0089PNG\r\n\u001a\n", size);
  }

  /** A file that begins so, filled up to that many bytes. */
  static byte[] beginning(String magic, int size) {
    return Arrays.copyOf(magic.getBytes(StandardCharsets.ISO_8859_1), size);
  }

  /** A multipart form with the boundary {@code b}: fields by name and value, then a file. */
  public static byte[] form(String fields, String field, String fileName, byte[] file) {
    var form = new StringBuilder();
    for (String pair : fields.isEmpty() ? new String[0] : fields.split("&")) {
      String[] nameAndValue = pair.split("=", 2);
      form.append("--b\r\nContent-Disposition: form-data; name=\"" + nameAndValue[0])
          .append("\"\r\n\r\n" + nameAndValue[1] + "\r\n");
    }
    form.append("--b\r\nContent-Disposition: form-data; name=\"" + field)
        .append("\"; filename=\"" + fileName + "\"\r\nContent-Type: image/png\r\n\r\n");
    byte[] head = form.toString().getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + file.length + tail.length);
    System.arraycopy(file, 0, all, head.length, file.length);
    System.arraycopy(tail, 0, all, head.length + file.length, tail.length);
    return all;
  }
}
