package org.footbridge.directory.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents {@code Page<SearchHit>}, whose type parameter the API document cannot show. */
@Schema(name = "ServiceHits", description = "Services that may fit, the best first.")
interface SearchPage {

    @Schema(required = true, maxItems = 200)
    List<SearchHit> getItems();

    @Schema(maxLength = 500, description = "Cursor of the next page; absent on the last one.")
    String getNext();
}
