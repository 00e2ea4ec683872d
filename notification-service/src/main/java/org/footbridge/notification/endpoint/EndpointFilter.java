package org.footbridge.notification.endpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Which events an endpoint wants: by type, and where it says so, of some schools or services only. */
@Embeddable
class EndpointFilter {
    @Column(name = "event_types")
    private String[] eventTypes;

    @Column(name = "school_ids")
    private UUID[] schoolIds;

    @Column(name = "service_ids")
    private UUID[] serviceIds;

    /** For Hibernate. */
    protected EndpointFilter() {}

    static EndpointFilter of(List<String> eventTypes, List<UUID> schools, List<UUID> services) {
        EndpointFilter filter = new EndpointFilter();
        filter.eventTypes = eventTypes.toArray(String[]::new);
        filter.schoolIds = ids(schools);
        filter.serviceIds = ids(services);
        return filter;
    }

    /** What the request names is replaced; an empty list of schools or services takes the restriction away. */
    void change(ChangeEndpointRequest request) {
        eventTypes =
                request.eventTypes() == null ? eventTypes : request.eventTypes().toArray(String[]::new);
        schoolIds = request.schoolIds() == null ? schoolIds : ids(request.schoolIds());
        serviceIds = request.serviceIds() == null ? serviceIds : ids(request.serviceIds());
    }

    boolean wants(Subject subject) {
        return EventFilter.wants(eventTypes(), subject.type())
                && (schoolIds == null || Arrays.asList(schoolIds).contains(subject.school()))
                && (serviceIds == null || Arrays.asList(serviceIds).contains(subject.service()));
    }

    /** In the form that a statement can compare with. */
    Choice choice(UUID endpoint, UUID owner, boolean ordered) {
        List<String> names = eventTypes();
        return new Choice(
                endpoint,
                owner,
                ordered,
                names.contains("*"),
                names.stream().filter(name -> !name.endsWith("*")).toArray(String[]::new),
                names.stream()
                        .filter(name -> name.endsWith(".*"))
                        .map(name -> name.substring(0, name.length() - 1).replace("_", "\\_") + "%")
                        .toArray(String[]::new),
                schoolIds,
                serviceIds);
    }

    List<String> eventTypes() {
        return List.of(eventTypes);
    }

    List<UUID> schoolIds() {
        return schoolIds == null ? null : List.of(schoolIds);
    }

    List<UUID> serviceIds() {
        return serviceIds == null ? null : List.of(serviceIds);
    }

    private static UUID[] ids(List<UUID> ids) {
        return ids == null || ids.isEmpty() ? null : ids.stream().distinct().toArray(UUID[]::new);
    }
}
