package org.footbridge.referral.referral;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.district.CrisisLine;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.district.DistrictSettings;

/** The crisis lines of a district, asked for where there is a crisis. */
@ApplicationScoped
public class LocalLines {
    private final DistrictService districts;

    LocalLines(DistrictService districts) {
        this.districts = districts;
    }

    /** Of a district that the running transaction may see. */
    public Uni<List<CrisisLine>> of(UUID tenant) {
        return districts.settings(tenant).map(DistrictSettings::crisisLines);
    }

    /** As above for a crisis; none are needed for any other urgency. */
    Uni<List<CrisisLine>> of(Referral referral) {
        return referral.urgency() == Urgency.CRISIS
                ? of(referral.tenantId())
                : Uni.createFrom().item(List.of());
    }
}
