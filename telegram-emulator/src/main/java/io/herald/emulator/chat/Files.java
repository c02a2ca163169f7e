package io.herald.emulator.chat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest files, up to a total size; older ones are forgotten. */
public final class Files {
  private final long capacityBytes;
  private final Map<String, StoredFile> byId = new LinkedHashMap<>();
  private final Map<String, StoredFile> byPath = new LinkedHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private long storedBytes;
  private int count;

  public Files(long capacityBytes) {
    this.capacityBytes = capacityBytes;
  }

  /** Keeps a file. Pictures carry their size in pixels, others 0. */
  public synchronized StoredFile add(
      byte[] bytes, @Nullable String name, @Nullable String type, PictureSize size, boolean photo) {
    byte[] key = new byte[24];
    random.nextBytes(key);
    String id = (photo ? "AgAC" : "BQAC") + Base64.getUrlEncoder().encodeToString(key);
    String path = (photo ? "photos/file_" : "documents/file_") + count++ + extension(name, photo);
    StoredFile file = new StoredFile(id, path, name, type, bytes, size.width(), size.height());
    byId.put(id, file);
    byPath.put(path, file);
    storedBytes += bytes.length;
    forgetOld();
    return file;
  }

  public synchronized @Nullable StoredFile byId(String id) {
    return byId.get(id);
  }

  public synchronized @Nullable StoredFile byPath(String path) {
    return byPath.get(path);
  }

  public synchronized void clear() {
    byId.clear();
    byPath.clear();
    storedBytes = 0;
  }

  private void forgetOld() {
    Iterator<StoredFile> oldest = byId.values().iterator();
    while (storedBytes > capacityBytes && byId.size() > 1) {
      StoredFile file = oldest.next();
      oldest.remove();
      byPath.remove(file.path());
      storedBytes -= file.bytes().length;
    }
  }

  private static String extension(@Nullable String name, boolean photo) {
    int dot = name == null ? -1 : name.lastIndexOf('.');
    boolean usable = name != null && dot >= 0 && name.substring(dot).matches("\\.[A-Za-z0-9]{1,8}");
    return name != null && usable ? name.substring(dot) : photo ? ".jpg" : "";
  }
}
