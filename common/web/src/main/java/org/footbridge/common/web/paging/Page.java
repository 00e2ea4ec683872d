package org.footbridge.common.web.paging;

import java.util.List;

/**
 * One page of a list; the same is said in a {@code Link: rel="next"} header.
 *
 * @param items at most {@code limit} items, in the list's stable order
 * @param next the cursor of the next page, {@code null} on the last one
 */
public record Page<T>(List<T> items, String next) implements Paged {}
