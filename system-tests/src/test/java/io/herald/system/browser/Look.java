package io.herald.system.browser;

/**
 * How the page is looked at.
 *
 * @param width of the window, in CSS pixels
 * @param height of the window, in CSS pixels
 * @param dark whether the person prefers dark colours
 * @param phone whether the browser behaves as on a phone: touch, and no scroll bars
 */
record Look(String name, int width, int height, boolean dark, boolean phone) {

  static final Look LIGHT = new Look("desktop-light", 1280, 800, false, false);
  static final Look DARK = new Look("desktop-dark", 1280, 800, true, false);
  static final Look NARROW = new Look("narrow", 360, 740, false, true);
  static final Look PHONE = new Look("phone", 390, 844, false, true);

  @Override
  public String toString() {
    return name;
  }
}
