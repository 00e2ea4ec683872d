package org.footbridge.directory.hsds;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The page envelope of HSDS: {@code size} counts what is in this page, totals count everything that fits. */
@Schema(name = "HsdsPage", description = "A page of HSDS records.")
record HsdsPage(
        @Schema(required = true, name = "total_items", minimum = "0")
        long totalItems,

        @Schema(required = true, name = "total_pages", minimum = "0")
        long totalPages,

        @Schema(required = true, name = "page_number", minimum = "1")
        int pageNumber,

        @Schema(required = true, minimum = "0") int size,
        @Schema(required = true, name = "first_page") boolean firstPage,
        @Schema(required = true, name = "last_page") boolean lastPage,
        @Schema(required = true) boolean empty,
        @Schema(required = true, maxItems = 500) List<HsdsRecord> contents) {

    /** The envelope around records that are JSON text already. */
    static String json(HsdsQuery query, long total, List<String> contents) {
        long pages = (total + query.size() - 1) / query.size();
        return "{\"total_items\":" + total
                + ",\"total_pages\":" + pages
                + ",\"page_number\":" + query.page()
                + ",\"size\":" + contents.size()
                + ",\"first_page\":" + (query.page() == 1)
                + ",\"last_page\":" + (query.page() >= pages)
                + ",\"empty\":" + contents.isEmpty()
                + ",\"contents\":[" + String.join(",", contents) + "]}";
    }
}
