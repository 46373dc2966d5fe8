package io.zhiyong.web;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What a route answers. One value is both: the page for people and its JSON twin for programs. */
public sealed interface Reply {
    /** A page: {@code templates/<template>.hbs} over the view; as JSON the view itself. */
    static Page page(String template, Object view) {
        return new Page(template, view, 200);
    }

    /** A part of a page, without the layout, for a partial update. */
    static Fragment fragment(String template, Object view) {
        return new Fragment(template, view);
    }

    /** Done: people go to see it (303), programs get the view (200) and where it is. */
    static Redirect seeOther(String location, Object view) {
        return new Redirect(location, view, 200, Optional.empty());
    }

    /** Made: people go to see it (303), programs get the view (201) and where it is. */
    static Redirect created(String location, Object view) {
        return new Redirect(location, view, 201, Optional.empty());
    }

    /** A file to keep. */
    static File file(String name, String contentType, Buffer content) {
        return new File(name, contentType, content);
    }

    record Page(String template, Object view, int status) implements Reply {
        /** The same page as the answer to something that could not be done, for instance 422 with the form and what is wrong. */
        public Page withStatus(int other) {
            return new Page(template, view, other);
        }
    }

    record Fragment(String template, Object view) implements Reply {}

    record Redirect(String location, Object view, int status, Optional<String> notice) implements Reply {
        /** A message key that the next page shows once. */
        public Redirect withNotice(String key) {
            return new Redirect(location, view, status, Optional.of(key));
        }
    }

    record File(String name, String contentType, Buffer content) implements Reply {}
}
