package io.zhiyong.org;

import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import java.util.Optional;

/** What the pages before the door show. */
final class SignInPages {
    private SignInPages() {}

    /**
     * A message that a template says.
     *
     * @param argument what the message names; empty when it names nothing
     */
    record Said(String key, String argument) {
        static Said of(Refusal refusal) {
            var first = refusal.problems().get(0);
            return new Said(
                    first.key(),
                    first.arguments().isEmpty()
                            ? ""
                            : String.valueOf(first.arguments().get(0)));
        }
    }

    /** The form to sign in by; {@code problem} is why it has not worked. */
    record SignInView(String account, String back, Optional<Said> problem) {}

    /** What a program gets: the token for {@code Authorization: Bearer}. */
    record SignedIn(String token, PersonId person) {}

    /** The form to choose a password by a one-time code. */
    record ChooseView(String account, String code, String back, int shortest, Optional<Said> problem) {}

    /** The form that makes the first administrator. */
    record SetupView(int shortest) {}
}
