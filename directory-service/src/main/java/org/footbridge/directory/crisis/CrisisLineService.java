package org.footbridge.directory.crisis;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.footbridge.common.events.Ids;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Problem;

@ApplicationScoped
public class CrisisLineService {
    private final CrisisLineRepository repository;

    public CrisisLineService(CrisisLineRepository repository) {
        this.repository = repository;
    }

    /** Every line, the most general first. */
    @WithTransaction
    public Uni<CrisisLines> all() {
        return lines().map(lines -> shown(lines.stream()));
    }

    /** The lines that help everywhere, behind those of the place; {@code null} for no place. */
    @WithTransaction
    public Uni<CrisisLines> at(String postalCode) {
        return lines().map(lines -> shown(Stream.concat(
                postalCode == null ? Stream.empty() : lines.stream().filter(line -> line.helpsIn(postalCode)),
                lines.stream().filter(CrisisLine::helpsEverywhere))));
    }

    /** A line and its version, and whether it is new. */
    record Published(CrisisLineResponse line, long version, boolean created) {}

    /**
     * Publishes a line under its code.
     *
     * @param ifMatch the header as sent: needed where there is such a line already
     */
    @WithTransaction
    Uni<Published> publish(String code, CrisisLineRequest said, String ifMatch) {
        if (!said.faults().isEmpty()) {
            throw new Problem(CommonProblem.INVALID, "1 fault(s), each with its place.", said.faults());
        }
        return repository.find("code", code).firstResult().chain(known -> {
            if (known == null) {
                CrisisLine line = CrisisLine.of(Ids.next(), code).publish(said);
                return repository
                        .persistAndFlush(line)
                        .map(kept -> new Published(kept.response(), kept.version(), true));
            }
            Version.require(Version.expected(ifMatch), known.version());
            known.publish(said);
            return repository.flush().map(done -> new Published(known.response(), known.version(), false));
        });
    }

    private Uni<List<CrisisLine>> lines() {
        return repository.listAll(Sort.by("position").and("code"));
    }

    private static CrisisLines shown(Stream<CrisisLine> lines) {
        return new CrisisLines(lines.map(CrisisLine::response).toList());
    }
}
