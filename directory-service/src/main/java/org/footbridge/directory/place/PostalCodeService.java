package org.footbridge.directory.place;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Problem;
import org.jboss.logging.Logger;

/** Takes postal codes in: the whole file or nothing. */
@ApplicationScoped
public class PostalCodeService {
    private static final Logger LOG = Logger.getLogger(PostalCodeService.class);
    private static final int BATCH = 10_000;

    private final PostalCodeRepository repository;

    PostalCodeService(PostalCodeRepository repository) {
        this.repository = repository;
    }

    /**
     * Where a postal code is, {@code null} where nobody has told.
     *
     * @param written in capitals, with {@code CA:} before it for another country than the United States
     */
    @WithTransaction
    public Uni<PostalCode> middleOf(String written) {
        return repository.middleOf(written);
    }

    /** Fails with 422 and every fault where there is one. Codes that the file does not name stay. */
    @WithTransaction
    Uni<PostalCodeReport> load(PostalCodeFile file) {
        if (!file.faults().isEmpty()) {
            throw new Problem(
                    CommonProblem.INVALID, file.faults().size() + " fault(s); nothing was taken in.", file.faults());
        }
        List<PostalCode> codes = file.codes();
        return writeFrom(codes, 0, 0)
                .invoke(written -> LOG.infof("%d of %d postal codes changed", written, codes.size()))
                .map(written -> new PostalCodeReport(written, codes.size() - written));
    }

    private Uni<Integer> writeFrom(List<PostalCode> codes, int from, int written) {
        if (from >= codes.size()) {
            return Uni.createFrom().item(written);
        }
        int to = Math.min(from + BATCH, codes.size());
        return repository.put(codes.subList(from, to)).chain(rows -> writeFrom(codes, to, written + rows));
    }
}
