import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Cuts the empty margin below and right of what a page shows: CropPicture in.png out.png. */
public final class CropPicture {
  private static final int MARGIN = 16;

  private CropPicture() {}

  public static void main(String[] files) throws IOException {
    BufferedImage page = ImageIO.read(new File(files[0]));
    int paper = page.getRGB(page.getWidth() - 1, page.getHeight() - 1);
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        if (page.getRGB(x, y) != paper) {
          right = Math.max(right, x);
          bottom = y;
        }
      }
    }
    int width = Math.min(page.getWidth(), right + MARGIN);
    int height = Math.min(page.getHeight(), bottom + MARGIN);
    BufferedImage cut = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    cut.getGraphics().drawImage(page, 0, 0, null);
    ImageIO.write(cut, "png", new File(files[1]));
  }
}
