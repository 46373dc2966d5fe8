package io.zhiyong.course;

import io.vertx.core.Future;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.org.Person;
import io.zhiyong.questionbank.Answer;
import io.zhiyong.questionbank.Marking;
import io.zhiyong.questionbank.Points;
import io.zhiyong.questionbank.Question;
import io.zhiyong.questionbank.QuestionId;
import io.zhiyong.record.StatementDraft;
import io.zhiyong.record.StatementId;
import io.zhiyong.store.Blobs;
import io.zhiyong.web.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens when somebody studies: what he did is kept first, then the learning record is told. */
final class StudyRoom {
    private static final int OWED_AT_ONCE = 200;

    private final CourseModule.Needs needs;
    private final CourseStore courses;
    private final ProgressStore progress;
    private final Blobs blobs;

    StudyRoom(CourseModule.Needs needs, CourseStore courses, ProgressStore progress) {
        this.needs = needs;
        this.courses = courses;
        this.progress = progress;
        this.blobs = needs.store().blobs();
    }

    /** A course and how far somebody is in it. */
    record Going(Course course, Progress progress) {
        Edition edition() {
            return course.taught();
        }

        Going at(Progress later) {
            return new Going(course, later);
        }
    }

    /** What can be studied; a course that was retired, by those only who began it. */
    Future<Going> going(PersonId person, CourseId id) {
        var course = courses.byId(id);
        var far = progress.of(person, id);
        return Future.all(course, far).map(read -> {
            var going = new Going(course.result(), far.result());
            if (!going.course().open()
                    && !(going.course().retired() && far.result().begun())) {
                throw Refusal.notFound("course.refusal.course", id.value());
            }
            return going;
        });
    }

    /** The editions whose files a visitor may see: what is taught, and for its organizers the draft. */
    Future<List<Edition>> shown(Visitor visitor, CourseId id) {
        return courses.byId(id).map(course -> {
            var draft = writes(visitor, course) ? course.draft().map(Draft::edition) : Optional.<Edition>empty();
            return Stream.concat(course.live().stream(), draft.stream()).toList();
        });
    }

    boolean writes(Visitor visitor, Course course) {
        return needs.organization().units().covers(visitor.grants(), Role.ORGANIZER, course.unit());
    }

    /** The lesson is opened; where it has no checkpoint that is all it asks for. */
    Future<Going> open(PersonId person, Going going, Lesson lesson, Instant now) {
        return going.progress().of(lesson).opened().isPresent()
                        && !going.progress().owed()
                ? Future.succeededFuture(going)
                : add(person, going, new StudyEvent.Opened(lesson.key(), now));
    }

    Future<Going> leave(PersonId person, Going going, Lesson lesson, Steps.Position position) {
        return add(person, going, new StudyEvent.Left(lesson.key(), position));
    }

    /** Marks the answers and keeps them. A question without an answer is wrong; one of another lesson is refused. */
    Future<Going> answer(PersonId person, Going going, Lesson lesson, Map<String, List<String>> answers, Instant now) {
        var checkpoint =
                lesson.checkpoint().orElseThrow(() -> Refusal.conflict("course.refusal.noCheckpoint", lesson.key()));
        for (var question : answers.keySet()) {
            if (!checkpoint.questions().contains(question)) {
                throw Refusal.invalid("answers", "course.refusal.notAsked", question);
            }
        }
        return questions(lesson)
                .map(asked -> marked(asked, answers, now))
                .compose(attempt -> add(person, going, new StudyEvent.Tried(lesson.key(), attempt)));
    }

    private static Steps.Try marked(List<Question> asked, Map<String, List<String>> answers, Instant now) {
        var right = new HashSet<String>();
        var given = new HashMap<String, List<String>>();
        for (var question : asked) {
            var id = question.id().value();
            var answer = new Answer(answers.getOrDefault(id, List.of()));
            question.body().check(answer);
            given.put(id, answer.values());
            if (Marking.mark(question.body(), answer, Points.of(1), Marking.Rule.ALL_OR_NOTHING)
                    .right()) {
                right.add(id);
            }
        }
        return new Steps.Try(given, right, now);
    }

    /** In the checkpoint's order; one that the bank no longer has is left out, and can then not be got right. */
    Future<List<Question>> questions(Lesson lesson) {
        var ids = lesson.checkpoint().map(Checkpoint::questions).orElse(List.of()).stream()
                .map(QuestionId::new)
                .toList();
        return ids.isEmpty()
                ? Future.succeededFuture(List.of())
                : needs.questions().byIds(ids).map(found -> ids.stream()
                        .filter(found::containsKey)
                        .map(found::get)
                        .toList());
    }

    private Future<Going> add(PersonId person, Going going, StudyEvent event) {
        return progress.add(person, going.course().id(), event, going.edition())
                .compose(kept -> tell(kept, going.edition()).map(going.at(kept)));
    }

    /** Tells the record what it may not know yet, and after a completion waits until the ledger has followed. */
    private Future<Void> tell(Progress kept, Edition edition) {
        if (!kept.owed()) {
            return Future.succeededFuture();
        }
        return told(kept, edition).compose(done -> settled(kept));
    }

    private Future<Void> told(Progress kept, Edition edition) {
        return needs.organization()
                .person(kept.person())
                .map(person -> Telling.of(kept, edition, person.unit()))
                .compose(this::append)
                .compose(done -> progress.told(kept));
    }

    private Future<Void> append(List<StatementDraft> drafts) {
        return Future.all(drafts.stream().map(this::append).toList()).mapEmpty();
    }

    /** Told already in other words (a title was changed since, or the person moved): then the first telling stands. */
    private Future<StatementId> append(StatementDraft draft) {
        return needs.record()
                .append(draft)
                .recover(problem -> problem instanceof Refusal.Conflict
                        ? Future.succeededFuture(draft.id())
                        : Future.failedFuture(problem));
    }

    private Future<Void> settled(Progress kept) {
        return completion(kept)
                .map(statement -> needs.record().settled(statement).<Void>mapEmpty())
                .orElseGet(Future::succeededFuture);
    }

    /** Names the statement that tells of a completion. */
    static Optional<StatementId> completion(Progress kept) {
        return kept.completed().map(done -> Telling.completion(kept, done).id());
    }

    /** Tells the record what was kept and not told before the process ended. */
    Future<Void> catchUp() {
        return progress.owed(OWED_AT_ONCE).compose(owed -> owed.isEmpty() ? Future.succeededFuture() : each(owed, 0));
    }

    private Future<Void> each(List<Progress> owed, int at) {
        if (at == owed.size()) {
            return owed.size() < OWED_AT_ONCE ? Future.succeededFuture() : catchUp();
        }
        var one = owed.get(at);
        return courses.byId(one.course())
                .compose(course -> told(one, course.latest()))
                .compose(done -> each(owed, at + 1));
    }

    /** The text of a lesson, or the transcript of its film. */
    Future<Optional<String>> text(Lesson lesson) {
        return lesson.textHash()
                .map(hash -> blobs.byHash(hash)
                        .compose(blob -> blobs.read(blob, 0, blob.size() - 1))
                        .map(bytes -> Optional.of(bytes.toString(StandardCharsets.UTF_8))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** Keeps a text; answers with its hash. */
    Future<String> keepText(String text) {
        return blobs.put(text.getBytes(StandardCharsets.UTF_8), "text/markdown; charset=utf-8")
                .map(Blobs.Blob::hash);
    }

    /** Keeps a file of a lesson; answers with its hash. */
    Future<String> keepFile(byte[] content, MediaType type) {
        return blobs.put(content, type.contentType()).map(Blobs.Blob::hash);
    }

    Future<Person> person(PersonId id) {
        return needs.organization().person(id);
    }
}
