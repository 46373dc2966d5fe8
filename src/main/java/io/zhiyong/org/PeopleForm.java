package io.zhiyong.org;

import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import io.zhiyong.web.Call;
import java.util.Optional;

/**
 * Which people somebody asks to see.
 *
 * @param words the beginning of a name or of an account; empty for everybody
 * @param below with the units below
 * @param active false for those who may no longer sign in
 * @param by whether the words are looked for in accounts or in names
 */
record PeopleForm(UnitId unit, String words, boolean below, boolean active, By by, Optional<String> after, int limit) {
    private static final int LONGEST = 60;
    private static final int USUAL = 50;

    /** What is looked in. */
    enum By {
        ACCOUNT,
        NAME
    }

    static PeopleForm from(Call call, Units units) {
        var visitor = call.visitor();
        var unit = call.query("unit").map(UnitId::new).orElseGet(() -> topOf(call, units));
        units.requireScope(visitor.grants(), unit, Role.MANAGER, Role.ADMINISTRATOR);
        var words = Checks.text("q", call.query("q").orElse(""), 0, LONGEST);
        return new PeopleForm(
                unit,
                words,
                call.query("only").isEmpty(),
                call.query("state").filter("inactive"::equals).isEmpty(),
                call.query("by")
                        .map(by -> by.equals("name") ? By.NAME : By.ACCOUNT)
                        .orElseGet(() -> guess(words)),
                call.query("after").map(after -> Checks.text("after", after, 1, 1000)),
                call.limit(USUAL));
    }

    private static UnitId topOf(Call call, Units units) {
        return units.scopes(call.visitor().grants(), Role.MANAGER, Role.ADMINISTRATOR).stream()
                .findFirst()
                .orElseThrow(() -> io.zhiyong.base.Refusal.forbidden("org.refusal.scope"))
                .id();
    }

    /** Accounts are of ASCII; what is not can only be a name. */
    private static By guess(String words) {
        return !words.isEmpty() && words.chars().allMatch(c -> c > ' ' && c < 0x7f) ? By.ACCOUNT : By.NAME;
    }

    /** The same question to the names, when no account answered it. */
    PeopleForm byName() {
        return new PeopleForm(unit, words, below, active, By.NAME, after, limit);
    }

    boolean mayAskNames() {
        return by == By.ACCOUNT && after.isEmpty();
    }

    PersonStore.Range range() {
        var byAccount = by == By.ACCOUNT;
        var prefix = byAccount ? Account.plain(words) : NameOrder.of(words);
        return new PersonStore.Range(unit, below, active, byAccount, prefix);
    }
}
