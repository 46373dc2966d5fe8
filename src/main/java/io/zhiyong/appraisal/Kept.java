package io.zhiyong.appraisal;

import io.zhiyong.base.PersonId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A result as it is kept: the whole of it, and what a board shows of it. */
record Kept(Summary summary, Result result) {
    /**
     * What a board shows.
     *
     * @param name what the person was called then
     * @param probation whether he was in his trial year then, and so gets no grade
     * @param points by indicator
     * @param digest of the result
     * @param proposal what the figures of the whole run suggest
     */
    record Summary(
            PersonId person,
            String name,
            boolean probation,
            Map<String, BigDecimal> points,
            BigDecimal total,
            String digest,
            Proposals.Proposal proposal) {
        Summary {
            points = Map.copyOf(points);
        }

        private Proposals.Total forProposal() {
            return new Proposals.Total(person, total, probation);
        }

        private Summary proposed(Proposals.Proposal made) {
            return new Summary(person, name, probation, points, total, digest, made);
        }
    }

    /** Not proposed for yet: that takes the results of all. */
    static Kept of(Result result, String name, boolean probation) {
        var points = result.scores().stream().collect(Collectors.toMap(Result.Score::indicator, Result.Score::points));
        return new Kept(
                new Summary(result.person(), name, probation, points, result.total(), result.digest(), null), result);
    }

    /** With a proposal for each, from the totals of all. */
    static List<Kept> proposed(Scheme scheme, List<Kept> all) {
        var proposals = Proposals.of(
                scheme, all.stream().map(kept -> kept.summary().forProposal()).toList());
        var proposed = new ArrayList<Kept>();
        for (var i = 0; i < all.size(); i++) {
            var kept = all.get(i);
            proposed.add(new Kept(kept.summary().proposed(proposals.get(i)), kept.result()));
        }
        return proposed;
    }
}
