package dev.touchstone.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Measures content streams before they are unpacked into memory. Streams that cannot reach the
 * limit by any compression are let through without being looked at.
 */
final class PdfGuard {

  /** A stream that would unpack beyond the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
    private final long size;
    private final int page;

    private TooLarge(long size, int page) {
      super("content of page " + page + " unpacks to more than " + size + " bytes");
      this.size = size;
      this.page = page;
    }

    long size() {
      return size;
    }

    int page() {
      return page;
    }
  }

  /** What one byte can become at most under deflate; LZW stays below three times that. */
  private static final long DEFLATE = 1032;

  private final long limit;
  private long unpacked;
  private int page;

  PdfGuard(long limit) {
    this.limit = limit;
  }

  void checkPage(PDPage content, int number) throws IOException {
    page = number;
    Iterator<PDStream> streams = content.getContentStreams();
    while (streams.hasNext()) {
      check(streams.next().getCOSObject());
    }
  }

  void check(COSStream stream) throws IOException {
    int deflated = 0;
    boolean others = false;
    for (COSName filter : filters(stream)) {
      if (filter.equals(COSName.FLATE_DECODE) || filter.equals(COSName.FLATE_DECODE_ABBREVIATION)) {
        deflated++;
      } else {
        others = true;
      }
    }
    long most = stream.getLength();
    for (int i = 0; i < deflated && most < limit; i++) {
      most *= DEFLATE;
    }
    if (most * (others ? 3 : 1) + unpacked <= limit || others) {
      return;
    }
    unpacked += measure(stream, deflated);
  }

  private long measure(COSStream stream, int deflated) throws IOException {
    long size = 0;
    try (InputStream raw = stream.createRawInputStream()) {
      InputStream in = raw;
      for (int i = 0; i < deflated; i++) {
        in = new InflaterInputStream(in);
      }
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (unpacked + size > limit) {
          throw new TooLarge(unpacked + size, page);
        }
      }
    } catch (TooLarge beyond) {
      throw beyond;
    } catch (IOException damaged) {
      // PDFBox reads what it can of a damaged stream, and no more than this was found in it.
      return size;
    }
    return size;
  }

  private static List<COSName> filters(COSStream stream) {
    COSBase filters = stream.getFilters();
    if (filters instanceof COSName name) {
      return List.of(name);
    }
    if (filters instanceof COSArray several) {
      return several.toList().stream()
          .filter(COSName.class::isInstance)
          .map(COSName.class::cast)
          .toList();
    }
    return List.of();
  }
}
