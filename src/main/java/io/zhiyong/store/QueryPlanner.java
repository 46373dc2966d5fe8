package io.zhiyong.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.zhiyong.store.IndexScan.Scannable;
import io.zhiyong.store.QueryConditions.Branch;
import io.zhiyong.store.QueryConditions.Condition;
import io.zhiyong.store.QueryConditions.Exists;
import io.zhiyong.store.QueryConditions.OneOf;
import io.zhiyong.store.QueryPlan.Scan;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses for each branch of a query the index that narrows it most: by fields that are fixed, then a range on the next, then
 * the order wanted. No statistics: a store class names the index that serves its query, and this finds it.
 */
final class QueryPlanner {
    private static final int MOST_SCANS = 500;
    private static final int FIXED = 10;
    private static final int RANGE = 5;
    private static final int ORDER = 4;
    private static final int ONE_DOCUMENT = 1000;

    private final List<? extends Scannable> indexes;

    QueryPlanner(List<? extends Scannable> indexes) {
        this.indexes = indexes;
    }

    /** How an index would serve a branch. */
    private record Choice(int score, List<Scan> scans, boolean ordered) {}

    /** Empty when no index helps, so that every document must be looked at. */
    Optional<QueryPlan> plan(Document query, Optional<SortOrder> sort) {
        var branches = QueryConditions.of(query);
        var plan = plan(branches, sort);
        // Several walks through a whole index would cost more than one.
        return branches.size() > 1 && plan.filter(QueryPlan::isNarrow).isEmpty()
                ? plan(List.of(Branch.EMPTY), sort)
                : plan;
    }

    private Optional<QueryPlan> plan(List<Branch> branches, Optional<SortOrder> sort) {
        var scans = new LinkedHashSet<Scan>();
        var ordered = true;
        for (var branch : branches) {
            var choice = indexes.stream()
                    .flatMap(index -> choice(index, branch, sort).stream())
                    .max(Comparator.comparingInt(Choice::score));
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            scans.addAll(choice.get().scans());
            ordered &= choice.get().ordered();
        }
        return Optional.of(new QueryPlan(List.copyOf(scans), ordered));
    }

    private static Optional<Choice> choice(Scannable index, Branch branch, Optional<SortOrder> sort) {
        if (!holdsAll(index, branch)) {
            return Optional.empty();
        }
        var ranges = new Ranges(index, branch);
        var backwards = sort.flatMap(order -> direction(index, ranges.fixed, order));
        var ordered = sort.isEmpty() || backwards.isPresent();
        var score = ranges.score() + (sort.isPresent() && ordered ? ORDER : 0);
        if (score == 0) {
            return Optional.empty();
        }
        var scans = ranges.list.stream()
                .map(range -> new Scan(index, range, backwards.orElse(false)))
                .toList();
        return Optional.of(new Choice(score, scans, ordered));
    }

    /** The stretches of one index that a branch leads to. */
    private static final class Ranges {
        private final Scannable index;
        private final Branch branch;
        private List<KeyRange> list = List.of(KeyRange.ALL);
        private int fixed;
        private boolean single = true;
        private boolean bounded;

        Ranges(Scannable index, Branch branch) {
            this.index = index;
            this.branch = branch;
            while (fixed < index.fields().size() && fix(boundsOf(fixed))) {
                fixed++;
            }
        }

        private FieldBounds boundsOf(int at) {
            var field = index.fields().get(at);
            var usable = !sharesArrayWithEarlier(at);
            return FieldBounds.of(usable ? branch.on(field) : List.of(), index.isMultikey(field));
        }

        /** Two fields of one array: their conditions may hold for different elements, so only the first can lead. */
        private boolean sharesArrayWithEarlier(int at) {
            var fields = index.fields();
            return index.isMultikey(fields.get(at))
                    && fields.subList(0, at).stream()
                            .anyMatch(field ->
                                    index.isMultikey(field) && root(field).equals(root(fields.get(at))));
        }

        private static String root(String path) {
            var dot = path.indexOf('.');
            return dot < 0 ? path : path.substring(0, dot);
        }

        /** Narrows the ranges by one more field; whether the field behind it can narrow them further. */
        private boolean fix(FieldBounds field) {
            if (field.isPoints() && list.size() * field.points().size() <= MOST_SCANS) {
                single &= field.points().size() == 1;
                list = list.stream()
                        .flatMap(range -> field.points().stream()
                                .map(point -> new KeyRange(range.prefixAnd(point), KeyRange.Bounds.ALL)))
                        .toList();
                return true;
            }
            if (!field.isNone()) {
                var bounds = field.isPoints() ? field.hull() : field.bounds();
                list = list.stream()
                        .map(range -> new KeyRange(range.prefix(), bounds))
                        .toList();
                bounded = true;
            }
            return false;
        }

        int score() {
            var complete = fixed == index.fields().size() && index.isUnique() && single;
            return complete ? ONE_DOCUMENT : FIXED * fixed + (bounded ? RANGE : 0);
        }
    }

    /** Whether every document that matches the branch is in the index: it may be sparse or partial. */
    private static boolean holdsAll(Scannable index, Branch branch) {
        if (!(index instanceof StoredIndex stored)) {
            return true;
        }
        var spec = stored.spec();
        if (spec.sparse() && spec.fields().stream().noneMatch(field -> requiresField(branch.on(field)))) {
            return false;
        }
        return spec.filter().entrySet().stream().allMatch(entry -> implies(branch, entry));
    }

    private static boolean requiresField(List<Condition> conditions) {
        return conditions.stream()
                .anyMatch(condition -> condition instanceof Exists
                        || condition instanceof OneOf one
                                && one.values().stream().noneMatch(Missing.class::isInstance)
                        || condition instanceof QueryConditions.AtLeast low && low.value() != null
                        || condition instanceof QueryConditions.AtMost high && high.value() != null);
    }

    private static boolean implies(Branch branch, Map.Entry<String, Object> wanted) {
        var conditions = branch.on(wanted.getKey());
        if (wanted.getValue() instanceof Document operators && operators.equals(new Document("$exists", true))) {
            return requiresField(conditions);
        }
        return QueryConditions.of(new Document(wanted.getKey(), wanted.getValue())).stream()
                .flatMap(one -> one.on(wanted.getKey()).stream())
                .map(one -> conditions.stream().anyMatch(had -> isWithin(had, one)))
                .reduce(Boolean::logicalAnd)
                .orElse(false);
    }

    private static boolean isWithin(Condition had, Condition wanted) {
        if (had.equals(wanted)) {
            return true;
        }
        return had instanceof OneOf some
                && wanted instanceof OneOf all
                && some.values().stream().allMatch(value -> all.values().stream()
                        .anyMatch(other -> BsonOrder.INSTANCE.compare(value, other) == 0));
    }

    /** Whether to walk backwards to get the order; empty when the index does not give it. */
    private static Optional<Boolean> direction(Scannable index, int fixed, SortOrder sort) {
        var fields = index.fields();
        var at = fixed;
        Optional<Boolean> backwards = Optional.empty();
        for (var field : sort.fields()) {
            if (index.isMultikey(field.path())) {
                return Optional.empty();
            }
            if (fields.subList(0, fixed).contains(field.path())) {
                continue;
            }
            if (at == fields.size() || !fields.get(at).equals(field.path())) {
                return Optional.empty();
            }
            var against = field.ascending() != (index.directions().charAt(at) == '+');
            if (backwards.isPresent() && backwards.get() != against) {
                return Optional.empty();
            }
            backwards = Optional.of(against);
            at++;
        }
        return Optional.of(backwards.orElse(false));
    }
}
