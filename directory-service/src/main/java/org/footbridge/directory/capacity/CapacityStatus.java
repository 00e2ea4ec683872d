package org.footbridge.directory.capacity;

/** Whether a service can take on somebody new, in the words of the FHIR social-care guides (decision 31). */
public enum CapacityStatus {
    HAS_CAPACITY,
    NO_CAPACITY,
    WAITLIST,
    ASSESSMENT_REQUIRED
}
