package io.zhiyong.course;

import io.zhiyong.base.Refusal;
import io.zhiyong.base.Text;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of a course (课时) that is studied in one go. */
public sealed interface Lesson {
    /**
     * What every lesson has.
     *
     * @param key names the lesson through all editions of its course, so that what was mastered stays mastered
     * @param minutes declared length
     */
    record Head(String key, Text title, int minutes, Optional<Checkpoint> checkpoint) {
        private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,31}");

        public Head {
            if (key == null || !KEY.matcher(key).matches()) {
                throw Refusal.invalid("key", "refusal.id", String.valueOf(key));
            }
            About.atMost("title", title.zh(), 120);
            About.atMost("title", title.en(), 120);
            About.requireMinutes(minutes);
            checkpoint = checkpoint == null ? Optional.empty() : checkpoint;
        }
    }

    /** How a lesson is shown. */
    enum Form {
        MARKDOWN,
        VIDEO,
        PDF
    }

    Head head();

    Form form();

    /** Hashes of the files it shows; only these are served under its course. */
    Set<String> media();

    /** Hash of the text that goes with it, which is shown in the page. */
    Optional<String> textHash();

    /** The same lesson under another head. */
    Lesson with(Head head);

    default String key() {
        return head().key();
    }

    default Text title() {
        return head().title();
    }

    default Optional<Checkpoint> checkpoint() {
        return head().checkpoint();
    }

    /**
     * To be read.
     *
     * @param text hash of the text (CommonMark, UTF-8), so that lists of courses need not read it
     */
    record Markdown(Head head, String text) implements Lesson {
        @Override
        public Form form() {
            return Form.MARKDOWN;
        }

        @Override
        public Set<String> media() {
            return Set.of();
        }

        @Override
        public Optional<String> textHash() {
            return Optional.of(text);
        }

        @Override
        public Markdown with(Head other) {
            return new Markdown(other, text);
        }
    }

    /**
     * To be watched.
     *
     * @param film hash of the MP4
     * @param captions hash of the WebVTT
     * @param captionsLanguage BCP 47 tag; empty without captions
     * @param transcript hash of the text (CommonMark) of what is said and shown, for whoever cannot hear or see it
     */
    record Video(
            Head head, String film, Optional<String> captions, String captionsLanguage, Optional<String> transcript)
            implements Lesson {
        @Override
        public Form form() {
            return Form.VIDEO;
        }

        @Override
        public Set<String> media() {
            return Stream.concat(Stream.of(film), captions.stream()).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Optional<String> textHash() {
            return transcript;
        }

        @Override
        public Video with(Head other) {
            return new Video(other, film, captions, captionsLanguage, transcript);
        }
    }

    /**
     * To be read as it was set.
     *
     * @param document hash of the PDF
     * @param fileName what it is called when kept
     */
    record Pdf(Head head, String document, String fileName) implements Lesson {
        @Override
        public Form form() {
            return Form.PDF;
        }

        @Override
        public Set<String> media() {
            return Set.of(document);
        }

        @Override
        public Optional<String> textHash() {
            return Optional.empty();
        }

        @Override
        public Pdf with(Head other) {
            return new Pdf(other, document, fileName);
        }
    }
}
