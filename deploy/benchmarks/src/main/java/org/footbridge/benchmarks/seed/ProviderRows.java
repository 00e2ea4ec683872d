package org.footbridge.benchmarks.seed;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** What referral-service keeps of the directory, and which agencies take part. */
final class ProviderRows {
    private final SeedPlan plan;
    private final SeedIds ids;
    private final Offers offers;
    private final int districts;
    private final Copy copy;
    private final Copy.Table accounts;
    private final Copy.Table agreements;
    private final Copy.Table organizations;
    private final Copy.Table services;

    ProviderRows(SeedPlan plan, Copy copy) {
        this.plan = plan;
        this.ids = new SeedIds(plan);
        this.offers = new Offers(plan);
        this.districts = new Districts(plan).count();
        this.copy = copy;
        accounts = copy.table("agency_account", "agency_id, created_at");
        agreements =
                copy.table("agreement", "id, tenant_id, agency_id, basis, purpose, valid_from, version, created_at");
        organizations = copy.table("provider_organization", "id, name, parent_id, kind, active, sequence");
        services = copy.table("provider_service", """
                id, organization_id, name, active, minimum_age, maximum_age, languages, insurance,
                capacity_status, available, wait_days, confirmed_at, sequence""");
    }

    void write() {
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
        organizations.row(organization.id(), organization.name(), organization.parent(), "agency", true, 1);
        if (!organization.participating()) {
            return;
        }
        accounts.row(organization.id(), plan.beginning());
        LocalDate from = plan.beginning().atZone(ZoneOffset.UTC).toLocalDate();
        for (int district = 0; district < districts; district++) {
            UUID id = ids.id(Kind.AGREEMENT, (long) organization.index() * districts + district);
            agreements
                    .row(id, ids.district(district), organization.id(), "Written agreement of both sides")
                    .and("Care for students whose guardians have consented", from, 0, plan.beginning());
        }
    }

    private void service(Offers.Service service) {
        Offers.Capacity capacity = service.reach().capacity();
        services.row(service.id(), service.organization().id(), service.name(), service.active())
                .and(service.ages().minimum(), service.ages().maximum())
                .and(service.reach().languages(), service.reach().insurance())
                .and(capacity.status(), capacity.available(), capacity.waitDays(), capacity.confirmedAt(), 1);
    }
}
