import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites a function's package so that the jars in it are not compressed themselves: a cold
 * function then loads its classes without inflating each, and the package as a whole packs better.
 * Entries, names and order stay; times are fixed, so that the same input gives the same bytes.
 */
final class StoreJars {
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
  private static final int CENTRAL_ENTRY = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final byte MADE_ON_UNIX = 3;

  /** A file that everybody may read. */
  private static final int FILE_MODE = 0100644;

  private StoreJars() {}

  /** The package to rewrite is the only argument. */
  public static void main(String[] arguments) throws IOException {
    Path zip = Path.of(arguments[0]);
    Files.write(zip, readableByAll(rewritten(Files.readAllBytes(zip), false)));
  }

  private static byte[] rewritten(byte[] archive, boolean stored) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(archive.length);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!stored && entry.isDirectory()) {
          continue;
        }
        byte[] content = content(in, entry);
        out.putNextEntry(copy(entry.getName(), content, stored));
        out.write(content);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] content(InputStream in, ZipEntry entry) throws IOException {
    byte[] content = in.readAllBytes();
    return entry.getName().endsWith(".jar") ? rewritten(content, true) : content;
  }

  private static ZipEntry copy(String name, byte[] content, boolean stored) {
    ZipEntry copy = new ZipEntry(name);
    copy.setTimeLocal(TIME);
    if (stored) {
      CRC32 crc = new CRC32();
      crc.update(content);
      copy.setMethod(ZipEntry.STORED);
      copy.setSize(content.length);
      copy.setCrc(crc.getValue());
    }
    return copy;
  }

  /** Java writes no file modes; without one, some unpackers make files that nobody may read. */
  private static byte[] readableByAll(byte[] zip) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.length - END_LENGTH;
    if (bytes.getInt(end) != END) {
      throw new IllegalStateException("the package has a comment; it should have none");
    }
    int at = bytes.getInt(end + 16);
    while (bytes.getInt(at) == CENTRAL_ENTRY) {
      bytes.put(at + 5, MADE_ON_UNIX);
      bytes.putInt(at + 38, FILE_MODE << 16);
      at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
    }
    return zip;
  }
}
