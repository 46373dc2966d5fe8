package io.zhiyong.questionbank;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries imports out: dry run, confirmation, undoing. */
final class ImportRoom {
    private final QuestionStore questions;
    private final ImportStore imports;

    ImportRoom(QuestionStore questions, ImportStore imports) {
        this.questions = questions;
        this.imports = imports;
    }

    /** An import and what it does, or would do. */
    record Outcome(ImportStore.Import file, Importing importing) {}

    Future<Outcome> dryRun(String fileName, Buffer content, Reading.Defaults defaults, PersonId by, Instant at) {
        var reading = QuestionFormats.read(fileName, content.getBytes(), defaults);
        return imports.keep(fileName, content, defaults, by, at)
                .compose(file -> compare(reading).map(importing -> new Outcome(file, importing)));
    }

    Future<Importing> compare(Reading reading) {
        var same = questions.known(Importing.fingerprints(reading));
        var taken = questions.current(Importing.ids(reading));
        return Future.all(same, taken)
                .map(both -> Importing.of(
                        reading, same.result(), Set.copyOf(taken.result().keySet())));
    }

    Future<Outcome> outcome(String id) {
        return imports.byId(id).compose(file -> compare(file.reading()).map(importing -> new Outcome(file, importing)));
    }

    /** Adds what is fresh. Confirmed twice, it adds nothing twice. */
    Future<Outcome> confirm(String id, PersonId by, Instant at) {
        return outcome(id).compose(outcome -> {
            if (outcome.file().state() != ImportStore.State.READ) {
                throw Refusal.conflict("questionbank.refusal.importDone");
            }
            return questions
                    .addAll(outcome.importing().questions(), by, at)
                    .compose(added -> imports.confirmed(id, added))
                    .map(outcome);
        });
    }

    /** Retires everything that the import brought; versions and papers that hold them stay. */
    Future<Long> undo(String id, PersonId by, Instant at) {
        return imports.byId(id)
                .compose(file -> {
                    if (file.state() != ImportStore.State.CONFIRMED) {
                        throw Refusal.conflict("questionbank.refusal.importNotDone");
                    }
                    return questions.current(file.added().stream().collect(Collectors.toSet()));
                })
                .compose(current -> retire(List.copyOf(current.values()), 0, by, at))
                .compose(done -> imports.undone(id));
    }

    private Future<Void> retire(List<Question> all, int next, PersonId by, Instant at) {
        if (next == all.size()) {
            return Future.succeededFuture();
        }
        var question = all.get(next);
        var step = question.state() == QuestionState.RETIRED
                ? Future.succeededFuture(question)
                : questions.add(question.become(QuestionState.RETIRED), by, at);
        return step.compose(done -> retire(all, next + 1, by, at));
    }
}
