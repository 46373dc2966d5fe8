package io.zhiyong.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhiyong.base.Page;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pages of contests show; the same records are their JSON. */
final class ContestPages {
    private ContestPages() {}

    /** 竞赛: what is on, what comes, what was. */
    record ListView(List<Item> live, List<Item> coming, List<Item> past, Optional<String> next, boolean mayCreate) {
        /** Where the following part of the past is. */
        public Optional<String> nextHref() {
            return next.map(after -> "/contests?after=" + after);
        }
    }

    /** One contest in the list. */
    record Item(ContestId id, Text title, Phase phase, int players, Instant created, String href) {
        public String look() {
            return lookOf(phase);
        }

        public String phaseKey() {
            return keyOf(phase);
        }
    }

    /** The badge of a phase, as docs/style.md names them. */
    private static String lookOf(Phase phase) {
        if (phase.isLive()) {
            return "live";
        }
        return phase == Phase.DRAFT ? "draft" : "plain";
    }

    /** In lists a contest that is being played is simply on. */
    private static String keyOf(Phase phase) {
        return "contest.phase." + (phase.isLive() && phase != Phase.LOBBY ? "LIVE" : phase.name());
    }

    /** A contest being set up, or looked at by its host. */
    record SetupView(
            Optional<ContestId> id,
            Optional<Text> title,
            Phase phase,
            Rules rules,
            List<Line> questions,
            List<String> subjects,
            String code) {
        /** Whether the lobby can be opened. */
        public boolean ready() {
            return phase == Phase.DRAFT && id.isPresent() && !questions.isEmpty();
        }

        public boolean draft() {
            return phase == Phase.DRAFT;
        }

        public boolean live() {
            return phase.isLive();
        }

        public boolean over() {
            return phase.isOver();
        }

        public String look() {
            return lookOf(phase);
        }

        public String phaseKey() {
            return keyOf(phase);
        }

        /** The ids, for the form. */
        public String ids() {
            return String.join("\n", questions.stream().map(Line::id).toList());
        }

        /** What the form begins with: nothing for a contest that nobody has named yet. */
        public String formTitle() {
            return title.map(Text::zh).orElse("");
        }

        public String formTitleEn() {
            return title.map(Text::en).orElse("");
        }
    }

    /** A question in the order of play; without its key. */
    record Line(int number, String id, String stem) {}

    /**
     * A screen of a live contest.
     *
     * @param socket where its frames come from
     * @param join what the code leads to, for the QR code
     * @param stage the signed address of the big screen; empty for all but the host
     */
    record LiveView(ContestId id, Text title, String socket, String code, String join, QrCode qr, String stage) {}

    /** Where a code is typed in. */
    record JoinView(String code) {}

    /** The result of a contest that is over. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ResultsView(
            ContestId id,
            Text title,
            boolean cancelled,
            int players,
            int full,
            List<Placed> podium,
            List<Placed> board,
            Optional<Placed> mine,
            List<QuestionResult> questions,
            boolean host) {}

    /** A line of the final board. */
    record Placed(int rank, int seat, String name, String unit, int points, int right, long seconds, boolean you) {}

    /** How a question went. */
    record QuestionResult(
            int number, String id, String stem, boolean voided, int answered, int right, List<Choice> options) {}

    /** An option of it. */
    record Choice(String id, String letter, String text, boolean key, int count) {
        /** The words for true and false are the reader's; other options have their own. */
        public Optional<String> said() {
            return id.equals("true") || id.equals("false") ? Optional.of("contest.word." + id) : Optional.empty();
        }
    }

    static ListView list(List<Heading> live, List<Heading> coming, Page<Heading> past, boolean organizer) {
        return new ListView(
                items(live, organizer),
                items(coming, organizer),
                items(past.items(), organizer),
                past.next(),
                organizer);
    }

    private static List<Item> items(List<Heading> headings, boolean organizer) {
        return headings.stream()
                .map(it -> new Item(it.id(), it.title(), it.phase(), it.players(), it.created(), href(it, organizer)))
                .toList();
    }

    /** Where a title leads: hosts to their desk, contestants to their seat, everybody to the results. */
    static String href(Heading heading, boolean organizer) {
        var base = "/contests/" + heading.id();
        if (heading.phase().isOver()) {
            return base + "/results";
        }
        return organizer ? base : base + "/play";
    }

    static SetupView blank(List<String> subjects) {
        return new SetupView(Optional.empty(), Optional.empty(), Phase.DRAFT, Rules.usual(), List.of(), subjects, "");
    }

    static SetupView setup(Contest contest, List<String> subjects) {
        var lines = new ArrayList<Line>();
        for (var question : contest.setup().questions()) {
            lines.add(new Line(lines.size() + 1, question.id(), question.stem()));
        }
        return new SetupView(
                Optional.of(contest.id()),
                Optional.of(contest.setup().title()),
                contest.phase(),
                contest.setup().rules(),
                lines,
                subjects,
                contest.roster().code());
    }

    static ResultsView results(Contest contest, Optional<PersonId> reader, boolean host) {
        var cancelled = contest.phase() == Phase.CANCELLED;
        var mine = reader.flatMap(contest.roster()::of).map(Seat::number).orElse(0);
        var board = cancelled
                ? List.<Placed>of()
                : Standing.board(contest).stream()
                        .map(it -> placed(contest, it, mine))
                        .toList();
        return new ResultsView(
                contest.id(),
                contest.setup().title(),
                cancelled,
                contest.roster().seats().size(),
                full(contest),
                board.stream().filter(it -> it.rank() <= 3).limit(10).toList(),
                host ? board : board.stream().limit(10).toList(),
                board.stream().filter(Placed::you).findFirst(),
                cancelled ? List.of() : questions(contest),
                host);
    }

    private static Placed placed(Contest contest, Standing standing, int mine) {
        var seat = contest.roster().at(standing.seat()).orElseThrow();
        return new Placed(
                standing.rank(),
                standing.seat(),
                standing.name(),
                seat.unit(),
                standing.points(),
                standing.right(),
                standing.tauMillis() / 1000,
                standing.seat() == mine);
    }

    /** Full marks of what was played and counts. */
    static int full(Contest contest) {
        var counted = contest.sheets().stream().filter(sheet -> !sheet.voided()).count();
        return (int) counted * contest.setup().rules().points();
    }

    private static List<QuestionResult> questions(Contest contest) {
        var results = new ArrayList<QuestionResult>();
        for (var sheet : contest.sheets()) {
            var question = contest.setup().questions().get(sheet.question());
            var right = (int) sheet.marks().stream().filter(Mark::right).count();
            results.add(new QuestionResult(
                    sheet.question() + 1,
                    question.id(),
                    question.stem(),
                    sheet.voided(),
                    sheet.marks().size(),
                    right,
                    choices(question, sheet)));
        }
        return results;
    }

    private static List<Choice> choices(ContestQuestion question, Sheet sheet) {
        var choices = new ArrayList<Choice>();
        for (var option : question.options()) {
            var place = choices.size();
            var count = place < sheet.counts().size() ? sheet.counts().get(place) : 0;
            var letter = String.valueOf((char) ('A' + place));
            var key = question.key().contains(option.id());
            choices.add(new Choice(option.id(), letter, option.text(), key, count));
        }
        return choices;
    }
}
