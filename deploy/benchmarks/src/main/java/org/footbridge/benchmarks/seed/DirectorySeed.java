package org.footbridge.benchmarks.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** Fills the database of directory-service with HSDS records as its importer would have kept them. */
final class DirectorySeed implements Seed {
    /** Around the demo's town. */
    private static final double LATITUDE = 39.83;

    private static final double LONGITUDE = -98.58;
    private static final double DEGREES = 4;
    private static final int THOUSANDTHS = 1000;

    /** The triggers would make the row of each service once when it comes and once more with its place. */
    private static final String WITHOUT_SEARCH = """
            alter table services disable trigger services_searched_insert;
            alter table service_at_locations disable trigger places_searched_insert
            """;

    /** The same function as in the triggers, so that it makes the same rows. */
    private static final String WITH_SEARCH = """
            analyze services, service_at_locations, locations, organizations;
            select refresh_search(array(select id from services));
            alter table services enable trigger services_searched_insert;
            alter table service_at_locations enable trigger places_searched_insert
            """;

    @Override
    public long fill(SeedPlan plan, Connection connection) throws SQLException {
        Copy copy = new Copy(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(WITHOUT_SEARCH);
            new Filling(plan, copy).fill();
            statement.execute(WITH_SEARCH);
            connection.commit();
        }
        return copy.rows();
    }

    private static final class Filling {
        private final SeedPlan plan;
        private final SeedIds ids;
        private final Offers offers;
        private final Copy copy;
        private final Copy.Table organizations;
        private final Copy.Table locations;
        private final Copy.Table services;
        private final Copy.Table places;
        private final Copy.Table capacities;
        private final Copy.Table sequences;

        Filling(SeedPlan plan, Copy copy) {
            this.plan = plan;
            this.ids = new SeedIds(plan);
            this.offers = new Offers(plan);
            this.copy = copy;
            organizations = copy.table("organizations", """
                id, name, kind, parent_organization_id, participating, owner_organization_id, document,
                last_modified""");
            locations = copy.table("locations", """
                id, organization_id, latitude, longitude, postal_codes, document, last_modified""");
            services = copy.table("services", """
                id, organization_id, name, status, minimum_age, maximum_age, ages, languages, interpreters,
                insurance, owner_organization_id, labels, document, last_modified""");
            places = copy.table("service_at_locations", "id, service_id, location_id, document, last_modified");
            capacities =
                    copy.table("service_capacities", "service_id, status, available, wait_days, confirmed_at, version");
            sequences = copy.table("aggregate_sequence", "subject, last");
        }

        void fill() {
            for (int index = 0; index < offers.organizations(); index++) {
                organization(offers.organization(index));
                copy.writeWhenEnough();
            }
            for (int index = 0; index < plan.services(); index++) {
                service(offers.service(index));
                copy.writeWhenEnough();
            }
            copy.write();
        }

        private void organization(Offers.Organization organization) {
            ObjectNode document = HsdsDocuments.organization(organization);
            organizations
                    .row(organization.id(), organization.name(), "agency", organization.parent())
                    .and(organization.participating(), organization.id(), document, plan.beginning());
            sequences.row(organization.id(), 1);
            for (int index = organization.index(); index < plan.locations(); index += offers.organizations()) {
                location(index, organization);
            }
        }

        private void location(int index, Offers.Organization organization) {
            Dice dice = plan.dice(Kind.LOCATION, index);
            double latitude = LATITUDE + degrees(dice);
            double longitude = LONGITUDE + degrees(dice);
            String postalCode = "%05d".formatted(dice.between(400, 499));
            UUID id = ids.id(Kind.LOCATION, index);
            int office = index / offers.organizations();
            String name = organization.name() + (office == 0 ? ", main office" : ", office " + (office + 1));
            ObjectNode document = HsdsDocuments.location(
                            id, organization, name, ids.id(Kind.ADDRESS, index), postalCode)
                    .put("latitude", latitude)
                    .put("longitude", longitude);
            locations
                    .row(id, organization.id(), latitude, longitude, List.of(postalCode))
                    .and(document, plan.beginning());
        }

        private void service(Offers.Service service) {
            UUID organization = service.organization().id();
            Offers.Ages ages = service.ages();
            Offers.Reach reach = service.reach();
            String range = "[" + ages.minimum() + "," + (ages.maximum() + 1) + ")"; // a whole maximum includes its year
            services.row(service.id(), organization, service.name(), service.active() ? "active" : "inactive")
                    .and(ages.minimum(), ages.maximum(), range, reach.languages(), false, reach.insurance())
                    .and(organization, HsdsDocuments.labels(service), HsdsDocuments.service(service, ids))
                    .and(plan.beginning());
            UUID place = ids.id(Kind.PLACE, service.index());
            UUID location = location(service);
            places.row(place, service.id(), location, HsdsDocuments.place(place, service.id(), location))
                    .and(plan.beginning());
            Offers.Capacity capacity = service.reach().capacity();
            capacities
                    .row(service.id(), capacity.status(), capacity.available(), capacity.waitDays())
                    .and(capacity.confirmedAt(), capacity.status() == null ? 0 : 1);
            sequences.row(service.id(), 1);
        }

        /** Services of an organization take turns at its places. */
        private UUID location(Offers.Service service) {
            int organization = service.organization().index();
            int offices = (plan.locations() - organization - 1) / offers.organizations() + 1;
            int office = service.index() / offers.organizations() % offices;
            return ids.id(Kind.LOCATION, organization + (long) office * offers.organizations());
        }

        private static double degrees(Dice dice) {
            return (dice.below(THOUSANDTHS) - THOUSANDTHS / 2) * DEGREES / THOUSANDTHS;
        }
    }
}
