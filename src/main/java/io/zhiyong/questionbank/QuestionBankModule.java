package io.zhiyong.questionbank;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zhiyong.base.PersonId;
import io.zhiyong.store.Store;
import io.zhiyong.web.NavEntry;
import io.zhiyong.web.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/** The door to the question bank. */
public final class QuestionBankModule implements QuestionBank {
    /** Whoever wrote the shipped questions: nobody of the organization. */
    private static final PersonId SHIPPED = new PersonId("zhiyong");

    private static final Duration SUBJECTS_KEPT = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Clock clock;
    private final io.zhiyong.store.Collection loads;
    private final QuestionStore questions;
    private final ImportRoom imports;
    private volatile Counted counted = new Counted(Instant.EPOCH, List.of());

    public QuestionBankModule(Vertx vertx, Store store, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
        this.loads = store.collection("question_loads");
        this.questions = new QuestionStore(store);
        this.imports = new ImportRoom(questions, new ImportStore(store));
    }

    private record Counted(Instant at, List<Subject> subjects) {}

    /** Makes indexes, and adds the shipped questions once for every release that changes them. */
    public Future<Void> start() {
        return questions
                .start()
                .compose(ready -> vertx.executeBlocking(ShippedBank::read))
                .compose(this::load);
    }

    private Future<Void> load(ShippedBank.Shipped shipped) {
        return loads.byId(shipped.hash())
                .compose(done -> done.isPresent()
                        ? Future.succeededFuture()
                        : questions
                                .addAll(shipped.questions(), SHIPPED, clock.instant())
                                .compose(added -> loads.insert(new Document("_id", shipped.hash())))
                                .mapEmpty());
    }

    /** A file of questions into the bank, for the command line; nothing is added in a dry run. */
    public Future<ImportReport> importFile(String name, byte[] content, Reading.Defaults defaults, boolean dryRun) {
        return vertx.executeBlocking(() -> QuestionFormats.read(name, content, defaults))
                .compose(imports::compare)
                .compose(importing -> dryRun
                        ? Future.succeededFuture(importing)
                        : questions
                                .addAll(importing.questions(), SHIPPED, clock.instant())
                                .map(importing))
                .map(importing -> new ImportReport(
                        importing.understood(),
                        importing.refused(),
                        importing.duplicates().size()));
    }

    /** What an import found: every question of the file is understood or refused; duplicates are understood and left out. */
    public record ImportReport(int understood, List<Reading.Finding> refused, int duplicates) {
        public ImportReport {
            refused = List.copyOf(refused);
        }
    }

    @Override
    public Future<Map<QuestionId, Question>> byIds(Collection<QuestionId> ids) {
        return questions.current(Set.copyOf(ids));
    }

    @Override
    public Future<List<Question>> ofPaper(Paper paper) {
        return questions.versions(paper.items().stream()
                .map(item -> new QuestionStore.VersionRef(item.id(), item.version()))
                .toList());
    }

    @Override
    public Future<Pool> pool(Blueprint blueprint) {
        return questions.pool(blueprint);
    }

    @Override
    public Future<List<Subject>> subjects() {
        var now = clock.instant();
        if (counted.at().plus(SUBJECTS_KEPT).isAfter(now)) {
            return Future.succeededFuture(counted.subjects());
        }
        return questions
                .counts()
                .map(QuestionBankModule::subjects)
                .onSuccess(fresh -> counted = new Counted(now, fresh));
    }

    private static List<Subject> subjects(List<Document> counts) {
        var types = new TreeMap<String, Map<QuestionType, Integer>>();
        var points = new HashMap<String, Set<String>>();
        for (var row : counts) {
            var place = row.get("_id", Document.class);
            var subject = place.getString("subject");
            types.computeIfAbsent(subject, name -> new HashMap<>())
                    .merge(
                            QuestionType.valueOf(place.getString("type")),
                            row.get("count", Number.class).intValue(),
                            Integer::sum);
            points.computeIfAbsent(subject, name -> new TreeSet<>()).add(place.getString("point"));
        }
        return types.entrySet().stream()
                .map(entry -> new Subject(
                        entry.getKey(),
                        entry.getValue().values().stream()
                                .mapToInt(count -> count)
                                .sum(),
                        entry.getValue(),
                        points.get(entry.getKey()).stream()
                                .filter(point -> !point.isEmpty())
                                .toList()))
                .toList();
    }

    /** Imports first: their paths would be taken for ids of questions. */
    public List<Routes> routes() {
        return List.of(new ImportRoutes(imports, this).routes(), new QuestionRoutes(questions, this).routes());
    }

    public List<NavEntry> navigation() {
        return List.of(new NavEntry("/questions", "questionbank.title", QuestionRoutes.ORGANIZERS, 60));
    }
}
