package org.footbridge.directory.place;

/**
 * The middle of a postal code.
 *
 * @param country ISO 3166 code in capitals
 * @param latitude degrees, WGS 84
 * @param longitude degrees, WGS 84
 * @param place a name, or {@code null}
 */
public record PostalCode(String country, String code, double latitude, double longitude, String place) {}
