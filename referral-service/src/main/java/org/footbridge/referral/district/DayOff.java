package org.footbridge.referral.district;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** Why a day is off: for the schools, for everybody, or for both; at least one of the names is there. */
@Embeddable
class DayOff {
    private String name;

    @Column(name = "public_name")
    private String publicName;

    protected DayOff() {}

    DayOff(String name, String publicName) {
        this.name = name;
        this.publicName = publicName;
    }

    /** {@code null} where the schools have no reason of their own. */
    String name() {
        return name;
    }

    /** {@code null} where it is no public holiday. */
    String publicName() {
        return publicName;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayOff day
                && Objects.equals(name, day.name)
                && Objects.equals(publicName, day.publicName);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, publicName);
    }
}
