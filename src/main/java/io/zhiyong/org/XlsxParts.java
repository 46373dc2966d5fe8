package io.zhiyong.org;

import io.zhiyong.base.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Makes a workbook that somebody sent safe to read: unpacks it within bounds and packs it anew, so that what was measured is what will be
 * read, whatever else the file's directory may claim.
 */
final class XlsxParts {
    private static final int MOST_PARTS = 300;
    private static final long MOST_BYTES = 48L << 20;

    /** A column beyond XFD makes readers reserve room for millions of cells. */
    private static final Pattern FAR_COLUMN = Pattern.compile("\\br\\s*=\\s*[\"']\\$?[A-Za-z]{4,}[0-9]*[\"']");

    private XlsxParts() {}

    /** The same workbook, packed by us; a refusal when it is none, or unpacks to more than is taken. */
    static byte[] repacked(byte[] sent) {
        var out = new ByteArrayOutputStream(sent.length);
        try (var file = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(sent))
                        .get();
                var zip = new ZipOutputStream(out)) {
            copyParts(file, zip);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            throw notXlsx();
        }
        return out.toByteArray();
    }

    private static void copyParts(ZipFile file, ZipOutputStream zip) throws IOException {
        var names = new HashSet<String>();
        var left = MOST_BYTES;
        for (var entry : Collections.list(file.getEntries())) {
            if (names.size() >= MOST_PARTS) {
                throw Refusal.tooLarge("org.refusal.import.parts", MOST_PARTS);
            }
            if (entry.isDirectory() || !names.add(entry.getName())) {
                continue;
            }
            var part = read(file.getInputStream(entry), left);
            left -= part.length;
            requireNear(entry.getName(), part);
            zip.putNextEntry(new ZipEntry(entry.getName()));
            zip.write(part);
            zip.closeEntry();
        }
        if (!names.contains("[Content_Types].xml") || !names.contains("xl/workbook.xml")) {
            throw notXlsx();
        }
    }

    private static byte[] read(InputStream in, long most) throws IOException {
        var part = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        if (part.length > most) {
            throw Refusal.tooLarge("org.refusal.import.bytes", MOST_BYTES >> 20);
        }
        return part;
    }

    private static void requireNear(String name, byte[] part) {
        if (name.startsWith("xl/worksheets/")
                && FAR_COLUMN
                        .matcher(new String(part, StandardCharsets.ISO_8859_1))
                        .find()) {
            throw notXlsx();
        }
    }

    static Refusal notXlsx() {
        return Refusal.invalid("file", "org.refusal.import.notXlsx");
    }
}
