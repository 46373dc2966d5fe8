package io.zhiyong.boot.home;

import io.zhiyong.base.Text;
import io.zhiyong.web.HomeCard;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The home page.
 *
 * @param greeting a message key, by the hour of the day
 * @param main how far one is with what matters most this year
 * @param measures how far one is with the rest
 * @param dueCount how many things are due, those not shown counted too
 * @param go where to continue what one is in the middle of, or with the most urgent
 */
record HomeView(
        String name,
        String greeting,
        LocalDate today,
        Optional<HomeCard.Measure> main,
        List<HomeCard.Measure> measures,
        List<Due> due,
        int dueCount,
        List<HomeCard.Now> now,
        Optional<String> go) {
    private static final int DUE_SHOWN = 6;
    private static final int NOW_SHOWN = 6;
    private static final int SOON_DAYS = 7;

    /**
     * Something due, as of today.
     *
     * @param days late, or left
     */
    record Due(Text title, String href, String kind, LocalDate day, boolean late, boolean soon, long days) {
        static Due of(HomeCard.Due due, LocalDate today) {
            var left = ChronoUnit.DAYS.between(today, due.day());
            return new Due(
                    due.title(),
                    due.href(),
                    due.kind(),
                    due.day(),
                    left < 0,
                    left >= 0 && left <= SOON_DAYS,
                    Math.abs(left));
        }

        public int dayOfMonth() {
            return day.getDayOfMonth();
        }

        public int month() {
            return day.getMonthValue();
        }
    }

    static HomeView of(String name, int hour, LocalDate today, List<HomeCard> cards) {
        var due = some(cards, HomeCard.Due.class).stream()
                .sorted(Comparator.comparing(HomeCard.Due::day).thenComparing(HomeCard.Due::href))
                .map(each -> Due.of(each, today))
                .toList();
        var measures = some(cards, HomeCard.Measure.class);
        var now = some(cards, HomeCard.Now.class).stream()
                .sorted(Comparator.comparingInt(HomeCard.Now::order))
                .limit(NOW_SHOWN)
                .toList();
        var main = measures.stream().filter(HomeCard.Measure::main).findFirst();
        return new HomeView(
                name,
                greeting(hour),
                today,
                main,
                measures.stream()
                        .filter(each -> !main.equals(Optional.of(each)))
                        .toList(),
                due.stream().limit(DUE_SHOWN).toList(),
                due.size(),
                now,
                go(now, due));
    }

    private static Optional<String> go(List<HomeCard.Now> now, List<Due> due) {
        return now.stream()
                .map(HomeCard.Now::href)
                .filter(href -> href.startsWith("/courses/"))
                .findFirst()
                .or(() -> due.stream().map(Due::href).findFirst());
    }

    private static String greeting(int hour) {
        if (hour < 5 || hour >= 18) {
            return "home.evening";
        }
        return hour < 12 ? "home.morning" : "home.afternoon";
    }

    private static <T> List<T> some(List<HomeCard> cards, Class<T> type) {
        return cards.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
