package org.kontor.ui.preview.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real files of every kind, whole and damaged, through the public face of the decoders. */
final class DecoderTest {
  private static final PageFit FIT = new PageFit(400, 1, 1, 0);
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;

  @TempDir private Path folder;
  private Decoder decoder;

  /** With more patience than in the window: it is not the speed that is tested. */
  @BeforeEach
  void open() {
    decoder = new Decoder(folder, Duration.ofMinutes(3));
  }

  @AfterEach
  void close() {
    decoder.close();
  }

  @Test
  void pdfPagesAreDrawnAtTheWantedWidthOneByOne() throws Exception {
    Path file = SampleDocuments.pdf(folder.resolve("a.pdf"), 3);
    Decoded.Paged paged = paged(file, FileKind.PDF, FIT);
    assertEquals(3, paged.pageCount());
    assertEquals(400, paged.first().pixels().width());
    assertEquals(565, paged.first().pixels().height(), 1);
    assertTrue(inkOf(paged.first().pixels()) > 1000, "there is writing on it");
    RenderedPage third = decoder.page(file, FileKind.PDF, 2, new PageFit(400, 2, 1.5, 1));
    assertEquals(1200, third.pixels().width(), "zoom and screen scale count");
    assertEquals(848, third.pixels().height(), 1, "it lies on its side");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CCITT T.6", "CCITT T.4", "CCITT RLE"})
  void blackAndWhiteTiff(String compression) throws Exception {
    BufferedImage page = SampleDocuments.letter("Fax", 1240, 1754, BufferedImage.TYPE_BYTE_BINARY);
    Path file = SampleDocuments.tiff(folder.resolve("a.tif"), compression, page, page);
    Decoded.Paged paged = paged(file, FileKind.TIFF, FIT);
    assertEquals(2, paged.pageCount());
    Pixels second = decoder.page(file, FileKind.TIFF, 1, FIT).pixels();
    assertEquals(400, second.width());
    long grey =
        Arrays.stream(second.argb()).filter(c -> (c & 0xff) > 20 && (c & 0xff) < 235).count();
    assertTrue(grey > 500, "strokes thinner than a pixel become grey and stay readable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LZW", "ZLib", "Deflate", "PackBits", "JPEG"})
  void colouredTiff(String compression) throws Exception {
    BufferedImage page = SampleDocuments.redAndBlue(800, 600, BufferedImage.TYPE_INT_RGB);
    Path file = SampleDocuments.tiff(folder.resolve("a.tif"), compression, page, page, page);
    Decoded.Paged paged = paged(file, FileKind.TIFF, FIT);
    assertEquals(3, paged.pageCount());
    assertRedAndBlue(paged.first().pixels());
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG", "PNG", "GIF", "BMP"})
  void pictures(FileKind kind) throws Exception {
    BufferedImage image = SampleDocuments.redAndBlue(800, 600, BufferedImage.TYPE_INT_RGB);
    Path file = SampleDocuments.image(folder.resolve("a"), kind.name(), image);
    assertEquals(kind, FileKind.of(Files.readAllBytes(file), "", ""));
    RenderedPage page = paged(file, kind, FIT).first();
    assertRedAndBlue(page.pixels());
    assertEquals(800, page.widest());
  }

  @Test
  void smallPictureIsNotBlownUp() throws Exception {
    BufferedImage image = SampleDocuments.redAndBlue(32, 16, BufferedImage.TYPE_INT_RGB);
    Path file = SampleDocuments.image(folder.resolve("a.png"), "png", image);
    Pixels pixels = paged(file, FileKind.PNG, FIT).first().pixels();
    assertEquals(32, pixels.width());
    assertEquals(16, pixels.height());
  }

  @Test
  void transparentPartsAreWhitePaper() throws Exception {
    BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
    Path file = SampleDocuments.image(folder.resolve("a.png"), "png", image);
    assertEquals(0xffffffff, paged(file, FileKind.PNG, FIT).first().pixels().argb()[0]);
  }

  @Test
  void faxWithFlatPixelsHasItsTrueShape() throws Exception {
    BufferedImage page = SampleDocuments.letter("Fax", 1728, 1100, BufferedImage.TYPE_BYTE_BINARY);
    Path file = SampleDocuments.tiff(folder.resolve("a.tif"), "CCITT T.4", page);
    setResolution(file, 204, 98);
    Pixels pixels = paged(file, FileKind.TIFF, FIT).first().pixels();
    assertEquals(400, pixels.width());
    assertEquals(530, pixels.height(), 1);
    Pixels finest = paged(file, FileKind.TIFF, new PageFit(3000, 1, 1, 0)).first().pixels();
    assertEquals(1100, finest.height());
    assertEquals(830, finest.width(), 1);
  }

  @Test
  void fourInksOfAJpegBecomeColours() throws Exception {
    // Adobe's way: 255 means no ink. Left without cyan and black, right without yellow and black.
    byte[] inks = new byte[16 * 16 * 4];
    for (int i = 0; i < 256; i++) {
      boolean left = i % 16 < 8;
      inks[i * 4] = (byte) (left ? 255 : 0);
      inks[i * 4 + 2] = (byte) (left ? 0 : 255);
      inks[i * 4 + 3] = (byte) 255;
    }
    Path file = SampleDocuments.inkJpeg(folder.resolve("a.jpg"), 16, 16, inks);
    Pixels pixels = paged(file, FileKind.JPEG, FIT).first().pixels();
    assertColour(RED, pixels.argb()[16 * 8 + 3], "left");
    assertColour(BLUE, pixels.argb()[16 * 8 + 12], "right");
  }

  @Test
  void pictureTurnsWithThePageAndWithTheCamera() throws Exception {
    BufferedImage image = SampleDocuments.redAndBlue(80, 60, BufferedImage.TYPE_INT_RGB);
    Path file = SampleDocuments.image(folder.resolve("a.jpg"), "jpg", image);
    Pixels turned = paged(file, FileKind.JPEG, new PageFit(400, 1, 1, 1)).first().pixels();
    assertEquals(60, turned.width());
    assertColour(RED, turned.argb()[60 * 10 + 30], "left went up");
    Path camera = withExifOrientation(file, 8);
    Pixels upright = paged(camera, FileKind.JPEG, FIT).first().pixels();
    assertEquals(60, upright.width());
    assertColour(BLUE, upright.argb()[60 * 10 + 30], "stored turned clockwise, shown upright");
  }

  static Stream<Arguments> damaged() {
    return Stream.of(
        argumentSet(
            "cut PDF", FileKind.PDF, "%PDF-1.7\n1 0 obj <<".getBytes(StandardCharsets.US_ASCII)),
        argumentSet("noise as PDF", FileKind.PDF, noise()),
        argumentSet("noise as TIFF", FileKind.TIFF, noise()),
        argumentSet("noise as JPEG", FileKind.JPEG, noise()),
        argumentSet("noise as PNG", FileKind.PNG, noise()),
        argumentSet("noise as GIF", FileKind.GIF, noise()),
        argumentSet("noise as BMP", FileKind.BMP, noise()),
        argumentSet("TIFF whose pages go round", FileKind.TIFF, endlessTiff()));
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void damagedFilesAreNamedAsSuch(FileKind kind, byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("damaged"), content);
    assertEquals(PreviewException.Reason.DAMAGED, reasonOf(file, kind));
  }

  @ParameterizedTest
  @EnumSource(names = {"PDF", "TIFF", "JPEG", "PNG", "GIF", "BMP"})
  void filesCutOrChangedAnywhereEndInAPageOrAReason(FileKind kind) throws Exception {
    byte[] whole = Files.readAllBytes(sample(kind));
    Random random = new Random(kind.name().length());
    for (int round = 0; round < 40; round++) {
      byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int i = random.nextInt(4); i > 0; i--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("broken-" + round), broken);
      try {
        assertTrue(paged(file, kind, FIT).pageCount() > 0);
      } catch (PreviewException told) {
        assertTrue(
            told.reason() == PreviewException.Reason.DAMAGED
                || told.reason() == PreviewException.Reason.TOO_DEMANDING,
            "round " + round + ": " + told.reason());
      }
    }
  }

  @Test
  void protectedPdfIsNamedAsSuch() throws Exception {
    Path file = SampleDocuments.encryptedPdf(folder.resolve("a.pdf"));
    assertEquals(PreviewException.Reason.ENCRYPTED, reasonOf(file, FileKind.PDF));
  }

  @Test
  void pageWithAPictureThatCannotBeReadIsMarked() throws Exception {
    Path file = SampleDocuments.pdfWithUnknownPicture(folder.resolve("a.pdf"));
    assertTrue(paged(file, FileKind.PDF, FIT).first().incomplete());
    Path whole = SampleDocuments.pdf(folder.resolve("b.pdf"), 1);
    assertFalse(paged(whole, FileKind.PDF, FIT).first().incomplete());
  }

  @Test
  void scannedPdfsInJbig2CanBeRead() {
    assertTrue(ImageIO.getImageReadersByFormatName("JBIG2").hasNext());
  }

  @Test
  void missingFileIsNamedAsSuch() {
    assertEquals(PreviewException.Reason.GONE, reasonOf(folder.resolve("no"), FileKind.PDF));
  }

  @Test
  void pictureTooLargeIsRefusedByItsHeader() throws Exception {
    byte[] head = Arrays.copyOf(Files.readAllBytes(sample(FileKind.PNG)), 60);
    ByteBuffer.wrap(head).putInt(16, 60_000).putInt(20, 60_000);
    CRC32 crc = new CRC32();
    crc.update(head, 12, 17);
    ByteBuffer.wrap(head).putInt(29, (int) crc.getValue());
    Path file = Files.write(folder.resolve("bomb.png"), head);
    assertEquals(PreviewException.Reason.TOO_DEMANDING, reasonOf(file, FileKind.PNG));
  }

  @Test
  void pdfThatUnpacksToMoreThanTheHeapIsRefused() throws Exception {
    long heap = Runtime.getRuntime().maxMemory();
    Path file = SampleDocuments.pdfBomb(folder.resolve("bomb.pdf"), heap * 3 / 2);
    assertTrue(Files.size(file) < 20_000_000);
    PreviewException told =
        assertThrows(PreviewException.class, () -> decoder.open(file, FileKind.PDF, FIT));
    assertEquals(PreviewException.Reason.TOO_DEMANDING, told.reason());
    assertNull(told.getCause(), "refused before memory ran out");
  }

  @Test
  void endlessDrawingIsStoppedAndTheNextOneRuns() throws Exception {
    Path slow = SampleDocuments.slowPdf(folder.resolve("slow.pdf"), 200_000);
    Path ordinary =
        SampleDocuments.image(
            folder.resolve("a.png"),
            "png",
            SampleDocuments.redAndBlue(80, 60, BufferedImage.TYPE_INT_RGB));
    try (Decoder impatient = new Decoder(folder, Duration.ofMillis(1500))) {
      for (int i = 0; i < 4; i++) {
        PreviewException told =
            assertThrows(PreviewException.class, () -> impatient.open(slow, FileKind.PDF, FIT));
        assertEquals(PreviewException.Reason.TOO_SLOW, told.reason());
      }
      assertInstanceOf(Decoded.Paged.class, openedAtLast(impatient, ordinary));
    }
  }

  /** On a busy computer even an ordinary picture may take too long for this decoder. */
  private static Decoded openedAtLast(Decoder decoder, Path ordinary) throws Exception {
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        return decoder.open(ordinary, FileKind.PNG, FIT);
      } catch (PreviewException busy) {
        assertEquals(PreviewException.Reason.TOO_SLOW, busy.reason());
      }
    }
    throw new AssertionError("nothing is decoded any more");
  }

  @Test
  void changedFileIsReadAnew() throws Exception {
    Path file = SampleDocuments.pdf(folder.resolve("a.pdf"), 1);
    assertEquals(1, paged(file, FileKind.PDF, FIT).pageCount());
    SampleDocuments.pdf(file, 2);
    assertEquals(2, paged(file, FileKind.PDF, FIT).pageCount());
  }

  private Path sample(FileKind kind) throws IOException {
    Path file = folder.resolve("sample");
    BufferedImage image = SampleDocuments.letter("Letter", 400, 560, BufferedImage.TYPE_INT_RGB);
    return switch (kind) {
      case PDF -> SampleDocuments.pdf(file, 2);
      case TIFF -> SampleDocuments.tiff(file, "LZW", image, image);
      default -> SampleDocuments.image(file, kind.name(), image);
    };
  }

  private Decoded.Paged paged(Path file, FileKind kind, PageFit fit) throws InterruptedException {
    return assertInstanceOf(Decoded.Paged.class, decoder.open(file, kind, fit));
  }

  private PreviewException.Reason reasonOf(Path file, FileKind kind) {
    return assertThrows(PreviewException.class, () -> decoder.open(file, kind, FIT)).reason();
  }

  private static byte[] noise() {
    byte[] noise = new byte[5000];
    new Random(5).nextBytes(noise);
    return noise;
  }

  private static byte[] endlessTiff() {
    ByteBuffer tiff = ByteBuffer.allocate(30);
    tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 1);
    tiff.putShort((short) 256).putShort((short) 3).putInt(1).putInt(1 << 16).putInt(8);
    return tiff.array();
  }

  /** Writes over the numbers that the first page's resolution tags point to. */
  private static void setResolution(Path tiff, int across, int down) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(tiff));
    bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = bytes.getInt(4);
    for (int i = 0; i < bytes.getShort(directory); i++) {
      int entry = directory + 2 + i * 12;
      int tag = bytes.getShort(entry);
      if (tag == 282 || tag == 283) {
        bytes.putInt(bytes.getInt(entry + 8), tag == 282 ? across : down);
        bytes.putInt(bytes.getInt(entry + 8) + 4, 1);
      }
    }
    Files.write(tiff, bytes.array());
  }

  private static Path withExifOrientation(Path jpeg, int orientation) throws IOException {
    byte[] plain = Files.readAllBytes(jpeg);
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.put(new byte[] {(byte) 0xff, (byte) 0xe1}).putShort((short) 34);
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) orientation);
    ByteBuffer whole = ByteBuffer.allocate(plain.length + exif.capacity());
    whole.put(plain, 0, 2).put(exif.array()).put(plain, 2, plain.length - 2);
    return Files.write(jpeg.resolveSibling("camera.jpg"), whole.array());
  }

  private static void assertRedAndBlue(Pixels pixels) {
    assertEquals(400, pixels.width());
    assertEquals(300, pixels.height());
    assertColour(RED, pixels.argb()[400 * 150 + 100], "left");
    assertColour(BLUE, pixels.argb()[400 * 150 + 300], "right");
  }

  private static void assertColour(int expected, int found, String where) {
    for (int shift = 0; shift <= 24; shift += 8) {
      assertEquals(expected >> shift & 0xff, found >> shift & 0xff, 8, where);
    }
  }

  private static long inkOf(Pixels pixels) {
    return Arrays.stream(pixels.argb()).filter(colour -> (colour & 0xff) < 128).count();
  }
}
