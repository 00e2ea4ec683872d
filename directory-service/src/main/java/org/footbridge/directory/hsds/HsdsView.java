package org.footbridge.directory.hsds;

/** The lists of HSDS and the database views behind them. */
enum HsdsView {
    SERVICES("hsds_services"),
    ORGANIZATIONS("hsds_organizations"),
    SERVICE_AT_LOCATIONS("hsds_service_at_locations"),
    TAXONOMIES("hsds_taxonomies"),
    TAXONOMY_TERMS("hsds_taxonomy_terms");

    private final String view;

    HsdsView(String view) {
        this.view = view;
    }

    String view() {
        return view;
    }
}
