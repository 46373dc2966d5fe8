package io.zhiyong.record.xapi;

import io.zhiyong.base.Refusal;
import java.util.List;

/** A request that the Experience API says to refuse, with the status it says to use. */
final class XapiFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Refusal.Problem> problems;

    XapiFailure(int status, String detail) {
        this(status, detail, List.of());
    }

    XapiFailure(int status, String detail, List<Refusal.Problem> problems) {
        super(detail, null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    static XapiFailure bad(String detail) {
        return new XapiFailure(400, detail);
    }

    int status() {
        return status;
    }

    List<Refusal.Problem> problems() {
        return problems;
    }
}
