package org.footbridge.directory.importing.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks at the addresses of a workbook's cells before it is read: the reader makes room for every column up to the one that a cell
 * names, so that one cell in column ZZZZZZ would take the whole heap.
 */
final class SheetWidth {
    /** XFD, the last column of a sheet (ECMA-376). */
    private static final int MOST_COLUMNS = 16_384;

    private static final int LETTERS = 26;
    private static final XMLInputFactory XML = factory();

    private SheetWidth() {}

    /** Whether no cell lies beyond the last column; a fault where one does, or where a sheet cannot be read. */
    static boolean fits(byte[] workbook, Parsed parsed) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.getName().startsWith("xl/worksheets/") && !entry.isDirectory() && !fits(zip, entry)) {
                    parsed.fault("", "too-many-columns", "A cell lies beyond column XFD.");
                    return false;
                }
            }
            return true;
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            parsed.fault("", "not-xlsx", "The workbook cannot be read.");
            return false;
        }
    }

    private static boolean fits(ZipFile zip, ZipArchiveEntry entry) throws IOException, XMLStreamException {
        if (!entry.getName().endsWith(".xml")) {
            return true;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader sheet = XML.createXMLStreamReader(in);
            while (sheet.hasNext()) {
                if (sheet.next() == XMLStreamConstants.START_ELEMENT
                        && sheet.getLocalName().equals("c")
                        && column(sheet.getAttributeValue(null, "r")) > MOST_COLUMNS) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The number of the column of an address such as B7; 0 where there is none. */
    static int column(String address) {
        int column = 0;
        for (int i = 0; address != null && i < address.length() && column <= MOST_COLUMNS; i++) {
            int letter = Character.toUpperCase(address.charAt(i)) - 'A' + 1;
            if (letter < 1 || letter > LETTERS) {
                break;
            }
            column = column * LETTERS + letter;
        }
        return column;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
