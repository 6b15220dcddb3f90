package io.tagwatch.notify.channel;

/**
 * A picture in PNG.
 *
 * @param png at most {@link #LARGEST} bytes; not copied, nobody changes them
 * @param width in pixels
 * @param height in pixels
 * @param words what it shows, for those who cannot see it; one short line
 */
public record Picture(byte[] png, int width, int height, String words) {
  /**
   * In bytes. A graph of 600 x 200 has some 20 KB; every service takes more than this (Telegram's
   * and Discord's limits count in megabytes).
   */
  public static final int LARGEST = 512 * 1_024;

  /** What services call the file. */
  public static final String FILE = "chart.png";

  public static final String TYPE = "image/png";

  @Override
  public String toString() {
    return "(" + png.length + " bytes of PNG)";
  }
}
