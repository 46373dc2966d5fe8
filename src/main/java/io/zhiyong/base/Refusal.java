package io.zhiyong.base;

import java.util.List;

/**
 * A request that is understood and not carried out. Rules throw it, stores fail with it, and only {@code web} turns it into
 * a page or a problem document; anything else that fails is an error of ours.
 *
 * <p>A refusal carries message keys, not sentences: the reader's language is known only at the edge.
 */
public abstract sealed class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the edge makes of a refusal; each kind is one HTTP status. */
    public enum Kind {
        INVALID,
        SIGN_IN_NEEDED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        TOO_LARGE,
        UNSUPPORTED,
        TOO_MANY
    }

    /**
     * One thing that is wrong.
     *
     * @param where the field, row or line at fault, as the sender named it; empty when it is the request as a whole
     * @param key a message key
     * @param arguments what the message names: the value found, the bound, what was expected
     */
    public record Problem(String where, String key, List<Object> arguments) {
        public Problem {
            arguments = List.copyOf(arguments);
        }

        public static Problem at(String where, String key, Object... arguments) {
            return new Problem(where, key, List.of(arguments));
        }
    }

    private final transient List<Problem> problems;

    private Refusal(List<Problem> problems) {
        // No stack: a refusal is an answer, and answers are made thousands of times a second.
        super(problems.toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public abstract Kind kind();

    /** At least one; the first is the headline. */
    public List<Problem> problems() {
        return problems;
    }

    public static Refusal invalid(String where, String key, Object... arguments) {
        return new Invalid(List.of(Problem.at(where, key, arguments)));
    }

    public static Refusal invalid(List<Problem> problems) {
        return new Invalid(problems);
    }

    public static Refusal forbidden(String key, Object... arguments) {
        return new Forbidden(List.of(Problem.at("", key, arguments)));
    }

    public static Refusal notFound(String key, Object... arguments) {
        return new NotFound(List.of(Problem.at("", key, arguments)));
    }

    public static Refusal conflict(String key, Object... arguments) {
        return new Conflict(List.of(Problem.at("", key, arguments)));
    }

    public static Refusal signInNeeded() {
        return new SignInNeeded();
    }

    public static Refusal tooLarge(String key, Object... arguments) {
        return new TooLarge(List.of(Problem.at("", key, arguments)));
    }

    public static Refusal unsupported(String key, Object... arguments) {
        return new Unsupported(List.of(Problem.at("", key, arguments)));
    }

    public static Refusal tooMany(String key, Object... arguments) {
        return new TooMany(List.of(Problem.at("", key, arguments)));
    }

    /** The request says something that cannot be. */
    public static final class Invalid extends Refusal {
        private static final long serialVersionUID = 1L;

        private Invalid(List<Problem> problems) {
            super(problems);
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Nobody is signed in, and somebody must be. */
    public static final class SignInNeeded extends Refusal {
        private static final long serialVersionUID = 1L;

        private SignInNeeded() {
            super(List.of(Problem.at("", "refusal.signInNeeded")));
        }

        @Override
        public Kind kind() {
            return Kind.SIGN_IN_NEEDED;
        }
    }

    /** The person is known and may not. */
    public static final class Forbidden extends Refusal {
        private static final long serialVersionUID = 1L;

        private Forbidden(List<Problem> problems) {
            super(problems);
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** There is no such thing, or not for this person. */
    public static final class NotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        private NotFound(List<Problem> problems) {
            super(problems);
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    /** The thing is in a state in which this cannot be done. */
    public static final class Conflict extends Refusal {
        private static final long serialVersionUID = 1L;

        private Conflict(List<Problem> problems) {
            super(problems);
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** More was sent than is taken. */
    public static final class TooLarge extends Refusal {
        private static final long serialVersionUID = 1L;

        private TooLarge(List<Problem> problems) {
            super(problems);
        }

        @Override
        public Kind kind() {
            return Kind.TOO_LARGE;
        }
    }

    /** The body is of a type that is not read here. */
    public static final class Unsupported extends Refusal {
        private static final long serialVersionUID = 1L;

        private Unsupported(List<Problem> problems) {
            super(problems);
        }

        @Override
        public Kind kind() {
            return Kind.UNSUPPORTED;
        }
    }

    /** Too often; later again. */
    public static final class TooMany extends Refusal {
        private static final long serialVersionUID = 1L;

        private TooMany(List<Problem> problems) {
            super(problems);
        }

        @Override
        public Kind kind() {
            return Kind.TOO_MANY;
        }
    }
}
