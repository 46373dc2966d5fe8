package io.zhiyong.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A live contest as its host, the hall and three phones see it. */
final class ContestEvening {
    private static final String CONTEST = "/contests/xianfa-jingsai";
    private static final int QUESTIONS = 3;

    private final Screens screens;
    private final AnswerKey key;
    private final Screen host;
    private final List<Screen> phones = new ArrayList<>();
    private Screen stage;
    private List<String> questions;

    ContestEvening(Screens screens, AnswerKey key, Screen organizer) {
        this.screens = screens;
        this.key = key;
        this.host = organizer;
    }

    void play() {
        open();
        join();
        advance("LOBBY");
        question(0, false);
        question(1, true);
        advance("BOARD");
        question(2, false);
        podium();
    }

    /** Fewer questions than were drawn, and time enough for pages to be examined in the middle of one. */
    private void open() {
        host.go("/contests").follow(CONTEST);
        questions = StreamSupport.stream(host.json(CONTEST).at("/questions").spliterator(), false)
                .limit(QUESTIONS)
                .map(question -> question.at("/id").asText())
                .toList();
        host.page().fill("#questions", String.join("\n", questions));
        host.page().fill("[name='rules.answerSeconds']", "240");
        host.page().fill("[name='rules.readSeconds']", "0");
        host.page().fill("[name='rules.boardEvery']", "2");
        host.press(CONTEST);
        assertThat(host.see("[aria-labelledby=chosen] .row")).hasCount(QUESTIONS);
        host.press(CONTEST + "/lobby");
        host.page().waitForURL("**/host");
        stage = screens.opened(host, () -> host.see("a[href*='/stage']").click());
        assertThat(stage.see("svg.qr")).isVisible();
    }

    private void join() {
        var code = host.see("#join-code").innerText();
        assertThat(stage.see(".join-code")).hasText(code);
        for (var account : List.of("cadre1", "cadre2", "cadre3")) {
            var phone = screens.phone(account);
            if (phones.isEmpty()) {
                phone.go("/contests/join").page().fill("#code", code);
            } else {
                phone.go(stage.see("[data-part=lobby] .lead")
                        .last()
                        .innerText()
                        .strip()
                        .substring(phone.address().length()));
            }
            if (!phone.path().endsWith("/play")) {
                phone.press("/contests/join");
            }
            phone.page().waitForURL("**/play");
            assertThat(phone.see("[data-part=you]")).containsText(String.valueOf(phones.size() + 1));
            phones.add(phone);
        }
        assertThat(stage.see("[data-stage=count]")).containsText("3");
        stage.sound().picture("contest-stage");
        host.sound();
    }

    /** The last phone is always wrong; the second reloads in the middle of one. */
    private void question(int number, boolean reload) {
        for (var phone : phones) {
            assertThat(phone.see("[data-part=area] [data-option]").first()).isEnabled();
        }
        assertThat(stage.see("[data-part=clock]")).isVisible();
        answer(0, number);
        assertThat(phones.get(0).see(".answer-state").first()).hasText(word(phones.get(0), "stored"));
        if (reload) {
            reloaded(phones.get(1));
            phones.get(0).sound().picture("contest-play");
            stage.sound().picture("contest-question");
        }
        answer(1, number);
        answer(2, number);
        assertThat(host.see("[data-part=phase]")).hasText(word(host, "phase.LOCKED"));
        advance("LOCKED");
        assertThat(phones.get(0).see(".verdict.is-right")).isVisible();
        assertThat(phones.get(2).see(".verdict.is-wrong")).isVisible();
        phones.get(2).sound();
        advance("REVEAL");
    }

    private void answer(int phone, int number) {
        key.choose(phones.get(phone).page(), questions.get(number), phone < 2);
    }

    private void reloaded(Screen phone) {
        var seat = phone.see("[data-part=you]").innerText();
        assertThat(seat).matches(".*[1-9]\\d\\d.*");
        phone.page().reload();
        assertThat(phone.see("[data-part=you]")).hasText(seat);
        assertThat(phone.see("[data-part=area] [data-option]").first()).isEnabled();
    }

    private void podium() {
        assertThat(stage.see(".podium-place")).hasCount(3);
        stage.sound();
        advance("PODIUM");
        var first = phones.get(0);
        first.see("a[href$=results]").click();
        assertThat(first.see("tr.is-mine")).isVisible();
        first.sound();
    }

    /** The one key, once the desk says what it would do. */
    private void advance(String phase) {
        Locator button = host.see("[data-do=advance]");
        assertThat(button).hasText(word(host, "next." + phase));
        assertThat(button).isEnabled();
        host.page().keyboard().press("Space");
    }

    /** A word of the page, in its own language. */
    private static String word(Screen screen, String name) {
        return screen.see("[data-word='" + name + "']").textContent().strip();
    }
}
