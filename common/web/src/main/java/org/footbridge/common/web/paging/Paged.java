package org.footbridge.common.web.paging;

/** An answer that may have a next page. */
public interface Paged {

    /** The cursor of the next page, {@code null} on the last one. */
    String next();
}
