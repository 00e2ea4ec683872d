package org.footbridge.referral.district;

import io.smallrye.mutiny.Uni;

/** Follows the settings of districts in the transaction that changes them. */
public interface SettingsFollower {

    Uni<Void> changed(DistrictSettings before, DistrictSettings after);
}
