package org.footbridge.directory.gap;

import java.util.List;
import java.util.Map;

/**
 * Something that nobody offers.
 *
 * @param criteria what was asked for, by name
 * @param decisive criteria each of which alone keeps services from fitting
 * @param codes the codes that were asked for, by criterion; neither age nor place, which would come close to somebody
 */
public record Gap(List<String> criteria, List<String> decisive, Map<String, List<String>> codes) {}
